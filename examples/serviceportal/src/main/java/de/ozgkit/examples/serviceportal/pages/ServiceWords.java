// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pages;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.examples.serviceportal.catalogue.Catalogue;
import de.ozgkit.examples.serviceportal.catalogue.Offer;
import de.ozgkit.xoevfim.catalogue.Audience;
import de.ozgkit.xoevfim.catalogue.LeistungView;
import de.ozgkit.xoevfim.catalogue.Level;
import de.ozgkit.xoevfim.catalogue.Topic;
import java.util.Optional;

/** Facts of a service in the words of citizens, and of topics in those of addresses. */
public final class ServiceWords {

    private ServiceWords() {}

    public static String audience(LeistungView service) {
        if (service.audiences().contains(Audience.UNTERNEHMEN)) {
            return service.audiences().contains(Audience.BUERGER) ? "für Menschen und Betriebe" : "für Betriebe";
        }
        return "für Bürgerinnen und Bürger";
    }

    /** How one signs in, by means and not by the name of the level alone. */
    public static String login(Offer offer) {
        return offer.service()
                .trustLevel()
                .map(ServiceWords::means)
                .orElse("Für diese Leistung melden Sie sich nicht an.");
    }

    /** What is needed to reach a level. */
    public static String means(TrustLevel level) {
        return switch (level) {
            case BASIC -> "Mit Benutzername und Passwort (Basisregistrierung).";
            case LOW -> "Mit Benutzername und Passwort (Vertrauensniveau niedrig).";
            case SUBSTANTIAL -> "Mit ELSTER-Zertifikat oder Online-Ausweis (Vertrauensniveau substanziell).";
            case HIGH -> "Mit der Online-Funktion Ihres Ausweises und Ihrer PIN (Vertrauensniveau hoch).";
        };
    }

    /** The responsible authority, with the city or Kreis it belongs to. */
    public static String authority(Offer offer) {
        String name = offer.authority().orElse("");
        if (offer.level() == Level.KOMMUNE) {
            return offer.place().officialName() + ", " + name;
        }
        return offer.level() == Level.KREIS ? "Kreis Recklinghausen, " + name : name;
    }

    /** A topic in an address: {@code familie-kind}. */
    public static String slug(Topic topic) {
        return topic.fimId().replace('_', '-');
    }

    /** The topic that an address names, if citizens see it. */
    public static Optional<Topic> topic(String slug) {
        return Catalogue.TOPICS.stream()
                .filter(topic -> slug(topic).equals(slug))
                .findFirst();
    }

    /** A few everyday words for what is found under a topic. */
    public static String examples(Topic topic) {
        return switch (topic) {
            case FAMILIE_KIND -> "Geburt, Heirat, Betreuung, Unterhalt";
            case BAUEN_WOHNEN -> "Umzug, Bauen, Müll, Wasser";
            case MOBILITAET_REISEN -> "Parken, Auto, Führerschein, Pass";
            case ENGAGEMENT_HOBBY -> "Hund, Angeln, Ehrenamt, Wahlen";
            case ARBEIT_RUHESTAND -> "Wohngeld, Grundsicherung, Rente";
            case GESUNDHEIT -> "Vorsorge, Behinderung, Pflege";
            case BILDUNG -> "Schule, Ausbildung, Studium";
            case RECHT_ORDNUNG -> "Fundsachen, Mahnbescheid, Sicherheit";
            case STEUERN_ZOLL -> "Steuererklärung, Gewerbesteuer, Zoll";
            case UMWELT -> "Energie, Boden, Wasser";
            case EIN_AUSWANDERUNG -> "Aufenthalt, Einbürgerung, Visum";
            case FORSCHUNG_FOERDERUNG -> "Wirtschaft, Kultur, Innovation";
            case UNTERNEHMENSFUEHRUNG_ENTWICKLUNG -> "Gewerbe, Gaststätte, Straßennutzung";
            case QUERSCHNITTSLEISTUNGEN -> "";
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The topics of the OZG catalogue under which citizens look for services. "Querschnitt", the fourteenth, is a drawer of the
 * administration and not shown.
 *
 * <p>Source: OZG catalogue; the keys are those of the FIM portal.
 */
public enum Topic {
    FAMILIE_KIND("Familie & Kind", "Geburt, Heirat, Betreuung, Unterhalt"),
    BAUEN_WOHNEN("Bauen & Wohnen", "Umzug, Bauen, Müll, Wasser"),
    MOBILITAET_REISEN("Mobilität & Reisen", "Parken, Auto, Führerschein, Pass"),
    ENGAGEMENT_HOBBY("Engagement & Hobby", "Hund, Angeln, Ehrenamt, Wahlen"),
    ARBEIT_RUHESTAND("Arbeit & Ruhestand", "Wohngeld, Grundsicherung, Rente"),
    GESUNDHEIT("Gesundheit", "Vorsorge, Behinderung, Pflege"),
    BILDUNG("Bildung", "Schule, Ausbildung, Studium"),
    RECHT_ORDNUNG("Recht & Ordnung", "Fundsachen, Mahnbescheid, Sicherheit"),
    STEUERN_ZOLL("Steuern & Zoll", "Steuererklärung, Gewerbesteuer, Zoll"),
    UMWELT("Umwelt", "Energie, Boden, Wasser"),
    EIN_AUSWANDERUNG("Ein- & Auswanderung", "Aufenthalt, Einbürgerung, Visum"),
    FORSCHUNG_FOERDERUNG("Forschung & Förderung", "Wirtschaft, Kultur, Innovation"),
    UNTERNEHMENSFUEHRUNG_ENTWICKLUNG("Unternehmensführung & -entwicklung", "Gewerbe, Gaststätte, Straßennutzung");

    private final String label;
    private final String examples;

    Topic(String label, String examples) {
        this.label = label;
        this.examples = examples;
    }

    /** The name in the OZG catalogue. */
    public String label() {
        return label;
    }

    /** A few everyday words for what is found there. */
    public String examples() {
        return examples;
    }

    /** For addresses: {@code familie-kind}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Topic> bySlug(String slug) {
        return Arrays.stream(values())
                .filter(topic -> topic.slug().equals(slug))
                .findFirst();
    }

    public static Optional<Topic> byLabel(String label) {
        return Arrays.stream(values())
                .filter(topic -> topic.label.equals(label))
                .findFirst();
    }
}

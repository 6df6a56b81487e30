// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.pages;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.examples.serviceportal.catalogue.Level;
import de.ozgkit.examples.serviceportal.catalogue.Offer;
import de.ozgkit.examples.serviceportal.catalogue.Service;

/** Facts of a service in the words of citizens. */
public final class ServiceWords {

    private ServiceWords() {}

    public static String audience(Service service) {
        if (service.forBusiness()) {
            return service.forCitizens() ? "für Menschen und Betriebe" : "für Betriebe";
        }
        return "für Bürgerinnen und Bürger";
    }

    /** How one signs in, by means and not by the name of the level alone. */
    public static String login(Offer offer) {
        return offer.service().trust().map(ServiceWords::means).orElse("Für diese Leistung melden Sie sich nicht an.");
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
        if (offer.level() == Level.STADT) {
            return offer.place().officialName() + ", " + name;
        }
        return offer.level() == Level.KREIS ? "Kreis Recklinghausen, " + name : name;
    }
}

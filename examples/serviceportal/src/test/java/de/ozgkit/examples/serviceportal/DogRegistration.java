// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

/** The steps of one dog registration, as the tests take them. */
final class DogRegistration {

    static final String SEND = "Kostenpflichtig beantragen";

    private DogRegistration() {}

    /** From the first page of questions to the check page. */
    static Citizen fillIn(Citizen citizen) {
        return dog(citizen.press("Weiter").press("Weiter"))
                .fill("Seit wann halten Sie den Hund", "1.10.2026")
                .choose("Ist der Hund ein Assistenzhund", "Nein")
                .fill("Wie viele Hunde", "1")
                .press("Weiter")
                .press("Weiter");
    }

    /** The page about the dog itself. */
    static Citizen dog(Citizen citizen) {
        return citizen.fill("Name des Hundes", "Bello")
                .choose("Rasse", "Dackel")
                .fill("Geburtsdatum des Hundes", "27.3.2024")
                .choose("Geschlecht des Hundes", "Rüde")
                .fill("Farbe des Fells", "braun")
                .press("Weiter");
    }

    /** From the confirmation to the platform's page and back, paid. */
    static Citizen pay(Citizen citizen) {
        return pay(citizen.click("Weiter zur Bezahlung"), "Jetzt 12,00");
    }

    /** From the page about the fee to the platform's page and back, paid. */
    static Citizen pay(Citizen citizen, String button) {
        return citizen.press(button).press("Bezahlen mit Kreditkarte").press("Weiter zum Portal");
    }
}

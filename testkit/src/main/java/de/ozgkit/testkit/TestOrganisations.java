// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.identity.Organisation.ActingPerson;
import de.ozgkit.identity.Organisation.Address;
import de.ozgkit.identity.OrganisationAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Obviously invented organisations: a legal person, a natural person in business, one without any register, and one from abroad. Which
 * attributes come together is seen in public clients of Mein Unternehmenskonto; the data set BZStNr is known by its name only, and what
 * comes with it is a guess.
 *
 * @since 0.1
 */
public final class TestOrganisations {

    /** A legal person in the commercial register. */
    public static final TestOrganisation BEISPIEL_AG = new TestOrganisation(
            "ag",
            "Firma Beispiel AG (juristische Person)",
            Map.ofEntries(
                    Map.entry(OrganisationAttribute.DATA_SET, "StNr"),
                    Map.entry(OrganisationAttribute.PERSON_KIND, "NNatPers"),
                    Map.entry(OrganisationAttribute.NAME, "Firma Beispiel AG"),
                    Map.entry(OrganisationAttribute.LEGAL_FORM, "310"),
                    Map.entry(OrganisationAttribute.LEGAL_FORM_TEXT, "Aktiengesellschaft"),
                    Map.entry(OrganisationAttribute.REGISTER_NUMBER, "12345 B"),
                    Map.entry(OrganisationAttribute.REGISTER_KIND, "HRB"),
                    Map.entry(OrganisationAttribute.REGISTER_COURT, "Charlottenburg")),
            address("Zillestraße", "17", "10585", "Berlin", "Charlottenburg", "DE"),
            acting("Dr.", "Max", "Mustermann", "31.01.1990"),
            false);

    /** A natural person in business, for whom nobody else acts and who let the service know the tax number. */
    public static final TestOrganisation GARTENBAU_MUSTERMANN = new TestOrganisation(
            "gartenbau",
            "Gartenbau Erika Mustermann (Einzelunternehmen)",
            Map.of(
                    OrganisationAttribute.DATA_SET, "StNr",
                    OrganisationAttribute.PERSON_KIND, "NatPers",
                    OrganisationAttribute.NAME, "Gartenbau Erika Mustermann",
                    OrganisationAttribute.ACTIVITY, "120",
                    OrganisationAttribute.ACTIVITY_TEXT, "Einzelgewerbetreibende",
                    OrganisationAttribute.TAX_NUMBER, "340/0000/0000"),
            address("Heidestraẞe", "17", "51147", "Köln", "", "DE"),
            acting("", "Erika", "Mustermann", "12.08.1964"),
            false);

    /** In no register, and nobody knows who acts for it. */
    public static final TestOrganisation KEGELFREUNDE = new TestOrganisation(
            "kegelfreunde",
            "Kegelfreunde Musterhausen (ohne Register, ohne handelnde Person)",
            Map.of(
                    OrganisationAttribute.DATA_SET, "StNr",
                    OrganisationAttribute.PERSON_KIND, "NNatPers",
                    OrganisationAttribute.NAME, "Kegelfreunde Musterhausen"),
            address("Beispielgasse", "3", "46282", "Dorsten", "", "DE"),
            Optional.empty(),
            false);

    /** From abroad: an address without a postal code, and a number of the Federal Central Tax Office. */
    public static final TestOrganisation EXEMPLE_SARL = new TestOrganisation(
            "sarl",
            "Société d’Exemple S.à r.l. (Ausland)",
            Map.of(
                    OrganisationAttribute.DATA_SET, "BZStNr",
                    OrganisationAttribute.PERSON_KIND, "NNatPers",
                    OrganisationAttribute.NAME, "Société d’Exemple S.à r.l.",
                    OrganisationAttribute.VAT_ID, "LU00000000"),
            address("rue de l’Exemple", "1 bis", "", "Luxembourg", "", "LU"),
            acting("", "Łucja", "Przykład-D'Exemple", "24.12.1985"),
            false);

    /** The first one with an account for tests, which a service in production must refuse. */
    public static final TestOrganisation TEST_ACCOUNT = new TestOrganisation(
            "testkonto",
            "Testfirma GmbH (Testkonto)",
            BEISPIEL_AG.with(OrganisationAttribute.NAME, "Testfirma GmbH").values(),
            BEISPIEL_AG.address(),
            BEISPIEL_AG.actingPerson(),
            true);

    private TestOrganisations() {}

    /** All of them, in the order of the mock's page. */
    public static List<TestOrganisation> all() {
        return List.of(BEISPIEL_AG, GARTENBAU_MUSTERMANN, KEGELFREUNDE, EXEMPLE_SARL, TEST_ACCOUNT);
    }

    private static Optional<Address> address(
            String street, String number, String postalCode, String city, String district, String country) {
        return Optional.of(new Address(
                some(street),
                some(number),
                some(postalCode),
                some(city),
                some(district),
                some(country),
                Optional.empty()));
    }

    private static Optional<ActingPerson> acting(String title, String given, String family, String birthDate) {
        return Optional.of(new ActingPerson(
                some(title), some(given), Optional.empty(), some(family), Optional.empty(), some(birthDate)));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }
}

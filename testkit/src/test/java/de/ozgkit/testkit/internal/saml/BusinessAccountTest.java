// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Handmade.attribute;
import static de.ozgkit.testkit.internal.saml.Handmade.person;
import static de.ozgkit.testkit.internal.saml.Handmade.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginOutcome.Authenticated;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.Organisation;
import de.ozgkit.identity.OrganisationAttribute;
import de.ozgkit.identity.PersonAttribute;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mein Unternehmenskonto: the response is signed, the assertion inside is not, values have structure. */
class BusinessAccountTest {

    private static final String DU = "du-1a23402e9bc4a3852f8ef1a23402e9bc4a3852f8";
    private static final String LEVELS = attribute("ElsterVertrauensniveauIdentifizierung", "substanziell")
            + attribute("ElsterVertrauensniveauAuthentifizierung", "substanziell");
    private static final String ADDRESS = structured(
            "Unternehmensanschrift",
            "AdresseType",
            "<e:Typ>Inland</e:Typ><e:Strasse>Zillestraße</e:Strasse><e:Hausnummer>17</e:Hausnummer><e:PLZ>10585</e:PLZ>"
                    + "<e:Ort>Berlin</e:Ort><e:Ortsteil>Charlottenburg</e:Ortsteil><e:Land>DE</e:Land>");
    private static final String ACTING = structured(
            "HandelndePerson",
            "HandelndePersonType",
            "<e:AkademischerGrad>Dr.</e:AkademischerGrad><e:Vorname>Max</e:Vorname><e:Nachname>Mustermann</e:Nachname>"
                    + "<e:Geburtsdatum>31.01.1990</e:Geburtsdatum>");
    private static final String COMPANY = LEVELS
            + attribute("IstTestkonto", "false")
            + attribute(OrganisationAttribute.DATA_SET, "StNr")
            + attribute(OrganisationAttribute.KEY, DU)
            + attribute(OrganisationAttribute.PERSON_KIND, "NNatPers")
            + attribute(OrganisationAttribute.NAME, "Firma Beispiel AG")
            + attribute(OrganisationAttribute.LEGAL_FORM, "310")
            + attribute(OrganisationAttribute.LEGAL_FORM_TEXT, "Aktiengesellschaft")
            + attribute(OrganisationAttribute.REGISTER_NUMBER, "12345 B")
            + attribute(OrganisationAttribute.REGISTER_KIND, "HRB")
            + attribute(OrganisationAttribute.REGISTER_COURT, "Charlottenburg")
            + ADDRESS
            + ACTING;

    private static Nutzerkonto konto;

    @BeforeAll
    static void start() {
        konto = Handmade.portal(AccountProfile.UNTERNEHMENSKONTO).build();
    }

    @Test
    void greets_an_organisation_and_who_acts_for_it() {
        Authenticated in = (Authenticated) with(COMPANY).at(konto);

        Organisation company = (Organisation) in.identity();
        assertThat(company.key()).contains(DU);
        assertThat(company.displayName()).isEqualTo("Firma Beispiel AG");
        assertThat(company.legalForm()).contains("Aktiengesellschaft");
        assertThat(company.naturalPerson()).contains(false);
        assertThat(company.register()).hasValueSatisfying(register -> {
            assertThat(register.kind()).contains("HRB");
            assertThat(register.number()).isEqualTo("12345 B");
            assertThat(register.court()).contains("Charlottenburg");
        });
        assertThat(company.address()).hasValueSatisfying(address -> {
            assertThat(address.street()).contains("Zillestraße");
            assertThat(address.houseNumber()).contains("17");
            assertThat(address.district()).contains("Charlottenburg");
            assertThat(address.addition()).isEmpty();
        });
        assertThat(company.actingPerson()).hasValueSatisfying(acting -> {
            assertThat(acting.displayName()).isEqualTo("Dr. Max Mustermann");
            assertThat(acting.birthDate()).contains(LocalDate.of(1990, 1, 31));
        });
        assertThat(company.raw().get("Unternehmensanschrift/PLZ")).containsExactly("10585");
        assertThat(in.level()).isEqualTo(TrustLevel.SUBSTANTIAL);
        assertThat(in.temporary()).isFalse();
        assertThat(in.toString())
                .doesNotContain("Beispiel")
                .doesNotContain("Zille")
                .doesNotContain(DU);
        assertThat(company.register() + "" + company.address() + company.actingPerson())
                .doesNotContain("12345")
                .doesNotContain("Zille")
                .doesNotContain("Max");
    }

    @Test
    void greets_a_natural_person_with_a_date_in_the_german_form() {
        LoginOutcome outcome = with(LEVELS
                        + attribute("DatenkranzTyp", "IdNr")
                        + attribute("IdNr", "12345678901")
                        + attribute("Vorname", "Erika")
                        + attribute("Name", "Mustermann")
                        + attribute("Geburtsdatum", "12.08.1964")
                        + structured(
                                "Anschrift",
                                "AdresseType",
                                "<e:Strasse>Heidestraße</e:Strasse><e:Hausnummer>17</e:Hausnummer><e:PLZ>51147</e:PLZ>"
                                        + "<e:Ort>Köln</e:Ort><e:Land>DE</e:Land>"))
                .at(konto);

        assertThat(person(outcome).displayName()).isEqualTo("Erika Mustermann");
        assertThat(person(outcome).birthDate()).contains(LocalDate.of(1964, 8, 12));
        assertThat(person(outcome).get(PersonAttribute.TAX_ID)).contains("12345678901");
        assertThat(person(outcome).get(PersonAttribute.STREET)).contains("Heidestraße 17");
        assertThat(person(outcome).get(PersonAttribute.CITY)).contains("Köln");
        assertThat(person(outcome).key()).as("the persistent name").contains("du-name");
    }

    @Test
    void the_data_set_bzst_is_an_organisation_too() {
        assertThat(with(COMPANY.replace(">StNr<", ">BZStNr<")).verdict(konto)).isEqualTo(DU);
    }

    @Test
    void opens_a_name_that_is_encrypted_once_more() {
        Handmade made = with(COMPANY);
        made.assertion = made.assertion.andThen(xml -> {
            int start = xml.indexOf("<saml:NameID");
            int end = xml.indexOf("</saml:NameID>") + "</saml:NameID>".length();
            String name = xml.substring(start, end)
                    .replaceFirst(" ", " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ");
            return xml.substring(0, start)
                    + made.sealing.seal(name).replace("EncryptedAssertion", "EncryptedID")
                    + xml.substring(end);
        })::apply;

        assertThat(made.at(konto)).isInstanceOfSatisfying(Authenticated.class, in -> assertThat(
                        in.logout().nameId())
                .isEqualTo("du-name"));
    }

    @ParameterizedTest
    @CsvSource({
        "substanziell,substanziell,SUBSTANTIAL",
        "hoch,substanziell,SUBSTANTIAL",
        "substanziell,hoch,SUBSTANTIAL",
        "hoch,hoch,HIGH",
        "niedrig,hoch,LOW"
    })
    void the_lower_of_both_levels_counts(String identified, String authenticated, TrustLevel level) {
        String both = attribute("ElsterVertrauensniveauIdentifizierung", identified)
                + attribute("ElsterVertrauensniveauAuthentifizierung", authenticated);

        assertThat(with(COMPANY.replace(LEVELS, both)).at(konto))
                .isInstanceOfSatisfying(
                        Authenticated.class, in -> assertThat(in.level()).isEqualTo(level));
    }

    @Test
    void without_both_levels_nobody_gets_in() {
        String one = attribute("ElsterVertrauensniveauIdentifizierung", "hoch");
        String unknown = one + attribute("ElsterVertrauensniveauAuthentifizierung", "sehr hoch");

        assertThat(with(COMPANY.replace(LEVELS, one)).verdict(konto)).isEqualTo("LEVEL_TOO_LOW");
        assertThat(with(COMPANY.replace(LEVELS, unknown)).verdict(konto)).isEqualTo("LEVEL_TOO_LOW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "1", "ja"})
    void test_accounts_stay_out_of_production(String word) {
        String test = COMPANY.replace(attribute("IstTestkonto", "false"), attribute("IstTestkonto", word));
        Nutzerkonto testing = Handmade.portal(AccountProfile.UNTERNEHMENSKONTO)
                .allowTestAccounts()
                .build();

        assertThat(with(test).verdict(konto)).isEqualTo("TEST_ACCOUNT");
        assertThat(with(test).verdict(testing)).isEqualTo(DU);
        assertThat(with(COMPANY.replace(attribute("IstTestkonto", "false"), "")).verdict(konto))
                .isEqualTo(DU);
    }

    @Test
    void the_response_around_the_encrypted_assertion_must_be_signed() {
        Handmade unsigned = with(COMPANY);
        unsigned.responseSigned = false;
        Handmade inside = with(COMPANY);
        inside.responseSigned = false;
        inside.assertionSigned = true;

        assertThat(unsigned.verdict(konto)).isEqualTo("SIGNATURE_MISSING");
        assertThat(inside.verdict(konto)).isEqualTo("SIGNATURE_MISSING");
    }

    @Test
    void a_signature_inside_must_be_right_if_there_is_one() {
        Handmade signed = with(COMPANY);
        signed.assertionSigned = true;
        Handmade tampered = with(COMPANY);
        tampered.assertionSigned = true;
        tampered.assertionAfterSigning = replacing("Firma Beispiel", "Firma Fremd");

        assertThat(signed.verdict(konto)).isEqualTo(DU);
        assertThat(tampered.verdict(konto)).isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void structure_stands_only_where_it_belongs() {
        Handmade elsewhere = with(COMPANY);
        elsewhere.assertion = elsewhere.assertion.andThen(replacing(
                "</saml:AuthnContext>",
                "<e:Ort xmlns:e=\"http://www.elster.de/schema/ekona/saml/extensions\"/></saml:AuthnContext>"))::apply;
        Nutzerkonto citizens = Handmade.portal(Handmade.keycloak()).build();
        Handmade atCitizens = new Handmade();
        atCitizens.assertion = replacing(Handmade.attribute("nobody-reads-this", "one"), ADDRESS);

        assertThat(elsewhere.verdict(konto)).isEqualTo("MALFORMED_XML");
        assertThat(atCitizens.verdict(citizens)).isEqualTo("MALFORMED_XML");
        assertThat(with(COMPANY.replace("e:Ort>", "f:Ort>").replace("xmlns:e=", "xmlns:f=\"urn:elsewhere\" xmlns:e="))
                        .verdict(konto))
                .isEqualTo("MALFORMED_XML");
        assertThat(with(COMPANY.replace("<e:Land>", "text<e:Land>")).verdict(konto))
                .isEqualTo("MALFORMED_XML");
        assertThat(with(COMPANY.replace("<e:Land>DE</e:Land>", "<e:Land>DE</e:Land><e:Land>AT</e:Land>"))
                        .verdict(konto))
                .isEqualTo("DUPLICATE_ATTRIBUTE");
    }

    @Test
    void cancel_at_elster_is_a_cancel() {
        Handmade made = with(COMPANY);
        made.response = xml -> xml.replaceFirst(
                "(?s)<samlp:Status>.*</samlp:Status>.*</samlp:Response>",
                "<samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Requester\">"
                        + "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:AuthnFailed\"/>"
                        + "</samlp:StatusCode><samlp:StatusMessage>Die ELSTER-seitige Authentifizierung wurde"
                        + " abgebrochen.</samlp:StatusMessage></samlp:Status></samlp:Response>");

        assertThat(made.verdict(konto)).isEqualTo("STATUS_CANCELLED");
    }

    private static Handmade with(String attributes) {
        Handmade made = new Handmade();
        made.assertionSigned = false;
        made.assertion = replacing(Handmade.ATTRIBUTES, attributes)
                        .andThen(
                                replacing(
                                        Handmade.NAME,
                                        "<saml:NameID"
                                            + " Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\">du-name</saml:NameID>"))
                ::apply;
        return made;
    }

    private static String structured(String name, String type, String parts) {
        return "<saml:Attribute Name=\"" + name + "\" NameFormat=\"" + Handmade.BASIC + "\"><saml:AttributeValue"
                + " xmlns:e=\"http://www.elster.de/schema/ekona/saml/extensions\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"e:" + type + "\">" + parts
                + "</saml:AttributeValue></saml:Attribute>";
    }
}

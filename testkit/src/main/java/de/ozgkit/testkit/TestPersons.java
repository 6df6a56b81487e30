// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.identity.PersonAttribute;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Obviously invented people with the peculiarities that portals stumble over. The first is the example of the official documents, with a
 * capital sharp s in the street.
 *
 * @since 0.1
 */
public final class TestPersons {

    public static final TestPerson ERIKA_MUSTERMANN = new TestPerson(
                    "erika",
                    "Erika Mustermann",
                    values(
                            "k2jBT0cykDVqiKWia1VMzqmntTu-EwGskIYlcCIGt_8",
                            "ERIKA",
                            "MUSTERMANN",
                            "1964-08-12",
                            "HEIDESTRAẞE 17",
                            "51147",
                            "KÖLN",
                            "DE",
                            "erika@example.test"))
            .with(PersonAttribute.BIRTH_NAME, "GABLER")
            .with(PersonAttribute.BIRTH_PLACE, "BERLIN")
            .with(PersonAttribute.GENDER, "0")
            .with(PersonAttribute.TAX_ID, "00000000001")
            .with(PersonAttribute.DOCUMENT_TYPE, "ID")
            .with(PersonAttribute.POSTBOX_HANDLE, "00000000-0000-4000-8000-000000000001");

    public static final TestPerson MAX_MUSTERMANN = new TestPerson(
                    "max",
                    "Max Mustermann",
                    values(
                            "testkit-max-Zp4v0b1sQm7Yc2Lk9Hf3Wd6Xa5Tn8Re",
                            "Max",
                            "Mustermann",
                            "1990-01-31",
                            "Musterweg 1 b",
                            "45657",
                            "Recklinghausen",
                            "DE",
                            "max@example.test"))
            .with(PersonAttribute.TAX_ID, "00000000002");

    /** Has one name only, and of the birth date only the year is known. */
    public static final TestPerson SINGLE_NAME = new TestPerson(
                    "einname",
                    "Suprapto (nur ein Name)",
                    values(
                            "testkit-einname-9f3b7d1c5e8a2046b8d0f2a4c6",
                            "",
                            "SUPRAPTO",
                            "1971",
                            "Beispielgasse 3",
                            "46282",
                            "Dorsten",
                            "DE",
                            "suprapto@example.test"))
            .without(PersonAttribute.GIVEN_NAME);

    /** Lives nowhere that the account knows of. */
    public static final TestPerson WITHOUT_ADDRESS = new TestPerson(
                    "ohneadresse",
                    "Kim Beispiel (ohne Anschrift)",
                    values(
                            "testkit-ohneadresse-71c3e5a7092b4d6f8e1a3c",
                            "Kim",
                            "Beispiel",
                            "2001-02-28",
                            "",
                            "",
                            "",
                            "",
                            "kim@example.test"))
            .without(PersonAttribute.STREET)
            .without(PersonAttribute.POSTAL_CODE)
            .without(PersonAttribute.CITY)
            .without(PersonAttribute.COUNTRY);

    /** Lives abroad and has letters that no German keyboard has. */
    public static final TestPerson ABROAD = new TestPerson(
                    "ausland",
                    "Łucja Przykład (Ausland)",
                    values(
                            "testkit-ausland-5b8e0d2f4a6c9173e5b7d9f1a3",
                            "Łucja",
                            "Przykład-D'Exemple",
                            "1985-12-24",
                            "ul. Przykładowa 12/3",
                            "00-950",
                            "Warszawa",
                            "PL",
                            "lucja@example.test"))
            .with(PersonAttribute.NATIONALITY, "POL");

    /** Has letters with several marks, which may also be written as a letter and combining characters. */
    public static final TestPerson COMBINING_CHARACTERS = new TestPerson(
                    "zeichen",
                    "Chloë Nguyễn-Żółć (zusammengesetzte Zeichen)",
                    values(
                            "testkit-zeichen-2d4f6a8c0e1b3d5f7a9c1e3b5d",
                            "Chloe\u0308",
                            "Nguye\u0302\u0303n-Z\u0307o\u0301łc\u0301",
                            "1978-03-03",
                            "Große Straße 5 c",
                            "45721",
                            "Haltern am See",
                            "DE",
                            "chloe@example.test"))
            .with(PersonAttribute.TITLE, "Dr.");

    /** Somebody who logs in without an account: no key, no mailbox. */
    public static final TestPerson GUEST = new TestPerson(
                    "gast",
                    "Gast ohne Konto",
                    values("", "Toni", "Gast", "1999-09-09", "Gastweg 9", "45699", "Herten", "DE", "gast@example.test"))
            .without(PersonAttribute.KEY);

    private TestPersons() {}

    /** All of them, in the order of the mock's page. */
    public static List<TestPerson> all() {
        return List.of(
                ERIKA_MUSTERMANN, MAX_MUSTERMANN, SINGLE_NAME, WITHOUT_ADDRESS, ABROAD, COMBINING_CHARACTERS, GUEST);
    }

    private static Map<PersonAttribute, String> values(String... inOrder) {
        PersonAttribute[] attributes = {
            PersonAttribute.KEY,
            PersonAttribute.GIVEN_NAME,
            PersonAttribute.FAMILY_NAME,
            PersonAttribute.BIRTH_DATE,
            PersonAttribute.STREET,
            PersonAttribute.POSTAL_CODE,
            PersonAttribute.CITY,
            PersonAttribute.COUNTRY,
            PersonAttribute.MAIL
        };
        var values = new EnumMap<PersonAttribute, String>(PersonAttribute.class);
        for (int i = 0; i < attributes.length; i++) {
            values.put(attributes[i], inOrder[i]);
        }
        values.put(PersonAttribute.NATIONALITY, "D");
        return values;
    }
}

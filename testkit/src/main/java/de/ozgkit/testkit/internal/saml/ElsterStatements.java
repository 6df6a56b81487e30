// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Organisation;
import de.ozgkit.identity.OrganisationAttribute;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.TestOrganisation;
import de.ozgkit.testkit.TestPerson;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Mein Unternehmenskonto states: names and values as public clients read them. Not known, and therefore guessed: the name of the type
 * of an acting person, and who gets another level than "substanziell".
 */
final class ElsterStatements {

    static final String NAMESPACE = "http://www.elster.de/schema/ekona/saml/extensions";

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final Pattern HOUSE_NUMBER = Pattern.compile("(.*?)\\s+(\\d.*)");

    private final AccountProfile profile;
    private final List<Draft.SentAttribute> sent = new ArrayList<>();

    private ElsterStatements(AccountProfile profile) {
        this.profile = profile;
    }

    /**
     * Of an organisation, or of a person whose identification number came: which set of data a service gets is agreed at its registration.
     *
     * @param pseudonym of the organisation at the service
     */
    static List<Draft.SentAttribute> of(MockLogin login, String pseudonym, AccountProfile profile) {
        ElsterStatements statements = new ElsterStatements(profile);
        boolean test = login.organisation().map(TestOrganisation::testAccount).orElse(false);
        statements.text("IstTestkonto", String.valueOf(test));
        statements.text("ElsterVertrauensniveauIdentifizierung", word(login.level()));
        // As far as is known there is no log-in at a higher level than this.
        boolean higher = login.level().atLeast(TrustLevel.SUBSTANTIAL);
        statements.text(
                "ElsterVertrauensniveauAuthentifizierung", word(higher ? TrustLevel.SUBSTANTIAL : login.level()));
        login.organisation()
                .ifPresentOrElse(
                        organisation -> statements.organisation(organisation, pseudonym),
                        () -> statements.person(login.person()));
        return statements.sent;
    }

    private void organisation(TestOrganisation organisation, String pseudonym) {
        Map<OrganisationAttribute, String> values = new TreeMap<>(organisation.values());
        values.put(OrganisationAttribute.KEY, pseudonym);
        values.forEach((attribute, value) -> text(attribute.samlName(), value));
        organisation.address().ifPresent(address -> structured("Unternehmensanschrift", "AdresseType", parts(address)));
        organisation
                .actingPerson()
                .ifPresent(acting -> structured("HandelndePerson", "HandelndePersonType", parts(acting)));
    }

    private void person(TestPerson person) {
        text(OrganisationAttribute.DATA_SET.samlName(), "IdNr");
        new TreeMap<>(person.values()).forEach((attribute, value) -> {
            String name = profile.attributeNames().get(attribute);
            if (name != null && attribute != PersonAttribute.KEY) {
                text(name, attribute == PersonAttribute.BIRTH_DATE ? german(value) : value);
            }
        });
        if (person.values().containsKey(PersonAttribute.CITY)) {
            structured("Anschrift", "AdresseType", parts(address(person.values())));
        }
    }

    private void text(String name, String value) {
        sent.add(Draft.SentAttribute.text(name, "", "", Saml.escape(value)));
    }

    private void structured(String name, String type, Map<String, Optional<String>> parts) {
        StringBuilder xml = new StringBuilder();
        parts.forEach((part, value) -> value.ifPresent(text -> xml.append("<ekona:")
                .append(part)
                .append('>')
                .append(Saml.escape(text))
                .append("</ekona:")
                .append(part)
                .append('>')));
        sent.add(new Draft.SentAttribute(name, "", "", "ekona:" + type, List.of(xml.toString())));
    }

    private static Organisation.Address address(Map<PersonAttribute, String> values) {
        Optional<String> line = Optional.ofNullable(values.get(PersonAttribute.STREET));
        Optional<Matcher> split = line.map(HOUSE_NUMBER::matcher).filter(Matcher::matches);
        return new Organisation.Address(
                split.map(found -> found.group(1)).or(() -> line),
                split.map(found -> found.group(2)),
                Optional.ofNullable(values.get(PersonAttribute.POSTAL_CODE)),
                Optional.ofNullable(values.get(PersonAttribute.CITY)),
                Optional.empty(),
                Optional.ofNullable(values.get(PersonAttribute.COUNTRY)),
                Optional.empty());
    }

    private static Map<String, Optional<String>> parts(Organisation.Address address) {
        Map<String, Optional<String>> parts = new LinkedHashMap<>();
        parts.put("Typ", address.country().map(country -> country.equals("DE") ? "Inland" : "Ausland"));
        parts.put("Strasse", address.street());
        parts.put("Hausnummer", address.houseNumber());
        parts.put("PLZ", address.postalCode());
        parts.put("Ort", address.city());
        parts.put("Ortsteil", address.district());
        parts.put("Land", address.country());
        parts.put("Adressergaenzung", address.addition());
        return parts;
    }

    private static Map<String, Optional<String>> parts(Organisation.ActingPerson person) {
        Map<String, Optional<String>> parts = new LinkedHashMap<>();
        parts.put("Namensvorsatz", person.namePrefix());
        parts.put("AkademischerGrad", person.title());
        parts.put("Vorname", person.givenName());
        parts.put("Nachname", person.familyName());
        parts.put("Namenszusatz", person.nameSuffix());
        parts.put("Geburtsdatum", person.birthDateText());
        return parts;
    }

    private static String german(String isoDate) {
        try {
            return GERMAN.format(LocalDate.parse(isoDate));
        } catch (DateTimeParseException e) {
            return isoDate;
        }
    }

    private static String word(TrustLevel level) {
        return switch (level) {
            case BASIC, LOW -> "niedrig";
            case SUBSTANTIAL -> "substanziell";
            case HIGH -> "hoch";
        };
    }
}

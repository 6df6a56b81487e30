// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Person;
import de.ozgkit.identity.PersonAttribute;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads who a citizen is. */
final class PersonReader {

    private PersonReader() {}

    /**
     * The person.
     *
     * @param name the account's persistent name, which is the key if no attribute gives one; empty if it is none
     */
    static Person read(Statements statements, AccountProfile profile, Optional<String> name) {
        var values = new EnumMap<PersonAttribute, String>(PersonAttribute.class);
        var trust = new EnumMap<PersonAttribute, TrustLevel>(PersonAttribute.class);
        profile.attributeNames()
                .forEach((attribute, samlName) -> statements.text(samlName).ifPresent(value -> {
                    values.put(attribute, value);
                    statements.trust(samlName).ifPresent(level -> trust.put(attribute, level));
                }));
        name.ifPresent(key -> values.putIfAbsent(PersonAttribute.KEY, key));
        if (profile.business()) {
            fromElster(statements, values);
        }
        return new Person(values, trust, statements.raw());
    }

    /** ELSTER writes dates the German way and an address in parts. */
    private static void fromElster(Statements statements, Map<PersonAttribute, String> values) {
        values.computeIfPresent(PersonAttribute.BIRTH_DATE, (attribute, text) -> ElsterReader.isoDate(text));
        Map<String, String> address = statements.parts("Anschrift");
        ElsterReader.join(address, "Strasse", "Hausnummer")
                .ifPresent(street -> values.put(PersonAttribute.STREET, street));
        put(address.get("PLZ"), PersonAttribute.POSTAL_CODE, values);
        put(address.get("Ort"), PersonAttribute.CITY, values);
        put(address.get("Land"), PersonAttribute.COUNTRY, values);
    }

    private static void put(@Nullable String value, PersonAttribute attribute, Map<PersonAttribute, String> values) {
        if (value != null) {
            values.put(attribute, value);
        }
    }
}

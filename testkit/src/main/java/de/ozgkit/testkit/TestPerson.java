// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.identity.PersonAttribute;
import java.util.EnumMap;
import java.util.Map;

/**
 * Somebody who does not exist and may log in at {@link MockNutzerkonto}.
 *
 * @param id short name, such as {@code erika}
 * @param label what the mock's page shows
 * @param values what the account knows; without {@link PersonAttribute#KEY} the person is a guest
 * @since 0.1
 */
public record TestPerson(String id, String label, Map<PersonAttribute, String> values) {

    public TestPerson {
        values = Map.copyOf(values);
    }

    /** The same person with another value of one attribute. */
    public TestPerson with(PersonAttribute attribute, String value) {
        var changed = new EnumMap<PersonAttribute, String>(PersonAttribute.class);
        changed.putAll(values);
        changed.put(attribute, value);
        return new TestPerson(id, label, changed);
    }

    /** The same person about whom one attribute is unknown. */
    public TestPerson without(PersonAttribute attribute) {
        var changed = new EnumMap<PersonAttribute, String>(PersonAttribute.class);
        changed.putAll(values);
        changed.remove(attribute);
        return new TestPerson(id, label, changed);
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.identity.Organisation;
import de.ozgkit.identity.OrganisationAttribute;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * An organisation that does not exist and may log in at a {@link MockNutzerkonto} that plays Mein Unternehmenskonto. Immutable.
 *
 * @param id short name, such as {@code ag}
 * @param label what the mock's page shows
 * @param values what the account states in one word; the mock adds {@link OrganisationAttribute#KEY} itself, another one for each service
 * @param address where it is
 * @param actingPerson who acts for it
 * @param testAccount whether the account says that it is for tests, so that a service in production must refuse it
 * @since 0.1
 */
public record TestOrganisation(
        String id,
        String label,
        Map<OrganisationAttribute, String> values,
        Optional<Organisation.Address> address,
        Optional<Organisation.ActingPerson> actingPerson,
        boolean testAccount) {

    public TestOrganisation {
        values = Map.copyOf(values);
    }

    /** The same organisation with another value of one attribute. */
    public TestOrganisation with(OrganisationAttribute attribute, String value) {
        var changed = new EnumMap<OrganisationAttribute, String>(OrganisationAttribute.class);
        changed.putAll(values);
        changed.put(attribute, value);
        return new TestOrganisation(id, label, changed, address, actingPerson, testAccount);
    }

    /** The same organisation about which one attribute is unknown. */
    public TestOrganisation without(OrganisationAttribute attribute) {
        var changed = new EnumMap<OrganisationAttribute, String>(OrganisationAttribute.class);
        changed.putAll(values);
        changed.remove(attribute);
        return new TestOrganisation(id, label, changed, address, actingPerson, testAccount);
    }

    /** The same organisation, for which somebody else acts: it has many certificates and one key. */
    public TestOrganisation actedForBy(Organisation.ActingPerson person) {
        return new TestOrganisation(id, label, values, address, Optional.of(person), testAccount);
    }

    /** The same organisation with an account for tests. */
    public TestOrganisation asTestAccount() {
        return new TestOrganisation(id, label, values, address, actingPerson, true);
    }
}

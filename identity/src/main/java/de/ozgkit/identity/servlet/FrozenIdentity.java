// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.servlet;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.Identity;
import de.ozgkit.identity.Organisation;
import de.ozgkit.identity.OrganisationAttribute;
import de.ozgkit.identity.Person;
import de.ozgkit.identity.PersonAttribute;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An {@link Identity} of nothing but the JDK's maps, lists and texts. Absent parts of an address or a name are empty texts, which an account
 * never states.
 *
 * @param person what is known about a person; empty for an organisation
 * @param organisation what is known about an organisation; empty for a person
 * @param address of an organisation, in the order of the record; no element if there is none
 * @param actingPerson for an organisation, likewise
 */
record FrozenIdentity(
        boolean natural,
        HashMap<PersonAttribute, String> person,
        HashMap<PersonAttribute, TrustLevel> trust,
        HashMap<OrganisationAttribute, String> organisation,
        List<String> address,
        List<String> actingPerson,
        HashMap<String, List<String>> raw)
        implements Serializable {

    static FrozenIdentity of(Identity identity) {
        return identity.fold(FrozenIdentity::person, FrozenIdentity::organisation);
    }

    Identity thaw() {
        return natural
                ? new Person(person, trust, raw)
                : new Organisation(
                        organisation,
                        address.isEmpty() ? Optional.empty() : Optional.of(thawAddress()),
                        actingPerson.isEmpty() ? Optional.empty() : Optional.of(thawActingPerson()),
                        raw);
    }

    @Override
    public String toString() {
        return "FrozenIdentity[…]";
    }

    private static FrozenIdentity person(Person person) {
        return new FrozenIdentity(
                true,
                new HashMap<>(person.values()),
                new HashMap<>(person.trust()),
                new HashMap<>(),
                List.of(),
                List.of(),
                copy(person.raw()));
    }

    private static FrozenIdentity organisation(Organisation organisation) {
        return new FrozenIdentity(
                false,
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(organisation.values()),
                organisation
                        .address()
                        .map(a -> texts(List.of(
                                a.street(),
                                a.houseNumber(),
                                a.postalCode(),
                                a.city(),
                                a.district(),
                                a.country(),
                                a.addition())))
                        .orElse(List.of()),
                organisation
                        .actingPerson()
                        .map(p -> texts(List.of(
                                p.title(),
                                p.givenName(),
                                p.namePrefix(),
                                p.familyName(),
                                p.nameSuffix(),
                                p.birthDateText())))
                        .orElse(List.of()),
                copy(organisation.raw()));
    }

    private Organisation.Address thawAddress() {
        return new Organisation.Address(
                part(address, 0),
                part(address, 1),
                part(address, 2),
                part(address, 3),
                part(address, 4),
                part(address, 5),
                part(address, 6));
    }

    private Organisation.ActingPerson thawActingPerson() {
        return new Organisation.ActingPerson(
                part(actingPerson, 0),
                part(actingPerson, 1),
                part(actingPerson, 2),
                part(actingPerson, 3),
                part(actingPerson, 4),
                part(actingPerson, 5));
    }

    private static List<String> texts(List<Optional<String>> parts) {
        return parts.stream().map(part -> part.orElse("")).toList();
    }

    private static Optional<String> part(List<String> parts, int index) {
        return Optional.of(parts.get(index)).filter(text -> !text.isEmpty());
    }

    private static HashMap<String, List<String>> copy(Map<String, List<String>> raw) {
        return new HashMap<>(raw);
    }
}

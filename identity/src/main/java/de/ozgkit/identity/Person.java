// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.TrustLevel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the account told about a citizen. Anything may be missing: people with one name have no given name, guests have no key, not
 * everybody has an address. Immutable; {@link #toString()} shows no data. Source: interface description of BundID 10.2, chapter 6.
 *
 * @param values the statements as they came, in Unicode form NFC; never white space only
 * @param trust how sure the account is of a statement; missing where it does not say
 * @param raw see {@link Identity#raw()}
 * @since 0.1
 */
public record Person(
        Map<PersonAttribute, String> values, Map<PersonAttribute, TrustLevel> trust, Map<String, List<String>> raw)
        implements Identity {

    public Person {
        values = Map.copyOf(values);
        trust = Map.copyOf(trust);
        raw = copy(raw);
    }

    /** One statement. */
    public Optional<String> get(PersonAttribute attribute) {
        return Optional.ofNullable(values.get(attribute));
    }

    /** How sure the account is of one statement; empty if it does not say. */
    public Optional<TrustLevel> trustIn(PersonAttribute attribute) {
        return Optional.ofNullable(trust.get(attribute));
    }

    @Override
    public Optional<String> key() {
        return get(PersonAttribute.KEY);
    }

    /** The given names; empty for people with one name, too. */
    public Optional<String> givenName() {
        return get(PersonAttribute.GIVEN_NAME);
    }

    /** The family name, or the only one. */
    public Optional<String> familyName() {
        return get(PersonAttribute.FAMILY_NAME);
    }

    /** The name at birth, if it was another one. */
    public Optional<String> birthName() {
        return get(PersonAttribute.BIRTH_NAME);
    }

    /** An address to write to; see {@link #trustIn} before a notice depends on it. */
    public Optional<String> mail() {
        return get(PersonAttribute.MAIL);
    }

    /** Given name and family name, as far as known; empty text if neither is. */
    @Override
    public String displayName() {
        return join(PersonAttribute.GIVEN_NAME, PersonAttribute.FAMILY_NAME);
    }

    /** The birth date as the account writes it, such as {@code 1964-08-12}, or with an unknown day or month. */
    public Optional<String> birthDateText() {
        return get(PersonAttribute.BIRTH_DATE);
    }

    /** The birth date; empty if missing or if day or month are unknown, see {@link #birthDateText()}. */
    public Optional<LocalDate> birthDate() {
        return birthDateText().flatMap(Person::parse);
    }

    /** The address; empty if nothing of it is known. */
    public Optional<Address> address() {
        Address address = new Address(
                get(PersonAttribute.STREET),
                get(PersonAttribute.POSTAL_CODE),
                get(PersonAttribute.CITY),
                get(PersonAttribute.COUNTRY));
        return Stream.of(address.street(), address.postalCode(), address.city()).anyMatch(Optional::isPresent)
                ? Optional.of(address)
                : Optional.empty();
    }

    @Override
    public <T> T fold(
            Function<? super Person, ? extends T> person, Function<? super Organisation, ? extends T> organisation) {
        return person.apply(this);
    }

    @Override
    public String toString() {
        return "Person" + values.keySet().stream().sorted().toList();
    }

    static Map<String, List<String>> copy(Map<String, List<String>> raw) {
        return raw.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    private String join(PersonAttribute... parts) {
        return Stream.of(parts).flatMap(part -> get(part).stream()).collect(Collectors.joining(" "));
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Where somebody lives.
     *
     * @param street street and house number, unsplit
     * @param country ISO 3166-1 alpha-2
     * @since 0.1
     */
    public record Address(
            Optional<String> street, Optional<String> postalCode, Optional<String> city, Optional<String> country) {
        @Override
        public String toString() {
            return "Address[…]";
        }
    }
}

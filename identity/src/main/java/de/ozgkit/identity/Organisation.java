// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Mein Unternehmenskonto told about an organisation and about who acts for it. Anything may be missing. The same organisation logs in
 * with many certificates, all under one {@link #key()}. Immutable; {@link #toString()} shows no data.
 *
 * @param values the simple statements as they came, in Unicode form NFC; never white space only
 * @param address where it is
 * @param actingPerson who acts for it
 * @param raw see {@link Identity#raw()}
 * @since 0.1
 */
public record Organisation(
        Map<OrganisationAttribute, String> values,
        Optional<Address> address,
        Optional<ActingPerson> actingPerson,
        Map<String, List<String>> raw)
        implements Identity {

    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    public Organisation {
        values = Map.copyOf(values);
        raw = Person.copy(raw);
    }

    /** One statement. */
    public Optional<String> get(OrganisationAttribute attribute) {
        return Optional.ofNullable(values.get(attribute));
    }

    /** The pseudonym of the organisation at this service provider. */
    @Override
    public Optional<String> key() {
        return get(OrganisationAttribute.KEY);
    }

    /** The name of the organisation. */
    public Optional<String> name() {
        return get(OrganisationAttribute.NAME);
    }

    /** The name of the organisation, or of the person who acts for it, or empty text. */
    @Override
    public String displayName() {
        return name().or(() -> actingPerson.map(ActingPerson::displayName)).orElse("");
    }

    /** The legal form in words if they came, otherwise its code. */
    public Optional<String> legalForm() {
        return get(OrganisationAttribute.LEGAL_FORM_TEXT).or(() -> get(OrganisationAttribute.LEGAL_FORM));
    }

    /** Its entry in a public register; empty if it is in none, or the account does not say. */
    public Optional<Register> register() {
        return get(OrganisationAttribute.REGISTER_NUMBER)
                .map(number -> new Register(
                        get(OrganisationAttribute.REGISTER_KIND), number, get(OrganisationAttribute.REGISTER_COURT)));
    }

    /** Whether it is one natural person in business, not a legal person; empty if the account does not say. */
    public Optional<Boolean> naturalPerson() {
        return get(OrganisationAttribute.PERSON_KIND).map("NatPers"::equals);
    }

    @Override
    public <T> T fold(
            Function<? super Person, ? extends T> person, Function<? super Organisation, ? extends T> organisation) {
        return organisation.apply(this);
    }

    @Override
    public String toString() {
        return "Organisation" + values.keySet().stream().sorted().toList();
    }

    /**
     * An entry in a public register.
     *
     * @param kind HRA, HRB, VR, GR or PR
     * @param court the court that keeps it
     * @since 0.1
     */
    public record Register(Optional<String> kind, String number, Optional<String> court) {
        @Override
        public String toString() {
            return "Register[…]";
        }
    }

    /**
     * Where an organisation is.
     *
     * @param postalCode may be missing abroad
     * @param district part of the city
     * @param country ISO 3166-1 alpha-2
     * @param addition anything else that stands on an envelope
     * @since 0.1
     */
    public record Address(
            Optional<String> street,
            Optional<String> houseNumber,
            Optional<String> postalCode,
            Optional<String> city,
            Optional<String> district,
            Optional<String> country,
            Optional<String> addition) {
        @Override
        public String toString() {
            return "Address[…]";
        }
    }

    /**
     * Who acts for the organisation.
     *
     * @param namePrefix such as "von"
     * @param nameSuffix what follows the family name
     * @param birthDateText as the account writes it, usually day.month.year
     * @since 0.1
     */
    public record ActingPerson(
            Optional<String> title,
            Optional<String> givenName,
            Optional<String> namePrefix,
            Optional<String> familyName,
            Optional<String> nameSuffix,
            Optional<String> birthDateText) {

        /** The whole name, as far as known. */
        public String displayName() {
            return Stream.of(title, givenName, namePrefix, familyName, nameSuffix)
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" "));
        }

        /** The birth date; empty if missing or not a whole date. */
        public Optional<LocalDate> birthDate() {
            return birthDateText.flatMap(Organisation::date);
        }

        @Override
        public String toString() {
            return "ActingPerson[…]";
        }
    }

    /** A date in either of the two forms that ELSTER writes. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(text.contains(".") ? LocalDate.parse(text, GERMAN) : LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

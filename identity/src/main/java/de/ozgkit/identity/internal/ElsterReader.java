// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Identity;
import de.ozgkit.identity.Organisation;
import de.ozgkit.identity.OrganisationAttribute;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what Mein Unternehmenskonto states. Structured values are read by namespace and local name. */
final class ElsterReader {

    private static final Pattern GERMAN_DATE = Pattern.compile("(\\d{2})\\.(\\d{2})\\.(\\d{4})");

    private ElsterReader() {}

    /** An organisation, or the natural person whom the data set IdNr is about. */
    static Identity read(Statements statements, AccountProfile profile, Optional<String> name) {
        boolean natural = statements
                .text(OrganisationAttribute.DATA_SET.samlName())
                .filter("IdNr"::equals)
                .isPresent();
        return natural ? PersonReader.read(statements, profile, name) : organisation(statements, name);
    }

    /** The lower of the two levels that must be stated: how surely it is known, and how it logged in. */
    static Optional<TrustLevel> level(Statements statements) {
        Optional<TrustLevel> identified = level(statements, "Identifizierung");
        Optional<TrustLevel> authenticated = level(statements, "Authentifizierung");
        return identified.flatMap(one -> authenticated.map(other -> one.atLeast(other) ? other : one));
    }

    private static Optional<TrustLevel> level(Statements statements, String of) {
        return statements.text("ElsterVertrauensniveau" + of).flatMap(Levels::ofAttribute);
    }

    /** Whether this is a test account: any word but a clear "no" counts as one. */
    static boolean isTestAccount(Statements statements) {
        return statements
                .text("IstTestkonto")
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.equals("false") && !word.equals("0"))
                .isPresent();
    }

    private static Organisation organisation(Statements statements, Optional<String> name) {
        var values = new EnumMap<OrganisationAttribute, String>(OrganisationAttribute.class);
        for (OrganisationAttribute attribute : OrganisationAttribute.values()) {
            statements.text(attribute.samlName()).ifPresent(value -> values.put(attribute, value));
        }
        name.ifPresent(key -> values.putIfAbsent(OrganisationAttribute.KEY, key));
        return new Organisation(
                values, address(statements.parts("Unternehmensanschrift")), acting(statements), statements.raw());
    }

    private static Optional<Organisation.Address> address(Map<String, String> parts) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Organisation.Address(
                        part(parts, "Strasse"),
                        part(parts, "Hausnummer"),
                        part(parts, "PLZ"),
                        part(parts, "Ort"),
                        part(parts, "Ortsteil"),
                        part(parts, "Land"),
                        part(parts, "Adressergaenzung")));
    }

    private static Optional<Organisation.ActingPerson> acting(Statements statements) {
        Map<String, String> parts = statements.parts("HandelndePerson");
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Organisation.ActingPerson(
                        part(parts, "AkademischerGrad"),
                        part(parts, "Vorname"),
                        part(parts, "Namensvorsatz"),
                        part(parts, "Nachname"),
                        part(parts, "Namenszusatz"),
                        part(parts, "Geburtsdatum")));
    }

    private static Optional<String> part(Map<String, String> parts, String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** Those of the parts that are there, with blanks between. */
    static Optional<String> join(Map<String, String> parts, String... names) {
        return Optional.of(Stream.of(names)
                        .flatMap(name -> part(parts, name).stream())
                        .collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty());
    }

    /** A German date in the form of ISO 8601; everything else as it stands. */
    static String isoDate(String text) {
        Matcher date = GERMAN_DATE.matcher(text);
        return date.matches() ? date.group(3) + "-" + date.group(2) + "-" + date.group(1) : text;
    }
}

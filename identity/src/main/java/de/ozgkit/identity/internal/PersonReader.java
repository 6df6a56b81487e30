// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.DUPLICATE_ATTRIBUTE;
import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Person;
import de.ozgkit.identity.PersonAttribute;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.w3c.dom.Element;

/** Reads the attributes of a proven assertion, by their names and never by their friendly names. */
final class PersonReader {

    private static final int MAX_LENGTH = 2000;

    private final AccountProfile profile;
    private final Map<PersonAttribute, String> values = new EnumMap<>(PersonAttribute.class);
    private final Map<PersonAttribute, TrustLevel> trust = new EnumMap<>(PersonAttribute.class);
    private final Map<String, List<String>> raw = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    PersonReader(AccountProfile profile) {
        this.profile = profile;
    }

    Person read(Assertion assertion) {
        assertion
                .getAttributeStatements()
                .forEach(statement -> statement.getAttributes().forEach(this::read));
        return new Person(values, trust, raw);
    }

    private void read(Attribute attribute) {
        String name = String.valueOf(attribute.getName());
        Reject.unless(
                seen.add(name) && attribute.getAttributeValues().size() <= 1,
                DUPLICATE_ATTRIBUTE,
                "an attribute stands twice or has several values");
        Optional<PersonAttribute> known = profile.attribute(name);
        if (known.isPresent() && !attribute.getAttributeValues().isEmpty()) {
            String value = clean(attribute.getAttributeValues().get(0).getDOM());
            raw.put(name, List.of(value));
            if (!value.isBlank()) {
                values.put(known.get(), value);
                trustLevel(attribute).ifPresent(level -> trust.put(known.get(), level));
            }
        }
    }

    private static Optional<TrustLevel> trustLevel(Attribute attribute) {
        Element element = Optional.ofNullable(attribute.getDOM()).orElseThrow();
        return Levels.ofAttribute(element.getAttributeNS(Names.AKDB, "TrustLevel"));
    }

    private static String clean(@Nullable Element element) {
        String value = element == null ? "" : Normalizer.normalize(element.getTextContent(), Normalizer.Form.NFC);
        Reject.unless(
                value.length() <= MAX_LENGTH && value.codePoints().noneMatch(Character::isISOControl),
                MALFORMED_XML,
                "the value of an attribute is too long or has control characters");
        return value;
    }
}

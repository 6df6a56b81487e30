// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static de.ozgkit.identity.LoginFailure.MALFORMED_XML;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads what stands in an element of SAML whose structure was checked: in the very element that a signature covers. */
final class Read {

    private Read() {}

    /** The part that {@link Form} insists on. */
    static Element part(Element parent, String namespace, String name) {
        return SafeDom.child(parent, namespace, name).orElseThrow(() -> Reject.as(MALFORMED_XML, "without " + name));
    }

    /** The same in the namespace of assertions. */
    static Element part(Element parent, String name) {
        return part(parent, Names.SAML, name);
    }

    /** The text of an element without parts, without the white space around it. */
    static String text(Element element) {
        return element.getTextContent().trim();
    }

    /** An address or a name, whose types know no white space around them. Empty if it is missing or blank, which means the same. */
    static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.getAttribute(name).trim()).filter(value -> !value.isEmpty());
    }

    /** A point in time; SAML knows none without a time zone. Source: SAML 2.0 core 1.3.3. */
    static Optional<Instant> instant(Element element, String name) {
        try {
            return attribute(element, name)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            // The cause would quote the message.
            throw Reject.as(MALFORMED_XML, name + " is no time with a time zone");
        }
    }

    /** A point in time that {@link Form} insists on. */
    static Instant requiredInstant(Element element, String name) {
        return instant(element, name).orElseThrow(() -> Reject.as(MALFORMED_XML, "without " + name));
    }
}

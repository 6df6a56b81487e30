// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import de.ozgkit.core.Money;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.xml.SafeXml;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An answer in SOAP 1.1 of either profile, read by local names: how answers are wrapped differs between versions. What is written elsewhere
 * in the message and referred to, as RPC/encoded allows, is followed. Whatever is not as expected reads as missing.
 */
final class SoapAnswer {

    private static final int LONGEST_AMOUNT = 18;

    private final Element content;
    private final Map<String, Element> elsewhere;

    private SoapAnswer(Element content, Map<String, Element> elsewhere) {
        this.content = content;
        this.elsewhere = elsewhere;
    }

    /** What an operation returned; empty if there is nothing of it, such as in a fault. */
    static Optional<SoapAnswer> read(byte[] message) {
        Element envelope;
        try {
            envelope = SafeXml.parse(message).getDocumentElement();
        } catch (OzgException e) {
            return Optional.empty();
        }
        Element body = "Envelope".equals(envelope.getLocalName()) ? first(envelope, "Body") : null;
        Element wrapper = body == null ? null : first(body, null);
        if (body == null || wrapper == null || "Fault".equals(wrapper.getLocalName())) {
            return Optional.empty();
        }
        Map<String, Element> elsewhere = identified(body);
        Element content = first(wrapper, null);
        return content == null
                ? Optional.empty()
                : Optional.of(new SoapAnswer(followed(content, elsewhere), elsewhere));
    }

    /** Whether a message is a fault of SOAP. */
    static boolean isFault(byte[] message) {
        try {
            Element envelope = SafeXml.parse(message).getDocumentElement();
            Element body = first(envelope, "Body");
            return body != null && first(body, "Fault") != null;
        } catch (OzgException e) {
            return false;
        }
    }

    // the result that every operation has

    /** Whether the answer tells how it went. */
    boolean tellsResult() {
        return result().at("istOk").isPresent();
    }

    boolean isWell() {
        return result().at("istOk")
                .filter(ok -> ok.equals("true") || ok.equals("1"))
                .isPresent();
    }

    Optional<EpayCode> complaint() {
        SoapAnswer result = result();
        return result.at("code").or(() -> result.at("text", "code")).flatMap(EpayCode::of);
    }

    /** Of some operations it is the whole answer, of others a part. */
    private SoapAnswer result() {
        Element part = child(content, "ergebnis");
        return part == null ? this : new SoapAnswer(part, elsewhere);
    }

    // what the operation is about

    /** The text at the end of these names; empty if it is blank or not there. */
    Optional<String> at(String... names) {
        Element element = content;
        for (String name : names) {
            element = element == null ? null : child(element, name);
        }
        return element == null || first(element, null) != null
                ? Optional.empty()
                : Optional.of(element.getTextContent().strip()).filter(text -> !text.isEmpty());
    }

    /** An amount; empty if it is not there. */
    Optional<Money> amount(String... names) {
        return at(names).flatMap(SoapAnswer::money);
    }

    /** Whether there is something that should be an amount and is none. */
    boolean isBroken(String... names) {
        return at(names).isPresent() && amount(names).isEmpty();
    }

    private static Optional<Money> money(String text) {
        try {
            return text.length() > LONGEST_AMOUNT || !text.matches("[+-]?[0-9]+(\\.[0-9]+)?")
                    ? Optional.empty()
                    : Optional.of(Money.of(new BigDecimal(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private @Nullable Element child(Element parent, String name) {
        Element found = first(parent, name);
        return found == null ? null : followed(found, elsewhere);
    }

    private static Element followed(Element element, Map<String, Element> elsewhere) {
        String reference = element.getAttribute("href");
        return reference.startsWith("#") ? elsewhere.getOrDefault(reference.substring(1), element) : element;
    }

    private static Map<String, Element> identified(Element body) {
        Map<String, Element> found = new HashMap<>();
        Deque<Element> open = new ArrayDeque<>();
        open.add(body);
        while (!open.isEmpty()) {
            Element element = open.remove();
            if (element.hasAttribute("id")) {
                found.putIfAbsent(element.getAttribute("id"), element);
            }
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element child) {
                    open.add(child);
                }
            }
        }
        return found;
    }

    /** @param name null for any */
    private static @Nullable Element first(Element parent, @Nullable String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name == null || name.equals(element.getLocalName()))) {
                return element;
            }
        }
        return null;
    }
}

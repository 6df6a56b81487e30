// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.core.xml.XmlLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The one way to a tree for what comes from outside: UTF-8 only, no DOCTYPE, no comments, limited depth. */
final class SafeDom {

    private static final XmlLimits LIMITS = new XmlLimits(1 << 20, 40, 50);
    private static final Pattern DECLARATION = Pattern.compile("\\A\uFEFF?<\\?xml\\s[^>]*\\?>");

    private SafeDom() {}

    /**
     * The document; comments are dropped and the text around them joined.
     *
     * @throws RejectedException with a code of {@link SafeXml} if it cannot be read
     */
    static Document parse(byte[] xml) {
        // Without its declaration, which could say that the bytes mean something else than UTF-8.
        String text = utf8(xml);
        Matcher declaration = DECLARATION.matcher(text);
        return SafeXml.parse(
                declaration.lookingAt() ? text.substring(declaration.end()).getBytes(StandardCharsets.UTF_8) : xml,
                LIMITS);
    }

    private static String utf8(byte[] xml) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(xml))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RejectedException("xml.malformed", "not UTF-8");
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String namespace, String name) {
        List<Element> children = children(parent);
        children.removeIf(element -> !is(element, namespace, name));
        return children;
    }

    /** The first of that name. */
    static Optional<Element> child(Element parent, String namespace, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && is(element, namespace, name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    static boolean is(@Nullable Node node, String namespace, String name) {
        return node != null && namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }
}

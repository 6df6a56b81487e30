// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import com.fasterxml.aalto.UncheckedStreamException;
import de.ozgkit.core.RejectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** A parser that refuses what a message of ours never needs, and that sees replaced namespaces. */
final class GuardedReader extends StreamReaderDelegate {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_ATTRIBUTES = 100;

    private record Declared(int depth, String prefix, String uri) {}

    private final LimitedBytes bytes;
    private final UnaryOperator<String> namespaces;
    private final SeenNames seen = new SeenNames();
    private final List<Declared> declared = new ArrayList<>();
    private int depth;
    private long partsLeft = Long.MAX_VALUE;
    private @Nullable String ignored;
    private boolean sawIgnored;
    private @Nullable String lastNamespace;
    private @Nullable String lastReplaced;

    GuardedReader(XMLStreamReader reader, LimitedBytes bytes, UnaryOperator<String> namespaces) {
        super(reader);
        this.bytes = bytes;
        this.namespaces = namespaces;
    }

    /** From now on at most so many elements and attributes; each of them will stay in memory. */
    void limitParts(long max) {
        partsLeft = max;
    }

    /** From now on elements of this namespace have none, but for the root. */
    void ignoreOnChildren(String namespace) {
        ignored = namespace;
    }

    boolean hadIgnoredNamespace() {
        return sawIgnored;
    }

    int depth() {
        return depth;
    }

    int line() {
        return getLocation().getLineNumber();
    }

    @Override
    public int next() throws XMLStreamException {
        int event = parsed();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin();
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.DTD -> throw refused("xml.doctype", "a document type is not allowed");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("xml.malformed", "an entity is not allowed");
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> see(null, getPITarget());
            default -> {}
        }
        return event;
    }

    /** The parser answers some broken inputs, such as a declaration of the prefix xmlns, with other exceptions than it promises. */
    private int parsed() throws XMLStreamException {
        try {
            finishText();
            bytes.startStep();
            int event = super.next();
            bytes.endStep();
            return event;
        } catch (UncheckedStreamException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new XMLStreamException("the parser cannot read this", e);
        }
    }

    @Override
    public String getText() {
        try {
            return super.getText();
        } catch (UncheckedStreamException e) {
            throw e;
        } catch (RuntimeException e) {
            throw UncheckedStreamException.createFrom(new XMLStreamException("the parser cannot read this", e));
        }
    }

    /** The parser would read the rest of a text as a part of the next step. */
    private void finishText() {
        switch (getEventType()) {
            case XMLStreamConstants.CHARACTERS,
                    XMLStreamConstants.CDATA,
                    XMLStreamConstants.SPACE,
                    XMLStreamConstants.COMMENT -> getTextLength();
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> getPIData();
            default -> {}
        }
    }

    private void begin() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw refused("xml.too_deep", "more than " + MAX_DEPTH + " elements inside each other");
        }
        int attributes = getAttributeCount();
        int declarations = getNamespaceCount();
        if (attributes + declarations > MAX_ATTRIBUTES) {
            throw refused("xml.too_large", "more than " + MAX_ATTRIBUTES + " attributes");
        }
        keep(1 + attributes + declarations);
        see(getPrefix(), getLocalName());
        for (int i = 0; i < attributes; i++) {
            see(getAttributePrefix(i), getAttributeLocalName(i));
        }
        for (int i = 0; i < declarations; i++) {
            String prefix = orEmpty(getNamespacePrefix(i));
            see("xmlns", prefix);
            declared.add(new Declared(depth, prefix, orEmpty(getNamespaceURI(i))));
        }
    }

    /** So many elements and attributes will stay in memory. */
    void keep(int parts) {
        partsLeft -= parts;
        if (partsLeft < 0) {
            throw refused("xml.too_large", "too many elements and attributes");
        }
    }

    private void end() {
        while (!declared.isEmpty() && declared.get(declared.size() - 1).depth() == depth) {
            declared.remove(declared.size() - 1);
        }
        depth--;
    }

    private void see(@Nullable String prefix, String name) {
        if (prefix != null && !prefix.isEmpty() && !name.isEmpty() && !XmlCharacters.beginsLikeName(name)) {
            throw refused("xml.malformed", "a name that begins like no name");
        }
        if (!seen.add(orEmpty(prefix), name)) {
            throw refused("xml.too_large", "too many different names of elements and attributes");
        }
    }

    /** Prefixes and namespaces that are declared for the current element. */
    Map<String, String> namespacesInScope() {
        Map<String, String> scope = new LinkedHashMap<>();
        declared.forEach(d -> scope.put(d.prefix(), d.uri()));
        return scope;
    }

    /** The text from here to the end of the current element or to its next child. */
    String text() throws XMLStreamException {
        String text = null;
        StringBuilder more = null;
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text == null) {
                        text = getText();
                    } else {
                        more = more == null ? new StringBuilder(text) : more;
                        more.append(getText());
                    }
                }
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    return more != null ? more.toString() : text != null ? text : "";
                }
                default -> {}
            }
        }
    }

    /** Moves to the end of the current element, whatever is in it. */
    void skip() throws XMLStreamException {
        for (int outside = depth - 1; depth > outside; ) {
            next();
        }
    }

    // The parent's methods would pass by the checks of next().
    @Override
    public int nextTag() throws XMLStreamException {
        throw new XMLStreamException("not used");
    }

    @Override
    public String getElementText() throws XMLStreamException {
        throw new XMLStreamException("not used");
    }

    @Override
    public @Nullable String getNamespaceURI() {
        String uri = super.getNamespaceURI();
        if (ignored != null && ignored.equals(uri) && (isEndElement() ? depth > 0 : depth > 1)) {
            sawIgnored = true;
            return "";
        }
        return replaced(uri);
    }

    @Override
    public @Nullable String getNamespaceURI(int index) {
        return replaced(super.getNamespaceURI(index));
    }

    @Override
    public @Nullable String getNamespaceURI(String prefix) {
        return replaced(super.getNamespaceURI(prefix));
    }

    @SuppressWarnings(
            "ReferenceEquality") // the parser gives the same object for the same namespace; others are just asked again
    private @Nullable String replaced(@Nullable String namespace) {
        if (namespace == null) {
            return null;
        }
        if (namespace != lastNamespace) {
            lastReplaced = namespaces.apply(namespace);
            lastNamespace = namespace;
        }
        return lastReplaced;
    }

    private RejectedException refused(String code, String message) {
        return new RejectedException(code, message + ", at line " + line());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

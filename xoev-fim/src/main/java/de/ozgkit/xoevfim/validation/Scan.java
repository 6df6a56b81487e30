// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.Names;
import de.ozgkit.xoevfim.internal.schema.Standard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.LocatorImpl;

/** One pass over a document: every event goes to the schema and to the rules of the standard. Keeps no more than the open elements. */
final class Scan {

    /** Of one text in a long file. A whole file inside XProzess is held by the limit on the document. */
    private static final int MAX_TEXT = 4 << 20;

    /** A parser keeps every name that it ever saw. */
    private static final int MAX_NAMES = 10_000;

    private final XMLStreamReader reader;
    private final Standard standard;
    private final Input input;
    private final Consumer<Finding> findings;
    private final ContentRules rules;
    private final @Nullable ValidatorHandler schema;
    private final LocatorImpl locator = new LocatorImpl();
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Set<String> names = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private boolean starting;

    /** An open element, its attributes, and how many children of each name it had so far. */
    private record Frame(String name, int number, AttributesImpl attributes, Map<String, Integer> children) {}

    Scan(
            XMLStreamReader reader,
            Standard standard,
            Input input,
            @Nullable ValidatorHandler schema,
            ContentRules rules,
            Consumer<Finding> findings) {
        this.reader = reader;
        this.standard = standard;
        this.input = input;
        this.schema = schema;
        this.rules = rules;
        this.findings = findings;
    }

    /** From the start of the root to the end of the document. */
    void run() throws XMLStreamException, SAXException {
        if (schema != null) {
            schema.setDocumentLocator(locator);
            schema.startDocument();
        }
        for (int event = reader.getEventType(); event != XMLStreamConstants.END_DOCUMENT; event = reader.next()) {
            input.startToken();
            locator.setLineNumber(line());
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> characters();
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
        if (schema != null) {
            schema.endDocument();
        }
        rules.finish(this);
    }

    private void start() throws SAXException {
        String name = reader.getLocalName();
        remember(name);
        Frame parent = open.peek();
        int number = parent == null ? 1 : parent.children().merge(name, 1, Integer::sum);
        open.push(new Frame(name, number, attributes(), new HashMap<>(4)));
        text.setLength(0);
        if (standard.isStreamed() && open.size() <= 3) {
            input.startObject();
        }
        starting = true;
        rules.start(this);
        if (schema != null) {
            for (int i = 0; i < reader.getNamespaceCount(); i++) {
                schema.startPrefixMapping(orEmpty(reader.getNamespacePrefix(i)), orEmpty(reader.getNamespaceURI(i)));
            }
            schema.startElement(
                    rules.namespace(this),
                    rules.name(this),
                    qName(),
                    open.element().attributes());
        }
        starting = false;
    }

    private void end() throws SAXException {
        if (schema != null) {
            schema.endElement(rules.namespace(this), rules.name(this), qName());
            for (int i = reader.getNamespaceCount() - 1; i >= 0; i--) {
                schema.endPrefixMapping(orEmpty(reader.getNamespacePrefix(i)));
            }
        }
        rules.end(this, text.toString());
        text.setLength(0);
        open.pop();
    }

    private void characters() throws SAXException {
        char[] characters = reader.getTextCharacters();
        int start = reader.getTextStart();
        int length = reader.getTextLength();
        if (schema != null) {
            schema.characters(characters, start, length);
        }
        text.append(characters, start, length);
        if (standard.isStreamed() && text.length() > MAX_TEXT) {
            throw new RejectedException("xml.too_large", "a text of more than " + MAX_TEXT + " characters");
        }
    }

    private AttributesImpl attributes() {
        AttributesImpl attributes = new AttributesImpl();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            remember(name);
            String prefix = orEmpty(reader.getAttributePrefix(i));
            attributes.addAttribute(
                    orEmpty(reader.getAttributeNamespace(i)),
                    name,
                    prefix.isEmpty() ? name : prefix + ":" + name,
                    "CDATA",
                    reader.getAttributeValue(i));
        }
        return attributes;
    }

    private void remember(String name) {
        if (names.add(name) && names.size() > MAX_NAMES) {
            throw new RejectedException("xml.too_large", "more than " + MAX_NAMES + " different names");
        }
    }

    private String qName() {
        String prefix = orEmpty(reader.getPrefix());
        return prefix.isEmpty() ? rules.name(this) : prefix + ":" + rules.name(this);
    }

    /** The local name of the current element. */
    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        return orEmpty(reader.getNamespaceURI());
    }

    /** An attribute without a namespace. */
    @Nullable
    String attribute(String name) {
        return open.element().attributes().getValue("", name);
    }

    /** How many elements are open, the current one among them. */
    int depth() {
        return open.size();
    }

    /** The name of the element around the current one, or an empty text. */
    String parent() {
        Iterator<Frame> frames = open.iterator();
        frames.next();
        return frames.hasNext() ? frames.next().name() : "";
    }

    /** Whether the start of the current element is being looked at, not its end. */
    boolean isStarting() {
        return starting;
    }

    Standard standard() {
        return standard;
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** Where the current element is: names from the root down, with a number from the second of a name on. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext(); ) {
            Frame frame = frames.next();
            path.append('/').append(Names.shown(frame.name()));
            if (frame.number() > 1) {
                path.append('[').append(frame.number()).append(']');
            }
        }
        return path.toString();
    }

    void report(Finding.Severity severity, String rule, String german, String english) {
        findings.accept(Finding.of(severity, rule, path(), german, english).atLine(line()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

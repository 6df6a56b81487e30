// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.xml;

import de.ozgkit.core.RejectedException;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Refuses document types and what is beyond the limits, and turns every failure of the parser into a {@link RejectedException}. */
final class LimitedReader extends StreamReaderDelegate {

    private final Nesting nesting;

    private LimitedReader(XMLStreamReader reader, XmlLimits limits) {
        super(reader);
        this.nesting = new Nesting(limits);
    }

    static LimitedReader open(XMLInputFactory hardened, LimitedStream in, XmlLimits limits) {
        try {
            return new LimitedReader(hardened.createXMLStreamReader(in), limits);
        } catch (XMLStreamException | RuntimeException e) {
            throw Refusal.of(e, "at its beginning");
        }
    }

    @Override
    public int next() {
        int event = advance();
        switch (event) {
            case START_ELEMENT -> nesting.enter(getAttributeCount() + getNamespaceCount(), this::where);
            case END_ELEMENT -> nesting.leave();
            case DTD -> throw Refusal.doctype();
            case ENTITY_REFERENCE -> throw Refusal.malformed("refers to an entity that XML does not define", where());
            default -> {
                // Text, comments and the like count as bytes only.
            }
        }
        return event;
    }

    // The two below would otherwise run inside the parser, past the checks of next().

    @Override
    public int nextTag() {
        int event = next();
        while (event == SPACE
                || event == COMMENT
                || event == PROCESSING_INSTRUCTION
                || (event == CHARACTERS || event == CDATA) && isWhiteSpace()) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw Refusal.malformed("has text where an element is expected", where());
        }
        return event;
    }

    @Override
    public String getElementText() {
        if (getEventType() != START_ELEMENT) {
            throw new IllegalStateException("The text of an element is read from its start");
        }
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            if (event == START_ELEMENT) {
                throw Refusal.malformed("has an element where only text is expected", where());
            }
            if (event == CHARACTERS || event == CDATA || event == SPACE) {
                text.append(getText());
            }
        }
        return text.toString();
    }

    @Override
    public boolean hasNext() {
        return getEventType() != END_DOCUMENT;
    }

    private int advance() {
        if (!hasNext()) {
            throw new NoSuchElementException("The document is at its end");
        }
        try {
            return super.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw Refusal.of(e, where());
        }
    }

    private String where() {
        return Refusal.where(getLocation().getLineNumber(), getLocation().getColumnNumber());
    }
}

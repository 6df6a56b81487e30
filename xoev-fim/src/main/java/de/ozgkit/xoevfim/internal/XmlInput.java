// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TransportException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * One XML document read as a stream, with no DTD, no entity and limits on bytes, depth and attributes. Every way in which the document
 * can be broken ends in a {@link RejectedException} that names the line.
 */
public final class XmlInput implements AutoCloseable {

    /** A whole schema or code list. The largest real ones have a few megabytes. */
    public static final long DOCUMENT_BYTES = 64L << 20;

    /** One object inside an endless transfer file. */
    public static final long OBJECT_BYTES = 16L << 20;

    private static final int MAX_DEPTH = 200;
    private static final int MAX_ATTRIBUTES = 100;

    private final LimitedStream bytes;
    private final Guard reader;
    private @Nullable Unmarshaller unmarshaller;

    /** Opens a document; the stream is closed by {@link #close}. */
    public XmlInput(InputStream in, long maxBytes) {
        this(in, maxBytes, UnaryOperator.identity());
    }

    /** Opens a document whose element namespaces are replaced while it is read, so that one model serves several versions. */
    public XmlInput(InputStream in, long maxBytes, UnaryOperator<String> namespaces) {
        this.bytes = new LimitedStream(in, maxBytes);
        try {
            this.reader = new Guard(factory().createXMLStreamReader(bytes), namespaces);
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw broken(e, 1);
        }
    }

    /** Opens a file for reading. */
    public static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "xml.file",
                    "cannot read " + file.getFileName() + "; it must be a file that this process may read",
                    e);
        }
    }

    // A factory of its own for every document: Aalto's factory keeps each name it ever saw, which a hostile peer could
    // let grow for ever.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** Moves to the root element. */
    public void toRoot() {
        guarded(() -> {
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // comments and processing instructions before the root
            }
            return true;
        });
    }

    /** From inside an element: moves to its next child and returns true, or to its end and returns false. Text is skipped. */
    public boolean toNextChild() {
        return guarded(() -> {
            while (true) {
                int event = reader.getEventType();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return true;
                }
                if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                    return false;
                }
                reader.next();
            }
        });
    }

    /** Steps over the current start tag, end tag or text. */
    public void step() {
        guarded(reader::next);
    }

    /** Steps behind the end of the current element, whatever is in it. */
    public void skipElement() {
        guarded(() -> {
            int open = 1;
            while (open > 0) {
                int event = reader.next();
                open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            }
            return reader.next();
        });
    }

    /** The text of the current element, which has no child; steps to its end tag. */
    public String text() {
        return guarded(() -> {
            StringBuilder text = new StringBuilder();
            while (reader.next() != XMLStreamConstants.END_ELEMENT) {
                if (reader.isStartElement()) {
                    throw new RejectedException(
                            "xml.malformed", "text was expected, not an element, at line " + line());
                }
                if (reader.isCharacters()) {
                    text.append(reader.getText());
                }
            }
            return text.toString();
        });
    }

    /** Binds the current element, always with the same context, and steps behind its end. What has the wrong form is reported and left out. */
    public <T> T bind(JAXBContext context, Class<T> type, Consumer<Finding> findings) {
        return bind(context, type, findings, (object, line) -> {});
    }

    /** As {@link #bind(JAXBContext, Class, Consumer)}, and tells the line at which each bound object begins. */
    public <T> T bind(JAXBContext context, Class<T> type, Consumer<Finding> findings, ObjIntConsumer<Object> lines) {
        return guarded(() -> {
            // One for the whole document: making it takes longer than binding a small object.
            if (unmarshaller == null) {
                unmarshaller = context.createUnmarshaller();
            }
            unmarshaller.setEventHandler(event -> {
                findings.accept(Finding.warning(
                                "xml.value",
                                "",
                                "Ein Wert hat nicht die Form, die der Standard verlangt, und bleibt ungelesen.",
                                "A value has not the form that the standard asks for, and stays unread.")
                        .atLine(line()));
                return true;
            });
            unmarshaller.setListener(new Unmarshaller.Listener() {
                @Override
                public void beforeUnmarshal(Object target, @Nullable Object parent) {
                    lines.accept(target, line());
                }

                @Override
                public void afterUnmarshal(Object target, @Nullable Object parent) {
                    if (target instanceof XoevElement element) {
                        element.reihenfolge(element.weitere.isEmpty() ? List.of() : reader.childrenOfClosed());
                    }
                }
            });
            reader.remembers = true;
            T bound = unmarshaller.unmarshal(reader, type).getValue();
            reader.remembers = false;
            return bound;
        });
    }

    /** Reads to the end of the document, so that whatever is broken behind the root is seen too. */
    public void finish() {
        guarded(() -> {
            while (reader.hasNext()) {
                reader.next();
            }
            return true;
        });
    }

    /** Starts the byte limit anew, for the next object of a long file. */
    public void startObject() {
        bytes.counted = bytes.read;
    }

    /** How many bytes of the source were taken so far; the parser reads some ahead. */
    public long bytesRead() {
        return bytes.read;
    }

    public String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    public String name() {
        return reader.getLocalName();
    }

    public boolean atElement() {
        return reader.isStartElement();
    }

    public @Nullable String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    public int line() {
        return reader.getLocation().getLineNumber();
    }

    @Override
    public void close() {
        try {
            reader.close();
            bytes.close();
        } catch (XMLStreamException | IOException e) {
            throw new TransportException("xml.input", "the input could not be closed", false, e);
        }
    }

    private <T> T guarded(Step<T> step) {
        try {
            return step.run();
        } catch (XMLStreamException | JAXBException | UncheckedStreamException e) {
            throw broken(e, line());
        }
    }

    private RuntimeException broken(Exception e, int line) {
        if (bytes.failure != null) {
            return new TransportException("xml.input", "the input broke off while it was read", false, bytes.failure);
        }
        return new RejectedException("xml.malformed", "no well-formed XML at line " + line, e);
    }

    private interface Step<T> {
        T run() throws XMLStreamException, JAXBException;
    }

    /** Refuses what a message of ours never needs, and remembers the order of elements. */
    private static final class Guard extends StreamReaderDelegate {

        private final UnaryOperator<String> namespaces;
        private final List<List<String>> children = new ArrayList<>();
        private boolean remembers;
        private int depth;

        Guard(XMLStreamReader reader, UnaryOperator<String> namespaces) {
            super(reader);
            this.namespaces = namespaces;
        }

        /** At the end of an element: the names of its children. */
        List<String> childrenOfClosed() {
            return children.get(depth + 1);
        }

        private void remember() {
            while (children.size() <= depth) {
                children.add(new ArrayList<>());
            }
            children.get(depth - 1).add(getLocalName());
            children.get(depth).clear();
        }

        @Override
        public @Nullable String getNamespaceURI() {
            String uri = super.getNamespaceURI();
            return uri == null ? null : namespaces.apply(uri);
        }

        @Override
        public @Nullable String getNamespaceURI(int index) {
            String uri = super.getNamespaceURI(index);
            return uri == null ? null : namespaces.apply(uri);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    check(depth <= MAX_DEPTH, "xml.too_deep", "more than " + MAX_DEPTH + " elements inside each other");
                    check(
                            getAttributeCount() <= MAX_ATTRIBUTES,
                            "xml.too_large",
                            "more than " + MAX_ATTRIBUTES + " attributes");
                    if (remembers) {
                        remember();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD -> check(false, "xml.doctype", "a document type is not allowed");
                case XMLStreamConstants.ENTITY_REFERENCE -> check(false, "xml.malformed", "an entity is not allowed");
                default -> {}
            }
            return event;
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

        private void check(boolean holds, String code, String message) {
            if (!holds) {
                throw new RejectedException(
                        code, message + ", at line " + getLocation().getLineNumber());
            }
        }
    }

    /** Counts bytes, and remembers a failure of the source apart from a failure of the parser. */
    private static final class LimitedStream extends FilterInputStream {

        private final long max;
        private long read;
        private long counted;
        private @Nullable IOException failure;

        LimitedStream(InputStream in, long max) {
            super(in);
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int got = super.read(buffer, offset, length);
                read += Math.max(got, 0);
                if (read - counted > max) {
                    throw new RejectedException("xml.too_large", "larger than " + max + " bytes");
                }
                return got;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}

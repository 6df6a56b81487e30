// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TransportException;
import de.ozgkit.xoevfim.Finding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML document read as a stream, with no DTD, no entity and limits on bytes, depth and attributes. Every way in which the document
 * can be broken ends in a {@link RejectedException} that names the line. UTF-8 is checked before the parser, which takes overlong forms.
 */
public final class XmlInput implements AutoCloseable {

    /** A whole schema or code list. The largest real ones have a few megabytes. */
    public static final long DOCUMENT_BYTES = 64L << 20;

    /** One object inside an endless transfer file. */
    public static final long OBJECT_BYTES = 16L << 20;

    private static final int BUFFER = 1 << 16;

    // What is kept of a document must not fill the heap, however small that is.
    private static final long HEAP = Runtime.getRuntime().maxMemory();
    private static final long MAX_BYTES = HEAP / 8;
    private static final long MAX_TAG = 1 << 16;
    private static final long MAX_PARTS = Math.min(HEAP / 512, 1_000_000);

    private final LimitedBytes bytes;
    private final GuardedReader reader;

    /** Opens a document; the stream is closed by {@link #close}. */
    public XmlInput(InputStream in, long maxBytes) {
        this(in, maxBytes, UnaryOperator.identity());
    }

    /** Opens a document whose element namespaces are replaced while it is read, so that one model serves several versions. */
    public XmlInput(InputStream in, long maxBytes, UnaryOperator<String> namespaces) {
        this.bytes = new LimitedBytes(in, Math.min(maxBytes, MAX_BYTES), MAX_TAG);
        try {
            XMLStreamReader parser = factory().createXMLStreamReader(bytes);
            bytes.begin("UTF-8".equals(parser.getEncoding()));
            this.reader = new GuardedReader(parser, bytes, namespaces);
        } catch (XMLStreamException | UncheckedStreamException e) {
            RuntimeException refused = broken(e, 1);
            try {
                bytes.close();
            } catch (IOException failure) {
                refused.addSuppressed(failure);
            }
            throw refused;
        }
    }

    /** Opens a file for reading. */
    public static InputStream open(Path file) {
        try {
            return new BufferedInputStream(Files.newInputStream(file), BUFFER);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "xml.file",
                    "cannot read " + file.getFileName() + "; it must be a file that this process may read",
                    e);
        }
    }

    /** How many bytes a file has, if that is known. */
    public static OptionalLong size(Path file) {
        try {
            return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (IOException e) {
            throw new TransportException("xml.input", "the size of a file could not be read", false, e);
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

    /** From now on takes elements in this namespace as if they had none; the root keeps it. */
    public void ignoreOnChildren(String namespace) {
        reader.ignoreOnChildren(namespace);
    }

    /** Whether there were children in the namespace that is ignored on them. */
    public boolean hadIgnoredNamespace() {
        return reader.hadIgnoredNamespace();
    }

    /** Steps over the current start tag, end tag or text. */
    public void step() {
        guarded(reader::next);
    }

    /** Steps behind the end of the current element, whatever is in it. */
    public void skipElement() {
        guarded(() -> {
            reader.skip();
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
                if (reader.isCharacters() || reader.getEventType() == XMLStreamConstants.CDATA) {
                    text.append(reader.getText());
                }
            }
            return text.toString();
        });
    }

    /** Binds the current element and steps behind its end. What cannot be read is reported, and kept as it stands where a class can. */
    public <T> T bind(Class<T> type, Consumer<Finding> findings) {
        return bind(type, findings, null);
    }

    /** As {@link #bind(Class, Consumer)}, and tells the line at which each bound object begins. */
    public <T> T bind(Class<T> type, Consumer<Finding> findings, @Nullable ObjIntConsumer<Object> lines) {
        return guarded(() -> {
            reader.limitParts(MAX_PARTS);
            T bound = type.cast(new MessageReader(reader, findings, lines).read(MessageClass.of(type)));
            reader.limitParts(Long.MAX_VALUE);
            reader.next();
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

    /** Starts the limit on bytes anew, for the next object of a long file. */
    public void startObject() {
        bytes.startObject();
    }

    /** How many bytes of the source were taken so far; the parser reads some ahead. */
    public long bytesRead() {
        return bytes.count();
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

    /** An attribute of the current element in a namespace. */
    public @Nullable String attribute(String namespace, String name) {
        return reader.getAttributeValue(namespace, name);
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
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw broken(e, line());
        }
    }

    private RuntimeException broken(Exception e, int line) {
        if (bytes.tooMany()) {
            return new RejectedException(
                    "xml.too_large", "an element or the document has too many bytes, at line " + line);
        }
        if (bytes.failure() != null) {
            return new TransportException("xml.input", "the input broke off while it was read", false, bytes.failure());
        }
        return new RejectedException("xml.malformed", "no well-formed XML at line " + line, e);
    }

    private interface Step<T> {
        T run() throws XMLStreamException;
    }
}

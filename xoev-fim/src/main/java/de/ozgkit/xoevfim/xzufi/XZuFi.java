// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TransportException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.Binding;
import de.ozgkit.xoevfim.internal.StrictOutput;
import de.ozgkit.xoevfim.internal.XmlInput;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.w3c.dom.Element;

/**
 * Reads and writes XZuFi transfer messages of any length in constant memory.
 *
 * <p>The name of the root element is not confirmed: readers go by namespace and children, writers get it as a setting. Thread-safe; a
 * stream belongs to one thread.
 *
 * <p>Source: XZuFi 2.2.0, transfer message.
 *
 * @since 0.1
 */
public final class XZuFi {

    /** The namespace of XZuFi 2.2.0. */
    public static final String NAMESPACE = "http://xoev.de/schemata/xzufi/2_2_0";

    private static final String ANY_VERSION = "http://xoev.de/schemata/xzufi/";
    private static final Pattern ROOT_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,199}");

    private XZuFi() {}

    private static final class Context {
        static final JAXBContext JAXB = Binding.of(SchreibeElement.class, LoescheElement.class, Nachrichtenkopf.class);
    }

    /**
     * The changes of a file in their order; close the stream.
     *
     * @throws de.ozgkit.core.ConfigurationException if it cannot be read
     * @throws RejectedException as {@link #stream(InputStream, Consumer)}
     */
    public static Stream<Transfer> stream(Path file) {
        return stream(XmlInput.open(file));
    }

    /** As {@link #stream(InputStream, Consumer)}, for those who do not care about findings. */
    public static Stream<Transfer> stream(InputStream in) {
        return stream(in, finding -> {});
    }

    /**
     * The changes of a message in their order. Closing the stream closes the input.
     *
     * @param findings gets, while reading, what does not keep to the standard and was left out
     * @throws RejectedException {@code xzufi.version} for another version or standard, here; {@code xml...} with the line for broken XML,
     *     while the stream is read
     */
    public static Stream<Transfer> stream(InputStream in, Consumer<Finding> findings) {
        XmlInput xml = new XmlInput(in, XmlInput.OBJECT_BYTES);
        try {
            xml.toRoot();
            if (!xml.namespace().equals(NAMESPACE)) {
                throw new RejectedException(
                        "xzufi.version",
                        xml.namespace().startsWith(ANY_VERSION)
                                ? "this is XZuFi in another version than 2.2.0; ask the sender for 2.2.0"
                                : "the root element is not of XZuFi 2.2.0, see line " + xml.line());
            }
            return StreamSupport.stream(new Changes(xml, Context.JAXB, findings), false)
                    .onClose(xml::close);
        } catch (RuntimeException e) {
            xml.close();
            throw e;
        }
    }

    /**
     * Writes a transfer message as UTF-8. The output is left open, the stream of changes too.
     *
     * @param rootName the local name of the root element, as the receiver expects it
     * @throws IllegalArgumentException if the name or a text cannot stand in XML
     */
    public static void write(OutputStream out, String rootName, Nachrichtenkopf head, Stream<Transfer> changes) {
        if (!ROOT_NAME.matcher(rootName).matches()) {
            throw new IllegalArgumentException("the root name must be an XML name without a prefix");
        }
        OutputStream strict = new StrictOutput(out);
        try {
            Marshaller marshaller = Context.JAXB.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            text(
                    strict,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xzufi:" + rootName + " xmlns:xzufi=\"" + NAMESPACE
                            + "\" xzufiVersion=\"2.2.0\">\n");
            marshaller.marshal(head, strict);
            for (Iterator<Transfer> all = changes.iterator(); all.hasNext(); ) {
                text(strict, "\n");
                marshaller.marshal(all.next().<Object>fold(XZuFi::element, XZuFi::element), strict);
            }
            text(strict, "\n</xzufi:" + rootName + ">\n");
            strict.flush();
        } catch (JAXBException | IOException e) {
            throw new TransportException("xzufi.write", "the message could not be written", false, e);
        }
    }

    private static SchreibeElement element(Transfer.Schreibe write) {
        SchreibeElement element = new SchreibeElement();
        if (write.objekt() instanceof UnbekanntesObjekt unknown) {
            element.weitere.add(unknown.element());
        } else {
            element.objekte.add(write.objekt());
        }
        return element;
    }

    private static LoescheElement element(Transfer.Loesche delete) {
        LoescheElement element = new LoescheElement();
        element.klasse = delete.klasse();
        element.id = delete.id();
        return element;
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    static TransferObjekt unknown(Object any) {
        if (any instanceof Element element) {
            return new UnbekanntesObjekt(element);
        }
        throw new RejectedException("xzufi.object", "a write holds something that is no object");
    }
}

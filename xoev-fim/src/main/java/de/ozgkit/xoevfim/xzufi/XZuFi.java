// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.Binding;
import jakarta.xml.bind.JAXBContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads and writes XZuFi messages of any length in constant memory.
 *
 * <p>The name of the root element of transfers is not confirmed: readers go by namespace and children, writers get it as a setting.
 * Thread-safe; a stream belongs to one thread.
 *
 * <p>Source: XZuFi 2.1.0 to 2.3.1, transfer message, report and bare objects.
 *
 * @since 0.1
 */
public final class XZuFi {

    /** The namespace of XZuFi 2.2.0, in which all message classes are bound, whatever version they came in. */
    public static final String NAMESPACE = "http://xoev.de/schemata/xzufi/2_2_0";

    private XZuFi() {}

    private static final class Context {
        static final JAXBContext JAXB = Binding.of(SchreibeElement.class, LoescheElement.class, Nachrichtenkopf.class);
    }

    static JAXBContext jaxb() {
        return Context.JAXB;
    }

    /** A reader with settings: findings, progress, a position to go on from. */
    public static XZuFiReader reader() {
        return new XZuFiReader();
    }

    /** The changes of a file, or of a folder with {@code index.txt}, as {@link XZuFiReader#stream(Path)}; close the stream. */
    public static Stream<Transfer> stream(Path fileOrFolder) {
        return reader().stream(fileOrFolder);
    }

    /** As {@link #stream(InputStream, Consumer)}, for those who do not care about findings. */
    public static Stream<Transfer> stream(InputStream in) {
        return reader().stream(in);
    }

    /**
     * The changes of a message in their order. Closing the stream closes the input.
     *
     * @param findings gets, while reading, what does not keep to the standard and was left out
     * @throws RejectedException {@code xzufi.version} for an unknown version or another standard, here; {@code xml...} with the line for
     *     broken XML, while the stream is read
     */
    public static Stream<Transfer> stream(InputStream in, Consumer<Finding> findings) {
        return reader().findings(findings).stream(in);
    }

    /** Writes a transfer message of version 2.2.0, as {@link #write(OutputStream, Nachricht, Stream)}. */
    public static void write(OutputStream out, String rootName, Nachrichtenkopf head, Stream<Transfer> changes) {
        write(out, Nachricht.of(XZuFiVersion.V2_2_0, rootName, head), changes);
    }

    /**
     * Writes a transfer message as UTF-8, elements and names as its version has them. The output is left open, the stream of changes too.
     *
     * @throws IllegalArgumentException if the version cannot be written or does not know an element that is set, if the root name is no
     *     XML name, or if a text cannot stand in XML
     */
    public static void write(OutputStream out, Nachricht message, Stream<Transfer> changes) {
        new XZuFiWriter(out, message).write(changes);
    }

    /**
     * Changes a Leistung so that it can be written in this version, and hands on the change; other objects are the same in all versions.
     * The object itself is changed.
     *
     * @param to the version to write, 2.2.0 or 2.3.1
     * @param losses gets what has no place in that version, with the name of the element as path
     */
    public static Transfer convert(Transfer change, XZuFiVersion to, Consumer<Finding> losses) {
        if (change instanceof Transfer.Schreibe write && write.objekt() instanceof Leistung leistung) {
            switch (to) {
                case V2_2_0 -> new ToVersion220(losses).convert(leistung);
                case V2_3_1 -> new ToVersion231(losses).convert(leistung);
                default -> throw new IllegalArgumentException("XZuFi " + to.number() + " is only read here");
            }
        }
        return change;
    }
}

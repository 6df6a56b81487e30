// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Progress;
import de.ozgkit.xoevfim.genericode.v1.CodeListDocument;
import de.ozgkit.xoevfim.genericode.v1.CodeListSetDocument;
import de.ozgkit.xoevfim.genericode.v1.ColumnSetDocument;
import de.ozgkit.xoevfim.genericode.v1.GenericodeMessage;
import de.ozgkit.xoevfim.internal.Binding;
import de.ozgkit.xoevfim.internal.ProgressMeter;
import de.ozgkit.xoevfim.internal.XmlInput;
import de.ozgkit.xoevfim.internal.XmlOutput;
import jakarta.xml.bind.JAXBContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads and writes code lists in genericode 1.0: as a table to look things up in ({@link #read}), row by row if it is large
 * ({@link #stream}), or with everything that the file says ({@link #document}). Thread-safe.
 *
 * <p>Children are accepted without a namespace, as the standard has it, and with one, as FIM editors write them. Written is only the
 * form of the standard.
 *
 * <p>Source: OASIS genericode 1.0; XÖV handbook for metadata and the recommended key.
 *
 * @since 0.1
 */
public final class Genericode {

    /** The namespace of the root element. */
    public static final String NAMESPACE = GenericodeMessage.NAMESPACE;

    /** What one list in memory may have. The largest real ones have four megabytes. */
    static final long LIST_BYTES = 16L << 20;

    /** What one row of an endless list, or all before the first one, may have. */
    static final long ROW_BYTES = 4L << 20;

    private static final Map<String, Class<? extends GenericodeMessage>> ROOTS = Map.of(
            "CodeList", CodeListDocument.class,
            "CodeListSet", CodeListSetDocument.class,
            "ColumnSet", ColumnSetDocument.class);

    private Genericode() {}

    private static final class Context {
        static final JAXBContext JAXB = Binding.of(ROOTS.values().toArray(Class<?>[]::new));
    }

    static JAXBContext context() {
        return Context.JAXB;
    }

    /**
     * Reads a file.
     *
     * @throws de.ozgkit.core.ConfigurationException if it cannot be read
     * @throws RejectedException as {@link #read(InputStream, Consumer)}
     */
    public static CodeList read(Path file) {
        return read(XmlInput.open(file));
    }

    /**
     * Reads a stream and closes it.
     *
     * @throws RejectedException as {@link #read(InputStream, Consumer)}
     */
    public static CodeList read(InputStream in) {
        return read(in, finding -> {});
    }

    /**
     * Reads a stream and closes it, and tells what is wrong with the list: columns that are not there, values that are missing.
     *
     * @throws RejectedException {@code genericode.root} if it is no code list, {@code xml.too_large} above 16 MiB or 500 000 elements, for which
     *     {@link #stream} is made, {@code xml...} for broken XML
     */
    public static CodeList read(InputStream in, Consumer<Finding> findings) {
        ListReader reader = new ListReader(in, LIST_BYTES, false, findings);
        ProgressMeter unheard = new ProgressMeter(Progress.none(), Clock.systemUTC(), OptionalLong.empty());
        try (CodeListStream rows = new CodeListStream(reader, unheard, 0)) {
            return rows.list().with(rows.rows().toList());
        }
    }

    /** A reader of lists of any size with settings: findings, progress, a row to go on from. */
    public static CodeListReader reader() {
        return new CodeListReader();
    }

    /** Opens a file as {@link #stream(InputStream, Consumer)} does. */
    public static CodeListStream stream(Path file) {
        return reader().stream(file);
    }

    /**
     * Opens a list of any size: names and columns at once, the rows one after the other, in constant memory. Close it; that closes the
     * stream too.
     *
     * @throws RejectedException {@code genericode.root} if it is no code list, {@code xml...} for broken XML, {@code xml.too_large} if
     *     one row, or all before the first, has more than 4 MiB
     */
    public static CodeListStream stream(InputStream in, Consumer<Finding> findings) {
        return reader().findings(findings).stream(in);
    }

    /**
     * The entries of a list of any size, in constant memory. Close the stream, which closes the input. An entry that is there twice
     * comes twice.
     *
     * @throws RejectedException as {@link #stream(InputStream, Consumer)}, also while the entries are read
     */
    public static Stream<CodeList.Entry> entries(InputStream in) {
        CodeListStream list = stream(in, finding -> {});
        return list.entries().onClose(list::close);
    }

    /** Reads a file as {@link #document(InputStream)} does. */
    public static GenericodeDocument document(Path file) {
        return document(XmlInput.open(file));
    }

    /**
     * Reads a code list, a set of code lists or a set of columns with everything in it, and closes the stream.
     *
     * @throws RejectedException {@code genericode.root} for another root element, {@code xml.too_large} above 16 MiB or 500 000
     *     elements, {@code xml...} for broken XML
     */
    public static GenericodeDocument document(InputStream in) {
        try (XmlInput xml = new XmlInput(in, LIST_BYTES)) {
            return DocumentReader.read(xml, root(xml, ROOTS));
        }
    }

    /** Moves to the root element, which must be one of these. */
    static <T> T root(XmlInput xml, Map<String, T> known) {
        xml.toRoot();
        T root = xml.namespace().equals(NAMESPACE) ? known.get(xml.name()) : null;
        if (root == null) {
            throw new RejectedException(
                    "genericode.root",
                    "one of " + known.keySet().stream().sorted().toList() + " of genericode 1.0 was expected, see line "
                            + xml.line());
        }
        xml.ignoreOnChildren(NAMESPACE);
        return root;
    }

    /**
     * Writes a document as UTF-8; children have no namespace, whatever form was read, and a column that does not say whether it is
     * required says that it is optional. The stream is left open.
     *
     * @throws IllegalArgumentException if a text holds a character that XML cannot carry
     */
    public static void write(GenericodeMessage message, OutputStream out) {
        Document document = XmlOutput.tree(context(), message);
        NodeList columns = document.getElementsByTagNameNS("*", "Column");
        for (int i = 0; i < columns.getLength(); i++) {
            if (columns.item(i) instanceof Element column
                    && column.getNamespaceURI() == null
                    && !column.hasAttribute("Use")) {
                column.setAttribute("Use", "optional");
            }
        }
        XmlOutput.write(document, out, true);
    }

    /** Writes a list with the metadata in the form of XÖV handbook 1.2. The stream is left open. */
    public static void write(CodeList list, OutputStream out) {
        write(DocumentWriter.document(list), out);
    }

    static Finding qualified() {
        return Finding.warning(
                "genericode.qualified",
                "",
                "Die Elemente tragen den Namensraum, der nur dem Wurzelelement zusteht; so ist die Datei nach dem Schema von OASIS ungültig.",
                "The elements carry the namespace that only the root has; by the schema of OASIS the file is not valid like this.");
    }
}

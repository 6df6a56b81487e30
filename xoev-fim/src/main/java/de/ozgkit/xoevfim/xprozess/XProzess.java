// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.internal.Binding;
import de.ozgkit.xoevfim.internal.XmlInput;
import de.ozgkit.xoevfim.internal.XmlOutput;
import jakarta.xml.bind.JAXBContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes FIM process catalogues and libraries. Reading is lenient: a known fault of real exporters is a finding. Thread-safe.
 *
 * <p>Source: XProzess 2.0.
 *
 * @since 0.1
 */
public final class XProzess {

    /** The namespace of XProzess 2. */
    public static final String NAMESPACE = "http://www.regierung-mv.de/xprozess/2";

    private static final Map<String, Class<? extends Nachricht>> ROOTS = Map.of(
            "prozesskatalog.anfrage.0101", ProzesskatalogAnfrage0101.class,
            "prozesskatalog.antwort.0102", ProzesskatalogAntwort0102.class,
            "prozesskatalog.export.0103", ProzesskatalogExport0103.class,
            "prozessbibliothek.anfrage.0201", ProzessbibliothekAnfrage0201.class,
            "prozessbibliothek.antwort.0202", ProzessbibliothekAntwort0202.class,
            "prozessbibliothek.export.0203", ProzessbibliothekExport0203.class,
            "alleInhalte.anfrage.0301", AlleInhalteAnfrage0301.class,
            "alleInhalte.antwort.0302", AlleInhalteAntwort0302.class,
            "alleInhalte.export.0303", AlleInhalteExport0303.class);

    private XProzess() {}

    private static final class Context {
        static final JAXBContext JAXB = Binding.of(ROOTS.values().toArray(Class<?>[]::new));
    }

    /**
     * Reads a file.
     *
     * @throws de.ozgkit.core.ConfigurationException if it cannot be read
     * @throws RejectedException as {@link #read(InputStream)}
     */
    public static XProzessMessage read(Path file) {
        return read(XmlInput.open(file));
    }

    /**
     * Reads a stream and closes it. The files inside stay packed until {@link Datei#open}.
     *
     * @throws RejectedException {@code xprozess.version} for another version or standard, {@code xprozess.root} for another message,
     *     {@code xml.too_large} above 64 MiB, {@code xml...} for broken XML
     */
    public static XProzessMessage read(InputStream in) {
        try (XmlInput xml = new XmlInput(in, XmlInput.DOCUMENT_BYTES)) {
            xml.toRoot();
            if (!xml.namespace().equals(NAMESPACE)) {
                throw new RejectedException(
                        "xprozess.version", "the root element is not of XProzess 2.0, see line " + xml.line());
            }
            Class<? extends Nachricht> type = ROOTS.get(xml.name());
            if (type == null) {
                throw new RejectedException(
                        "xprozess.root", "the root element is no message of XProzess, see line " + xml.line());
            }
            List<Finding> findings = new ArrayList<>();
            Faults faults = new Faults(findings);
            Nachricht message = xml.bind(type, findings::add, faults::at);
            xml.finish();
            faults.check(message);
            return new XProzessMessage(message, findings);
        }
    }

    /**
     * Writes a message as UTF-8, elements in the order of the standard. The stream is left open.
     *
     * @throws IllegalArgumentException if a text holds a character that XML cannot carry
     */
    public static void write(Nachricht message, OutputStream out) {
        XmlOutput.write(XmlOutput.tree(Context.JAXB, message), out, true);
    }
}

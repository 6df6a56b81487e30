// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.internal.Binding;
import de.ozgkit.xoevfim.internal.XmlInput;
import de.ozgkit.xoevfim.internal.XmlOutput;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version3;
import de.ozgkit.xoevfim.xoev.XoevElement;
import jakarta.xml.bind.JAXBContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.w3c.dom.Document;

/**
 * Reads and writes FIM data field schemas. The version is told by the namespace, never by a prefix or file name. Thread-safe.
 *
 * <p>Source: XDatenfelder 2.0 and 3.0.0.
 *
 * @since 0.1
 */
public final class XDatenfelder {

    /** The namespace of XDatenfelder 2.0. */
    public static final String NAMESPACE_2 = "urn:xoev-de:fim:standard:xdatenfelder_2";

    /** The namespace of XDatenfelder 3.0.0. */
    public static final String NAMESPACE_3 = "urn:xoev-de:fim:standard:xdatenfelder_3.0.0";

    private static final String NAMESPACE_1 = "urn:xoev-de:fim:standard:xdatenfelder_1";

    private static final Map<String, Class<? extends de.ozgkit.xoevfim.xdatenfelder.v2.Nachricht>> ROOTS_2 = Map.of(
            "xdatenfelder.dokumentsteckbrief.0101",
            de.ozgkit.xoevfim.xdatenfelder.v2.DokumentsteckbriefNachricht.class,
            "xdatenfelder.stammdatenschema.0102",
            de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht.class,
            "xdatenfelder.datenfeldgruppe.0103",
            de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldgruppeNachricht.class,
            "xdatenfelder.datenfeld.0104",
            de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht.class,
            "xdatenfelder.codeliste.0105",
            de.ozgkit.xoevfim.xdatenfelder.v2.CodelisteNachricht.class);

    private static final Map<String, Class<? extends de.ozgkit.xoevfim.xdatenfelder.v3.Nachricht>> ROOTS_3 = Map.of(
            "xdatenfelder.dokumentsteckbrief.0101",
            de.ozgkit.xoevfim.xdatenfelder.v3.DokumentsteckbriefNachricht.class,
            "xdatenfelder.stammdatenschema.0102",
            de.ozgkit.xoevfim.xdatenfelder.v3.StammdatenschemaNachricht.class,
            "xdatenfelder.datenfeldgruppe.0103",
            de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldgruppeNachricht.class,
            "xdatenfelder.datenfeld.0104",
            de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldNachricht.class);

    private XDatenfelder() {}

    /** One context for each version: both name their elements alike. */
    private static final class Contexts {
        static final JAXBContext V2 = Binding.of(ROOTS_2.values().toArray(Class<?>[]::new));
        static final JAXBContext V3 = Binding.of(ROOTS_3.values().toArray(Class<?>[]::new));
    }

    /**
     * Reads a file. Code lists that an editor of version 2 put beside the schema ({@code <C-id>_genericode.xml}) are read with it; a
     * missing one is a finding.
     *
     * @throws RejectedException {@code xdatenfelder.version} for another version or standard, {@code xml...} for broken XML
     * @throws ConfigurationException if the file cannot be read
     */
    public static XDatenfelderMessage read(Path file) {
        return read(XmlInput.open(file)).fold(v2 -> withCodeLists(v2, file), v3 -> v3);
    }

    /**
     * Reads a stream and closes it.
     *
     * @throws RejectedException {@code xdatenfelder.version} for another version or standard, {@code xml...} for broken XML
     */
    public static XDatenfelderMessage read(InputStream in) {
        try (XmlInput xml = new XmlInput(in, XmlInput.DOCUMENT_BYTES)) {
            xml.toRoot();
            List<Finding> findings = new ArrayList<>();
            XDatenfelderMessage message =
                    switch (xml.namespace()) {
                        case NAMESPACE_2 -> new Version2(bind(xml, ROOTS_2, findings), Map.of(), findings);
                        case NAMESPACE_3 -> new Version3(bind(xml, ROOTS_3, findings), findings);
                        case NAMESPACE_1 -> throw new RejectedException(
                                "xdatenfelder.version",
                                "this is XDatenfelder 1; export the schema again in version 2.0 or 3.0.0");
                        default -> throw new RejectedException(
                                "xdatenfelder.version",
                                "the root element is of neither XDatenfelder 2.0 nor 3.0.0, see line " + xml.line());
                    };
            xml.finish();
            return message;
        }
    }

    private static <T> T bind(XmlInput xml, Map<String, Class<? extends T>> roots, List<Finding> findings) {
        return xml.bind(type(roots, xml), findings::add, (object, line) -> {
            if (object instanceof XoevElement element) {
                element.zeile(line);
            }
        });
    }

    /** Writes a message as UTF-8, elements in the order of the standard. The stream is left open. */
    public static void write(XDatenfelderMessage message, OutputStream out) {
        Document tree = message.fold(
                v2 -> XmlOutput.tree(Contexts.V2, v2.message()), v3 -> XmlOutput.tree(Contexts.V3, v3.message()));
        XmlOutput.write(tree, out, true);
    }

    /**
     * Writes a file as {@link #write(XDatenfelderMessage, OutputStream)}, and the code lists of version 2 beside it ({@code
     * <C-id>_genericode.xml}). Files of these names are replaced.
     *
     * @throws IllegalArgumentException if a code list has an id that is not C and digits
     * @throws ConfigurationException {@code xdatenfelder.file} if a file cannot be written
     */
    public static void write(XDatenfelderMessage message, Path file) {
        Map<String, CodeList> lists = message.fold(Version2::codeLists, v3 -> Map.of());
        if (!lists.keySet().stream().allMatch(CodeListFile::isId)) {
            throw new IllegalArgumentException("the id of a code list must be C and digits, since it names a file");
        }
        lists.forEach((id, list) -> write(CodeListFile.of(file, id), out -> Genericode.write(list, out)));
        write(file, out -> write(message, out));
    }

    private static void write(Path file, Consumer<OutputStream> content) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.accept(out);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "xdatenfelder.file",
                    "cannot write " + file.getFileName()
                            + "; its folder must be there, and this process may write to it",
                    e);
        }
    }

    private static <T> Class<? extends T> type(Map<String, Class<? extends T>> roots, XmlInput xml) {
        Class<? extends T> type = roots.get(xml.name());
        if (type == null) {
            throw new RejectedException(
                    "xdatenfelder.root", "the root element is no message of XDatenfelder, see line " + xml.line());
        }
        return type;
    }

    private static Version2 withCodeLists(Version2 version2, Path schema) {
        Set<String> ids = new TreeSet<>();
        new Fields2(field -> {
                    if (field.codelisteReferenz != null
                            && field.codelisteReferenz.identifikation != null
                            && field.codelisteReferenz.identifikation.id != null) {
                        ids.add(field.codelisteReferenz.identifikation.id);
                    }
                })
                .visit(version2.message());
        Map<String, CodeList> lists = new TreeMap<>();
        List<Finding> findings = new ArrayList<>(version2.findings());
        for (String id : ids) {
            if (CodeListFile.isId(id) && Files.isRegularFile(CodeListFile.of(schema, id))) {
                lists.put(id, Genericode.read(CodeListFile.of(schema, id)));
            } else {
                findings.add(Finding.warning(
                        "xdatenfelder.codelist_missing",
                        id,
                        "Die Codeliste liegt nicht neben dem Schema; ihre Werte sind unbekannt.",
                        "The code list is not beside the schema; its values are unknown."));
            }
        }
        return new Version2(version2.message(), lists, findings);
    }
}

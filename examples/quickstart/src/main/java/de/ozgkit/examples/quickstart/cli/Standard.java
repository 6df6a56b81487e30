// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xprozess.XProzess;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which standard a file keeps to, told by the namespace of its root element. */
enum Standard {
    XZUFI,
    XDATENFELDER,
    XPROZESS,
    GENERICODE,
    UNKNOWN;

    /** That of a file; a folder is a dump of XZuFi. What is no XML is left to the readers to refuse. */
    static Standard of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return XZUFI;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return ofNamespace(rootNamespace(in));
        } catch (XMLStreamException e) {
            return XZUFI;
        }
    }

    private static String rootNamespace(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(in);
        while (reader.hasNext()) {
            reader.next();
            if (reader.isStartElement()) {
                return String.valueOf(reader.getNamespaceURI());
            }
        }
        return "";
    }

    private static Standard ofNamespace(String namespace) {
        if (namespace.startsWith("http://xoev.de/schemata/xzufi/")) {
            return XZUFI;
        }
        if (namespace.startsWith("urn:xoev-de:fim:standard:xdatenfelder_")) {
            return XDATENFELDER;
        }
        return namespace.equals(XProzess.NAMESPACE)
                ? XPROZESS
                : namespace.equals(Genericode.NAMESPACE) ? GENERICODE : UNKNOWN;
    }
}

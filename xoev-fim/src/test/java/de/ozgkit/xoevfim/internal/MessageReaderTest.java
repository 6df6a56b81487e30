// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.genericode.v1.CodeListDocument;
import de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht;
import de.ozgkit.xoevfim.xoev.XoevElement;
import de.ozgkit.xoevfim.xprozess.AlleInhalteExport0303;
import de.ozgkit.xoevfim.xzufi.Leistung;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Our reader beside the JAXB runtime, on what is real. */
class MessageReaderTest {

    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    // What only our reader knows; and DOM has no equality.
    private static final RecursiveComparisonConfiguration FIELDS = RecursiveComparisonConfiguration.builder()
            .withStrictTypeChecking(true)
            .withIgnoredFieldsMatchingRegexes("(.*\\.)?(reihenfolge|zeile|attributeDerKinder)")
            .withEqualsForType(Node::isEqualNode, Node.class)
            .build();

    @Test
    void reads_code_lists_as_jaxb_does() throws Exception {
        for (Path list : Samples.collected("codelisten", "*.xml")) {
            assertSame(list, CodeListDocument.class);
        }
    }

    @Test
    void reads_schemas_as_jaxb_does() throws Exception {
        for (Path schema : Samples.collected("xdatenfelder2", "S*_xdf2.xml")) {
            assertSame(schema, StammdatenschemaNachricht.class);
        }
    }

    @Test
    void reads_a_process_as_jaxb_does() throws Exception {
        assertSame(Samples.collected("xprozess/anzeige-mutterschutz_xprozess2.xml"), AlleInhalteExport0303.class);
    }

    @Test
    void reads_services_as_jaxb_does() throws Exception {
        NodeList services = SafeXml.parse(Samples.resource("xzufi_2_2_0.xml").readAllBytes())
                .getElementsByTagNameNS("*", "leistung");
        for (int i = 0; i < services.getLength(); i++) {
            ByteArrayOutputStream xml = new ByteArrayOutputStream();
            SafeXml.transformerFactory()
                    .newTransformer()
                    .transform(new DOMSource(services.item(i)), new StreamResult(xml));
            assertSame(xml.toByteArray(), Leistung.class);
        }
        assertThat(services.getLength()).isPositive();
    }

    private static void assertSame(Path file, Class<?> type) throws IOException, JAXBException {
        assertSame(Files.readAllBytes(file), type);
    }

    private static void assertSame(byte[] document, Class<?> type) throws JAXBException {
        Object expected = Binding.of(type)
                .createUnmarshaller()
                .unmarshal(new StreamSource(new ByteArrayInputStream(document)), type)
                .getValue();

        Object actual = read(document, type);
        if (actual instanceof XoevElement element) {
            // JAXB takes the attributes of this namespace for itself.
            element.weitereAttribute.keySet().removeIf(name -> XSI.equals(name.getNamespaceURI()));
        }
        assertThat(actual).usingRecursiveComparison(FIELDS).isEqualTo(expected);
    }

    private static <T> T read(byte[] document, Class<T> type) {
        List<Finding> findings = new ArrayList<>();
        try (XmlInput xml = new XmlInput(new ByteArrayInputStream(document), document.length)) {
            xml.toRoot();
            T read = xml.bind(type, findings::add);
            assertThat(findings).isEmpty();
            return read;
        }
    }
}

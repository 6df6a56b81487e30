// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Our schemas against the collected ones: a document with one element, of every kind, left out or doubled is judged alike. */
class OwnSchemasTest {

    @ParameterizedTest
    @CsvSource({
        "schema_xdf2.xml, reconstructed/xdatenfelder-2.0-reconstructed.xsd",
        "profile_xdf2.xml, reconstructed/xdatenfelder-2.0-reconstructed.xsd",
        "group_xdf3.xml, reconstructed/xdatenfelder-3.0.0-reconstructed.xsd",
        "profile_xdf3.xml, reconstructed/xdatenfelder-3.0.0-reconstructed.xsd",
        "schema_xdf3.xml, reconstructed/xdatenfelder-3.0.0-reconstructed.xsd",
        "C00001001_genericode.xml, genericode/genericode-1.0.xsd"
    })
    void judge_like_the_collected_schemas(String document, String xsd) throws Exception {
        Schema collected = SchemaFactory.newDefaultInstance()
                .newSchema(Samples.collected("../schemas/" + xsd).toFile());
        String text = Samples.resourceText("validation/" + document);
        List<String> different = new ArrayList<>();

        NodeList elements = parse(text).getElementsByTagName("*");
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            if (!seen.add(element.getParentNode().getNodeName() + "/" + element.getNodeName())) {
                continue;
            }
            compare(collected, text, i, "without", (e, p) -> p.removeChild(e), different);
            compare(collected, text, i, "doubled", (e, p) -> p.insertBefore(e.cloneNode(true), e), different);
        }

        // A value too many, without a reference, is beyond what a schema can see; ours is a rule.
        assertThat(different).filteredOn(d -> !d.equals("doubled Row/Value")).isEmpty();
    }

    @Test
    void accept_the_real_process_export_and_refuse_it_without_its_head() throws Exception {
        String export = Files.readString(
                Samples.collected("xprozess/anzeige-mutterschutz_xprozess2.xml"), StandardCharsets.UTF_8);

        assertThat(rules(export)).isEmpty();
        assertThat(rules(export.replaceFirst("(?s)<xprozess:nachrichtUUID>.*?</xprozess:nachrichtUUID>", "")))
                .containsExactly("xml.element_unexpected");
        assertThat(rules(export.replaceFirst("<xprozess:inhalt>", "<xprozess:inhalt>!")))
                .containsExactly("xml.value");
        assertThat(rules(export.replaceFirst("xprozessVersion=\"2.0\"", ""))).containsExactly("xml.attribute_missing");
    }

    private static void compare(
            Schema collected,
            String text,
            int index,
            String how,
            BiConsumer<Element, Element> edit,
            List<String> different)
            throws TransformerException, IOException {
        Document document = parse(text);
        NodeList all = document.getElementsByTagName("*");
        Element element = (Element) all.item(index);
        String name = element.getParentNode().getNodeName() + "/" + element.getNodeName();
        edit.accept(element, (Element) element.getParentNode());
        byte[] edited = bytes(document);
        boolean ours = Validation.standard().validate(new ByteArrayInputStream(edited)).findings().stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .noneMatch(f -> f.rule().startsWith("xml.") || f.rule().equals("genericode.reference"));
        if (ours != isValid(collected, edited)) {
            different.add(how + " " + name);
        }
    }

    private static boolean isValid(Schema schema, byte[] document) throws IOException {
        try {
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    static Document parse(String text) {
        return SafeXml.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytes(Document document) throws TransformerException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SafeXml.transformerFactory().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }

    private static List<String> rules(String text) {
        return Validation.standard().validate(Samples.stream(text)).findings().stream()
                .map(Finding::rule)
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.transform.TransformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element that stands twice is found by the schema, by the reader, or by both; it is told once. */
class RepeatedElementTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"schema_xdf2.xml", "profile_xdf2.xml", "schema_xdf3.xml", "group_xdf3.xml", "profile_xdf3.xml"})
    void every_element_that_stands_twice_is_told_once(String document) throws Exception {
        String text = Samples.resourceText("validation/" + document);
        Set<String> repeated = new TreeSet<>();
        int elements = OwnSchemasTest.parse(text).getElementsByTagName("*").getLength();

        for (int i = 1; i < elements; i++) {
            byte[] edited = doubled(text, i, repeated);
            if (edited.length > 0 && isRepeated(edited)) {
                assertThat(told(edited)).as("%s of %s", i, repeated).hasSize(1);
            }
        }
        assertThat(repeated).hasSizeGreaterThan(15);
    }

    @Test
    void where_the_schema_knows_the_place_it_is_an_error() {
        String name = "<x:name\n>Schema</x:name\n>";
        String text =
                Samples.resourceText("validation/schema_xdf3.xml").replace("<x:name>Schema</x:name>", name + name);

        assertThat(told(text)).extracting(Finding::rule).containsExactly("xml.element_unexpected");
        assertThat(told(text)).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void where_the_order_is_not_confirmed_it_is_a_warning() {
        String text =
                Samples.resourceText("validation/schema_xdf3.xml").replaceFirst("<x:maxSize>.*</x:maxSize>", "$0$0");

        assertThat(told(text)).extracting(Finding::rule).containsExactly("xml.repeated");
        assertThat(told(text)).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void a_second_one_behind_the_error_of_the_schema_is_told_too() {
        String text = Samples.resourceText("validation/schema_xdf2.xml")
                .replaceFirst("<x:name>.*</x:name>", "$0\n$0")
                .replaceFirst("<x:fachlicherErsteller>.*</x:fachlicherErsteller>", "$0\n$0");

        assertThat(told(text)).extracting(Finding::rule).containsExactly("xml.element_unexpected", "xml.repeated");
    }

    private static byte[] doubled(String text, int index, Set<String> seen) throws TransformerException {
        Document document = OwnSchemasTest.parse(text);
        Element element = (Element) document.getElementsByTagName("*").item(index);
        Node parent = element.getParentNode();
        if (!seen.add(parent.getNodeName() + "/" + element.getNodeName())) {
            return new byte[0];
        }
        parent.insertBefore(element.cloneNode(true), element);
        return OwnSchemasTest.bytes(document);
    }

    private static boolean isRepeated(byte[] document) {
        return XDatenfelder.read(new ByteArrayInputStream(document)).findings().stream()
                .anyMatch(f -> f.rule().equals("xml.repeated"));
    }

    private static List<Finding> told(String text) {
        return told(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Finding> told(byte[] document) {
        return Validation.standard().validate(new ByteArrayInputStream(document)).findings().stream()
                .filter(f -> f.rule().startsWith("xml."))
                .toList();
    }
}

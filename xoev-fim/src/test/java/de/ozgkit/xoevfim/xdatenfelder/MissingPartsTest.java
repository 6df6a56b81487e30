// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.xml.SafeXml;
import de.ozgkit.xoevfim.internal.XmlOutput;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version3;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Whatever is missing, empty, doubled or elsewhere: it is read, converted and written, or refused with a word. */
class MissingPartsTest {

    /** Schemas in which every element of a version stands at least once. */
    static Stream<byte[]> schemas() {
        Version2 version2 = new RandomSchemas(18).schema();
        return Stream.of(
                Canonical.written(version2),
                Canonical.written(Conversion.toVersion3(version2).message()));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void survives_the_loss_of_each_kind_of_element(byte[] xml) {
        int count = document(xml).getElementsByTagName("*").getLength();
        Set<String> seen = new HashSet<>();
        for (int i = 1; i < count; i++) {
            Document document = document(xml);
            Element element = (Element) document.getElementsByTagName("*").item(i);
            // Places that look alike behave alike.
            if (seen.add(element.getParentNode().getParentNode().getNodeName() + "/"
                    + element.getParentNode().getNodeName() + "/" + element.getNodeName())) {
                element.getParentNode().removeChild(element);
                assertHandled(bytes(document));
            }
        }
        assertThat(seen).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void survives_empty_doubled_and_misplaced_elements(byte[] xml) {
        Set<String> seen = new HashSet<>();
        NodeList all = document(xml).getElementsByTagName("*");
        for (int i = 1; i < all.getLength(); i++) {
            if (!seen.add(all.item(i).getNodeName())) {
                continue;
            }
            for (int change = 0; change < 3; change++) {
                Document document = document(xml);
                Node element = document.getElementsByTagName("*").item(i);
                Node copy = element.cloneNode(true);
                switch (change) {
                    case 0 -> element.setTextContent("");
                    case 1 -> element.getParentNode().insertBefore(copy, element);
                    default -> element.appendChild(copy);
                }
                assertHandled(bytes(document));
            }
        }
    }

    @Test
    void writes_and_converts_messages_that_a_program_left_empty() {
        List<XDatenfelderMessage> empty = new ArrayList<>();
        for (var message : List.of(
                new de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht(),
                new de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldgruppeNachricht(),
                new de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht(),
                new de.ozgkit.xoevfim.xdatenfelder.v2.DokumentsteckbriefNachricht(),
                new de.ozgkit.xoevfim.xdatenfelder.v2.CodelisteNachricht())) {
            empty.add(new Version2(message, Map.of(), List.of()));
        }
        for (var message : List.of(
                new de.ozgkit.xoevfim.xdatenfelder.v3.StammdatenschemaNachricht(),
                new de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldgruppeNachricht(),
                new de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldNachricht(),
                new de.ozgkit.xoevfim.xdatenfelder.v3.DokumentsteckbriefNachricht())) {
            empty.add(new Version3(message, List.of()));
        }
        empty.forEach(message -> assertHandled(Canonical.written(message)));
    }

    private static void assertHandled(byte[] xml) {
        try {
            XDatenfelderMessage message = Canonical.read(xml);
            assertThat(Canonical.written(message)).isNotEmpty();
            XDatenfelderMessage other =
                    message.fold(v2 -> Conversion.toVersion3(v2).message(), v3 -> Conversion.toVersion2(v3)
                            .message());
            assertThat(Canonical.written(other)).isNotEmpty();
            XDatenfelderMessage back =
                    other.fold(v2 -> Conversion.toVersion3(v2).message(), v3 -> Conversion.toVersion2(v3)
                            .message());
            assertThat(Canonical.written(back)).isNotEmpty();
        } catch (OzgException refused) {
            assertThat(refused.code()).startsWith("xdatenfelder.");
        }
    }

    private static Document document(byte[] xml) {
        return SafeXml.parse(new ByteArrayInputStream(xml));
    }

    private static byte[] bytes(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlOutput.write(document, out, true);
        return out.toByteArray();
    }
}

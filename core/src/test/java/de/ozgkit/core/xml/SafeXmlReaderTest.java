// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SafeXmlReaderTest {

    private static final XmlLimits SMALL = new XmlLimits(1000, 10, 5);

    static Stream<Supplier<XMLInputFactory>> parsers() {
        return Stream.of(XMLInputFactory::newDefaultFactory, InputFactoryImpl::new);
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void refuses_the_same_with_every_parser(Supplier<XMLInputFactory> parser) {
        assertRejected(parser, "xml.doctype", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>");
        assertRejected(parser, "xml.doctype", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a/>");
        assertRejected(parser, "xml.malformed", "<a>&x;</a>");
        assertRejected(parser, "xml.malformed", "<a></b>");
        assertRejected(parser, "xml.malformed", "<a>\0</a>");
        assertRejected(parser, "xml.malformed", "<a>text");
        assertRejected(parser, "xml.malformed", "");
        assertRejected(parser, "xml.malformed", "<?xml version='1.0' encoding='no-such-thing'?><a/>");
        assertRejected(parser, "xml.too_large", "<a>" + "x".repeat(2_000_000) + "</a>");
        assertRejected(parser, "xml.too_deep", "<a>".repeat(11) + "</a>".repeat(11));
        assertRejected(parser, "xml.too_large", "<a b='' c='' d='' e='' f='' g=''/>");
        byte[] latin = "<a>ß</a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> readAll(SafeXml.reader(parser.get(), new ByteArrayInputStream(latin), SMALL)))
                .isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void reads_on_tag_by_tag(Supplier<XMLInputFactory> parser) throws Exception {
        XMLStreamReader reader =
                open(parser, "<a>\n <!-- x --><b>eins<!-- x -->&amp;<![CDATA[zwei]]></b><c> x</c></a>");

        assertThat(reader.nextTag()).isEqualTo(XMLStreamConstants.START_ELEMENT);
        assertThat(reader.nextTag()).isEqualTo(XMLStreamConstants.START_ELEMENT);
        assertThat(reader.getElementText()).isEqualTo("eins&zwei");
        assertThatThrownBy(reader::getElementText).isInstanceOf(IllegalStateException.class);
        assertThat(reader.nextTag()).isEqualTo(XMLStreamConstants.START_ELEMENT);
        assertThatThrownBy(reader::nextTag).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void ends_where_the_document_ends(Supplier<XMLInputFactory> parser) throws Exception {
        XMLStreamReader reader = open(parser, "<a/><!-- after -->");
        readAll(reader);

        assertThat(reader.hasNext()).isFalse();
        assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void counts_depth_through_the_shortcuts_too(Supplier<XMLInputFactory> parser) {
        XMLStreamReader tags = open(parser, "<a>".repeat(11) + "</a>".repeat(11));
        XMLStreamReader text = open(parser, "<a><b/></a>");

        assertThatThrownBy(() -> {
                    while (tags.hasNext()) {
                        tags.nextTag();
                    }
                })
                .hasMessageContaining("xml.too_deep");
        assertThatThrownBy(() -> {
                    text.nextTag();
                    text.getElementText();
                })
                .hasMessageContaining("xml.malformed");
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void never_fails_in_another_way_whatever_the_bytes_are(Supplier<XMLInputFactory> parser) throws Exception {
        byte[] sample = "<?xml version='1.0' encoding='UTF-8'?><a xmlns:p='urn:p' p:b='ü'><![CDATA[x]]>&lt;ß<p:c/></a>"
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261121);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] mutant = sample.clone();
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            try {
                readAll(SafeXml.reader(parser.get(), new ByteArrayInputStream(mutant), SMALL));
            } catch (RejectedException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 999);
    }

    @Test
    void does_not_trust_a_parser_whose_document_types_cannot_be_switched_off() {
        assertThatThrownBy(() -> SafeXml.harden(new StubbornFactory()))
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("xml.parser"));
    }

    private static void assertRejected(Supplier<XMLInputFactory> parser, String code, String document) {
        assertThatThrownBy(() -> readAll(open(parser, document)))
                .as(document.substring(0, Math.min(document.length(), 60)))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static XMLStreamReader open(Supplier<XMLInputFactory> parser, String document) {
        return SafeXml.reader(parser.get(), new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), SMALL);
    }

    private static void readAll(XMLStreamReader reader) throws Exception {
        while (reader.hasNext()) {
            reader.next();
            if (reader.hasText()) {
                reader.getText();
            }
        }
    }
}

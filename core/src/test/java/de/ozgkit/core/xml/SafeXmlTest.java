// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Specs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class SafeXmlTest {

    private static final XmlLimits SMALL = new XmlLimits(1000, 10, 5);

    @TempDir
    Path folder;

    @Test
    void reads_names_with_their_namespaces() {
        Document document = parse("<a:x xmlns:a='urn:a' xmlns='urn:d' a:k='1' k='2'><y/></a:x>");

        Element root = document.getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo("urn:a");
        assertThat(root.getLocalName()).isEqualTo("x");
        assertThat(root.getAttributeNS("urn:a", "k")).isEqualTo("1");
        assertThat(root.getAttributeNS(null, "k")).isEqualTo("2");
        assertThat(root.getFirstChild().getNamespaceURI()).isEqualTo("urn:d");
        assertThat(root.lookupNamespaceURI("a")).isEqualTo("urn:a");
    }

    @Test
    void joins_the_text_around_a_comment_so_that_nobody_reads_half_of_a_name() {
        Document document = parse("<n>admin<!-- -->@stadt.example<![CDATA[.evil]]>&amp;co</n>");

        assertThat(document.getDocumentElement().getChildNodes().getLength()).isEqualTo(1);
        assertThat(document.getDocumentElement().getFirstChild().getNodeValue())
                .isEqualTo("admin@stadt.example.evil&co");
    }

    @Test
    void keeps_processing_instructions_and_white_space() {
        Document document = parse("<?before x?><n> <?inside?>\n</n>");

        assertThat(document.getFirstChild().getNodeName()).isEqualTo("before");
        assertThat(document.getDocumentElement().getChildNodes().getLength()).isEqualTo(3);
        assertThat(document.getDocumentElement().getTextContent()).isEqualTo(" \n");
    }

    @Test
    void knows_the_line_of_an_element() {
        Document document = parse("<a>\n  <b\n  c='1'/></a>");

        Node second = document.getElementsByTagName("b").item(0);
        assertThat(SafeXml.line(document.getDocumentElement())).hasValue(1);
        assertThat(SafeXml.line(second)).hasValue(3);
        assertThat(SafeXml.line(SafeXml.newDocument().createElement("new"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<!DOCTYPE a PUBLIC '-//X' 'http://127.0.0.1:9/x.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'> %x;]><a/>",
                "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;'>]><a>&d;</a>",
                "<!DOCTYPE a [<!ATTLIST a id ID #IMPLIED>]><a id='x'/>",
                "<?xml version='1.0'?>\n<!-- c --><!DOCTYPE a ><a/>"
            })
    void refuses_every_document_type(String hostile) {
        assertRejected("xml.doctype", bytes(hostile));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "<a",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a/>text",
                "text",
                "<a>&nbsp;</a>",
                "<a>&#0;</a>",
                "<a>&#xFFFF;</a>",
                "<a>\0</a>",
                "<a>\1</a>",
                "<a b='1' b='2'/>",
                "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>",
                "<p:a/>",
                "<a b='<'/>",
                "<a b=1/>",
                "<a>]]></a>",
                "<a><!-- -- --></a>",
                " <?xml version='1.0'?><a/>",
                "<?xml version='1.0' encoding='no-such-thing'?><a/>",
                "<?xml version='9.9'?><a/>",
                "{\"a\": 1}"
            })
    void refuses_what_is_not_well_formed(String broken) {
        assertRejected("xml.malformed", bytes(broken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void reads_the_encodings_that_exporters_write(String encoding) {
        String mark = encoding.equals("UTF-16LE") || encoding.equals("UTF-16BE") ? "\uFEFF" : "";
        byte[] content = (mark + "<?xml version='1.0' encoding='" + encoding + "'?><a>Straße</a>")
                .getBytes(Charset.forName(encoding));

        assertThat(SafeXml.parse(content).getDocumentElement().getTextContent()).isEqualTo("Straße");
    }

    @Test
    void refuses_bytes_that_do_not_fit_the_encoding() {
        byte[] latin = "<?xml version='1.0' encoding='UTF-8'?><a>Straße</a>".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "<?xml version='1.0' encoding='UTF-16'?><a/>".getBytes(StandardCharsets.UTF_8);

        assertRejected("xml.malformed", latin);
        assertRejected("xml.malformed", wide);
        assertThatThrownBy(() -> SafeXml.parse(latin)).hasMessageContaining("encoding");
    }

    @Test
    void refuses_a_file_that_was_cut_off_anywhere() {
        byte[] whole = bytes("<?xml version='1.0' encoding='UTF-8'?><a b='ü'><c>Stra\u00dfe</c><!-- x --><d/></a>");

        for (int length = 0; length < whole.length; length++) {
            assertRejected("xml.malformed", Arrays.copyOf(whole, length));
        }
        assertThat(SafeXml.parse(whole).getDocumentElement().getTagName()).isEqualTo("a");
    }

    @Test
    void keeps_the_limit_of_bytes_to_the_byte() {
        byte[] fits = bytes("<a>" + "x".repeat(993) + "</a>");
        byte[] over = bytes("<a>" + "x".repeat(994) + "</a>");

        assertThat(SafeXml.parse(fits, SMALL).getDocumentElement().getTextContent())
                .hasSize(993);
        assertRejected("xml.too_large", over, SMALL);
    }

    @Test
    void stops_reading_an_endless_stream() {
        InputStream endless = new InputStream() {
            private long count;

            @Override
            public int read() {
                long here = count++;
                return here < 3 ? "<r>".charAt((int) here) : "<a/>".charAt((int) ((here - 3) % 4));
            }
        };

        assertThatThrownBy(() -> SafeXml.parse(endless, XmlLimits.defaults().maxBytes(1 << 20)))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("xml.too_large"));
    }

    @Test
    void keeps_the_limits_of_depth_and_attributes() {
        assertThat(SafeXml.parse(bytes("<a>".repeat(10) + "</a>".repeat(10)), SMALL))
                .isNotNull();
        assertRejected("xml.too_deep", bytes("<a>".repeat(11) + "</a>".repeat(11)), SMALL);
        assertThat(SafeXml.parse(bytes("<a b='' c='' d='' xmlns='u' xmlns:e='v'/>"), SMALL))
                .isNotNull();
        assertRejected("xml.too_large", bytes("<a b='' c='' d='' xmlns='u' xmlns:e='v' f=''/>"), SMALL);
        assertRejected("xml.too_deep", bytes("<a>".repeat(100_000)));
        StringBuilder many = new StringBuilder("<a");
        for (int i = 0; i < 20_000; i++) {
            many.append(" b").append(i).append("=''");
        }
        assertRejected("xml.too_large", bytes(many + "/>"));
        assertThatIllegalArgumentException().isThrownBy(() -> new XmlLimits(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new XmlLimits(1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new XmlLimits(1, 1, -1));
    }

    @Test
    void tells_a_failing_stream_from_a_broken_document() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };

        assertThatThrownBy(() -> SafeXml.parse(failing)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void leaves_the_callers_stream_open() {
        boolean[] closed = new boolean[1];
        InputStream in = new ByteArrayInputStream(bytes("<a/>")) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        SafeXml.parse(in);

        assertThat(closed[0]).isFalse();
    }

    @Test
    void never_quotes_the_document() {
        for (String hostile : new String[] {
            "<Mustermann>Erika</Musterfrau>", "<a Mustermann='<'/>", "<a>&Mustermann;</a>", "<Mustermann:a/>"
        }) {
            assertThatThrownBy(() -> SafeXml.parse(bytes(hostile)))
                    .hasMessageNotContaining("Muster")
                    .hasMessageContaining("line 1")
                    .hasNoCause();
        }
    }

    @Test
    void never_fails_in_another_way_whatever_the_bytes_are() {
        byte[] sample = bytes("<?xml version='1.0' encoding='UTF-8'?><!-- c --><a xmlns:p='urn:p' p:b='ü&#65;'>"
                + "<![CDATA[x]]>Straße &lt;<p:c/><?pi x?></a>");
        Random random = new Random(20261121);
        int accepted = 0;
        for (int i = 0; i < 1_500; i++) {
            byte[] mutant = sample.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            try {
                SafeXml.parse(mutant);
                accepted++;
            } catch (RejectedException e) {
                assertThat(e.code()).startsWith("xml.");
            }
        }
        assertThat(accepted).isBetween(1, 1_499);
    }

    @Test
    void reads_every_collected_sample_as_the_jdk_does() throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setIgnoringComments(true);
        factory.setCoalescing(true);
        int compared = 0;
        try (var files = Files.walk(Specs.of("."))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(xml|xsd|wsdl)"))
                    .filter(f -> f.toFile().length() < 4 << 20)
                    .limit(300)
                    .toList()) {
                byte[] content = Files.readAllBytes(file);
                if (!new String(content, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                    assertThat(SafeXml.parse(content).isEqualNode(parsedByTheJdk(factory, content)))
                            .as(file.toString())
                            .isTrue();
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void writes_and_transforms_without_reaching_out() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.xml"), "<secret>geheim</secret>");
        String reaching = stylesheet("<xsl:copy-of select=\"document('" + secret.toUri() + "')\"/>");
        String including = "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                + "<xsl:include href='" + secret.toUri() + "'/></xsl:stylesheet>";
        String running = "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
                + "xmlns:rt='http://xml.apache.org/xalan/java/java.lang.Runtime'>"
                + "<xsl:template match='/'><xsl:value-of select='rt:getRuntime()'/></xsl:template></xsl:stylesheet>";

        assertThat(transformed(stylesheet("<b/>"))).contains("<b/>");
        assertThat(transformedOrRefused(reaching)).doesNotContain("geheim");
        assertThat(transformedOrRefused(including)).doesNotContain("geheim");
        assertThat(transformedOrRefused(running)).isEqualTo("refused");
    }

    @Test
    void checks_against_a_schema_but_fetches_none() throws Exception {
        Path other = Files.writeString(
                folder.resolve("other.xsd"),
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='b'/></xs:schema>");
        String alone =
                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a' type='xs:int'/></xs:schema>";
        String including = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='"
                + other.toUri() + "'/><xs:element name='a'/></xs:schema>";

        var validator = SafeXml.schemaFactory()
                .newSchema(new StreamSource(new StringReader(alone)))
                .newValidator();
        validator.validate(new DOMSource(parse("<a>1</a>")));
        assertThatThrownBy(() -> validator.validate(new DOMSource(parse("<a>x</a>"))))
                .hasMessageContaining("x");
        assertThatThrownBy(() -> SafeXml.schemaFactory().newSchema(new StreamSource(new StringReader(including))))
                .hasMessageContaining("accessExternalSchema");
    }

    private static Node parsedByTheJdk(DocumentBuilderFactory factory, byte[] content) throws Exception {
        DocumentBuilder builder = factory.newDocumentBuilder();
        Document document = builder.parse(new ByteArrayInputStream(content));
        document.normalize();
        return document;
    }

    private static String stylesheet(String body) {
        return "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                + "<xsl:template match='/'>" + body + "</xsl:template></xsl:stylesheet>";
    }

    private static String transformedOrRefused(String stylesheet) {
        try {
            return transformed(stylesheet);
        } catch (Exception e) {
            return "refused";
        }
    }

    private static String transformed(String stylesheet) throws Exception {
        StringWriter out = new StringWriter();
        SafeXml.transformerFactory()
                .newTransformer(new StreamSource(new StringReader(stylesheet)))
                .transform(new DOMSource(parse("<a/>")), new StreamResult(out));
        return out.toString();
    }

    private static Document parse(String text) {
        return SafeXml.parse(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRejected(String code, byte[] content) {
        assertRejected(code, content, XmlLimits.defaults());
    }

    private static void assertRejected(String code, byte[] content, XmlLimits limits) {
        assertThatThrownBy(() -> SafeXml.parse(content, limits))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TransportException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;

class XZuFiTest {

    private static final String OPEN =
            "<x:any.0001 xmlns:x='" + XZuFi.NAMESPACE + "' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>";
    private static final String CLOSE = "</x:any.0001>";

    private static List<Transfer> read(String xml) {
        try (Stream<Transfer> changes = XZuFi.stream(Samples.stream(xml))) {
            return changes.toList();
        }
    }

    private static TransferObjekt written(Transfer change) {
        return ((Transfer.Schreibe) change).objekt();
    }

    @Test
    void reads_every_kind_of_object_from_the_collected_sample() {
        try (Stream<Transfer> changes = XZuFi.stream(Samples.collected("xzufi/synthetic-transfer-2.2.0.xml"))) {
            List<Transfer> all = changes.toList();
            assertThat(all).hasSize(5);
            Leistung leistung = (Leistung) written(all.get(0));
            assertThat(leistung.id.value).isEqualTo("4711");
            assertThat(leistung.id.schemeAgencyID).isEqualTo("L999999");
            assertThat(leistung.struktur).isInstanceOf(LeistungsstrukturObjektMitVerrichtung.class);
            assertThat(leistung.struktur.verrichtung.verrichtungLeiKa.value()).isEqualTo("104");
            assertThat(leistung.referenzLeiKa.get(0).value()).isEqualTo("99102013104000");
            assertThat(leistung.modulText).hasSize(2);
            assertThat(leistung.modulText.get(1).inhalt.get(0).value)
                    .isEqualTo("<p>Wenn Sie einen Hund halten, melden Sie ihn an.</p>");
            assertThat(Wert.bool(leistung.kennzeichenSchriftformerfordernis)).contains(false);
            assertThat(leistung.weitere).isEmpty();
            Organisationseinheit unit = (Organisationseinheit) written(all.get(1));
            assertThat(unit.anschrift
                            .get(0)
                            .verwaltungspolitischeKodierung
                            .regionalschluessel
                            .value())
                    .isEqualTo("055620012012");
            assertThat(written(all.get(2))).isInstanceOf(ZustaendigkeitTransferObjekt.class);
            assertThat(written(all.get(3))).isInstanceOf(OnlinedienstErweitert.class);
            Transfer.Loesche delete = (Transfer.Loesche) all.get(4);
            assertThat(delete.klasse()).isEqualTo("Zustaendigkeit");
            assertThat(delete.id().value).isEqualTo("2");
        }
    }

    @Test
    void writes_what_it_read() throws IOException {
        Path sample = Samples.collected("xzufi/synthetic-transfer-2.2.0.xml");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Stream<Transfer> changes = XZuFi.stream(sample)) {
            XZuFi.write(out, "TRANSFER_ROOT_NAME_UNCONFIRMED", new Nachrichtenkopf(), changes);
        }
        assertThat(DiffBuilder.compare(sample.toFile())
                        .withTest(out.toByteArray())
                        .ignoreWhitespace()
                        .ignoreComments()
                        .withNodeFilter(n -> !"nachrichtenkopf".equals(n.getLocalName()))
                        .withAttributeFilter(a -> !a.getName().startsWith("produkt"))
                        .withDifferenceEvaluator(
                                (comparison, outcome) -> comparison.getType() == ComparisonType.NAMESPACE_PREFIX
                                        ? ComparisonResult.EQUAL
                                        : outcome)
                        .checkForSimilar()
                        .build()
                        .getDifferences())
                .isEmpty();
    }

    @Test
    void keeps_unknown_elements_and_unknown_objects() {
        String xml = OPEN
                + "<x:schreibe><x:leistung><x:neu a='1'><x:tief>t</x:tief></x:neu><x:id>1</x:id></x:leistung></x:schreibe>"
                + "<x:schreibe><x:zauberobjekt><x:id>2</x:id></x:zauberobjekt></x:schreibe>" + CLOSE;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XZuFi.write(out, "r", new Nachrichtenkopf(), read(xml).stream());
        String again = out.toString(StandardCharsets.UTF_8);
        assertThat(again).contains(" a=\"1\"", ">t</", "zauberobjekt");
        List<Transfer> second = read(again);
        assertThat(((Leistung) written(second.get(0))).weitere).hasSize(1);
        assertThat(written(second.get(1))).isInstanceOf(UnbekanntesObjekt.class);
    }

    @Test
    void understands_any_prefix_and_codes_written_in_the_namespace() {
        String xml = "<root xmlns='" + XZuFi.NAMESPACE + "'><egal/>text<schreibe><leistung><id>1</id>"
                + "<referenzLeiKa><code>99102013104000</code><name>Hund</name></referenzLeiKa></leistung></schreibe></root>";
        Leistung leistung = (Leistung) written(read(xml).get(0));
        assertThat(leistung.referenzLeiKa.get(0).value()).isEqualTo("99102013104000");
        assertThat(leistung.referenzLeiKa.get(0).label()).contains("Hund");
    }

    @Test
    void reports_what_it_leaves_out_with_the_line() {
        List<Finding> findings = new ArrayList<>();
        String xml = OPEN + "\n<x:schreibe>\n<x:leistung><x:modulText>\n"
                + "<x:positionDarstellung>viele<x:b>1</x:b></x:positionDarstellung></x:modulText></x:leistung></x:schreibe>\n"
                + "<x:schreibe/>\n<x:loesche/>\n<x:egal/>" + CLOSE;
        try (Stream<Transfer> changes = XZuFi.stream(Samples.stream(xml), findings::add)) {
            assertThat(changes.toList()).hasSize(1);
        }
        assertThat(findings)
                .extracting(Finding::rule)
                .containsExactly("xml.value", "xzufi.empty", "xzufi.empty", "xzufi.element");
        assertThat(findings).allSatisfy(f -> assertThat(f.line()).isPresent());
        assertThat(findings.toString()).doesNotContain("viele");
    }

    @Test
    void yields_an_empty_stream_for_a_message_without_changes() {
        assertThat(read(OPEN + "<x:nachrichtenkopf/>" + CLOSE)).isEmpty();
        assertThat(read("<x:r xmlns:x='" + XZuFi.NAMESPACE + "'/>")).isEmpty();
    }

    static Stream<Arguments> broken() {
        String object = "<x:schreibe><x:leistung><x:id>1</x:id>";
        return Stream.of(
                arguments("", "xml.malformed"),
                arguments("no xml", "xml.malformed"),
                arguments("<html/>", "xzufi.version"),
                arguments("<r xmlns='http://xoev.de/schemata/xzufi/2_4_0'/>", "xzufi.version"),
                arguments("<!DOCTYPE r><r/>", "xml.doctype"),
                arguments(
                        "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + OPEN + "&e;" + CLOSE, "xml.doctype"),
                arguments("<!DOCTYPE r [<!ENTITY e 'eeee'>]>" + OPEN + object + "&e;", "xml.doctype"),
                arguments(OPEN + object + "&unknown;", "xml.malformed"),
                arguments(OPEN + "<x:schreibe a='&unknown;'/>", "xml.malformed"),
                arguments(OPEN + object, "xml.malformed"),
                arguments(OPEN + object + "</x:leistung></x:schreibe>", "xml.malformed"),
                arguments(OPEN + object + "</x:schreibe>", "xml.malformed"),
                arguments(OPEN + CLOSE + "<more/>", "xml.malformed"),
                arguments(OPEN + "<y:schreibe/>" + CLOSE, "xml.malformed"),
                arguments(OPEN + "<x:a x:b='1' x:b='2'/>" + CLOSE, "xml.malformed"),
                arguments(OPEN + object + "\u0001", "xml.malformed"),
                arguments(OPEN + object + "&#0;", "xml.malformed"),
                arguments(OPEN + "<x:a>".repeat(300), "xml.too_deep"),
                arguments(OPEN + object + "<a>".repeat(300), "xml.too_deep"),
                arguments("<?xml version='1.0' encoding='no-such'?><r/>", "xml.malformed"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void rejects_broken_and_hostile_input(String xml, String code) {
        assertThatThrownBy(() -> read(xml)).isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void names_the_line_where_it_breaks() {
        assertThatThrownBy(() -> read(OPEN + "\n\n\n<x:schreibe></x:oops>")).hasMessageContaining("line 4");
    }

    @Test
    void rejects_bytes_that_are_not_of_the_encoding() {
        byte[] latin1 = (OPEN + "<x:a>Müller</x:a>" + CLOSE).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> XZuFi.stream(new ByteArrayInputStream(latin1)).count())
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("xml.malformed"));
        byte[] declared = ("<?xml version='1.0' encoding='ISO-8859-1'?>" + OPEN
                        + "<x:schreibe><x:leistung><x:id>Müller</x:id></x:leistung></x:schreibe>" + CLOSE)
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(XZuFi.stream(new ByteArrayInputStream(declared)).toList())
                .singleElement()
                .satisfies(t -> assertThat(((Leistung) written(t)).id.value).isEqualTo("Müller"));
    }

    @Test
    void rejects_too_many_attributes_and_too_large_objects() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        assertThatThrownBy(() -> read(OPEN + "<x:schreibe" + attributes + "/>" + CLOSE))
                .hasMessageContaining("xml.too_large");
        InputStream endless = new SequenceInputStream(
                Samples.stream(OPEN + "<x:schreibe><x:leistung><x:id>"), repeated("a".repeat(1 << 16), 300));
        assertThatThrownBy(() -> XZuFi.stream(endless).count()).hasMessageContaining("xml.too_large");
    }

    @Test
    @Timeout(60)
    void reads_a_file_larger_than_any_limit_object_by_object() {
        String object = "<x:schreibe><x:leistung><x:id>1</x:id><x:modulText><x:inhalt languageCode='de'>"
                + "Text ".repeat(1_200) + "</x:inhalt></x:modulText></x:leistung></x:schreibe>\n";
        int objects = 3_000;
        InputStream large = new SequenceInputStream(Collections.enumeration(
                List.of(Samples.stream(OPEN), repeated(object, objects), Samples.stream(CLOSE))));
        try (Stream<Transfer> changes = XZuFi.stream(large)) {
            assertThat(changes.count()).isEqualTo(objects);
        }
    }

    private static InputStream repeated(String text, int times) {
        Iterator<InputStream> parts =
                Stream.generate(() -> Samples.stream(text)).limit(times).iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        });
    }

    @Test
    void closes_the_input_with_the_stream_and_when_it_refuses_at_once() {
        for (String xml : List.of(OPEN + CLOSE, "<html/>", "")) {
            AtomicBoolean closed = new AtomicBoolean();
            InputStream in = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)) {
                @Override
                public void close() {
                    closed.set(true);
                }
            };
            try (Stream<Transfer> changes = XZuFi.stream(in)) {
                assertThat(changes.toList()).isEmpty();
            } catch (OzgException e) {
                assertThat(e).isInstanceOf(RejectedException.class);
            }
            assertThat(closed).as(xml).isTrue();
        }
    }

    @Test
    void tells_a_broken_connection_and_a_missing_file_from_broken_xml() {
        InputStream breaks = new SequenceInputStream(Samples.stream(OPEN), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });
        assertThatThrownBy(() -> XZuFi.stream(breaks).count()).isInstanceOf(TransportException.class);
        assertThatThrownBy(() -> XZuFi.stream(Path.of("no-such-file.xml")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("xml.file"));
    }

    @Test
    void refuses_to_write_what_no_reader_would_accept() {
        Leistung leistung = new Leistung();
        leistung.id = Identifikator.of("L1", "LB", "a\u0001b");
        Stream<Transfer> bad = Stream.of(new Transfer.Schreibe(leistung));
        assertThatThrownBy(() -> XZuFi.write(new ByteArrayOutputStream(), "r", new Nachrichtenkopf(), bad))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        XZuFi.write(new ByteArrayOutputStream(), "r><evil", new Nachrichtenkopf(), Stream.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

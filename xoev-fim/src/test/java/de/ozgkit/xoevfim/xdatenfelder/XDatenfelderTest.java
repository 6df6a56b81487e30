// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version3;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;

class XDatenfelderTest {

    private static byte[] written(XDatenfelderMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XDatenfelder.write(message, out);
        return out.toByteArray();
    }

    private static void assertSame(Object expected, byte[] actual) {
        assertThat(DiffBuilder.compare(Input.from(expected))
                        .withTest(actual)
                        .ignoreComments()
                        .normalizeWhitespace()
                        .withDifferenceEvaluator(
                                (comparison, outcome) -> comparison.getType() == ComparisonType.NAMESPACE_PREFIX
                                        ? ComparisonResult.EQUAL
                                        : outcome)
                        .checkForSimilar()
                        .build()
                        .getDifferences())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xdatenfelder2/S00000094V1.0_xdf2.xml", "xdatenfelder3/S00000094V1.0_xdf3.xml"})
    void writes_real_schemas_as_it_read_them(String sample) {
        Path file = Samples.collected(sample);
        XDatenfelderMessage message = XDatenfelder.read(file);
        assertThat(message.findings()).isEmpty();
        assertSame(file.toFile(), written(message));
    }

    @Test
    void keeps_carriage_returns_and_line_breaks_of_texts() {
        Path file = Samples.collected("xdatenfelder2/S00000094V1.0_xdf2.xml");
        XDatenfelderMessage message = XDatenfelder.read(file);
        assertThat(bezug(message)).contains("\r\n");
        assertThat(bezug(XDatenfelder.read(new ByteArrayInputStream(written(message)))))
                .isEqualTo(bezug(message));
    }

    private static String bezug(XDatenfelderMessage message) {
        return message.fold(
                v2 -> ((de.ozgkit.xoevfim.xdatenfelder.v2.StammdatenschemaNachricht) v2.message())
                        .stammdatenschema
                        .bezug,
                v3 -> "");
    }

    @Test
    void writes_our_own_schema_as_it_read_it_and_the_result_is_valid() throws Exception {
        XDatenfelderMessage message = XDatenfelder.read(Samples.resource("hund_xdf3.xml"));
        assertSame(Samples.resourceText("hund_xdf3.xml"), written(message));
        validate("xdatenfelder-3.0.0-reconstructed.xsd", written(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "minimal", "rule", "select", "simple", "data-field-rule", "data-group-rule"})
    void brings_hand_made_files_into_the_order_of_the_standard(String name) throws Exception {
        XDatenfelderMessage message = XDatenfelder.read(Samples.collected("xdatenfelder2/flxbe-" + name + ".xml"));
        byte[] once = written(message);
        validate("xdatenfelder-2.0-reconstructed.xsd", once);
        assertThat(written(XDatenfelder.read(new ByteArrayInputStream(once)))).isEqualTo(once);
    }

    private static void validate(String schema, byte[] xml) throws Exception {
        Path xsd = Samples.collected("..").resolve("schemas/reconstructed/" + schema);
        SchemaFactory.newDefaultInstance()
                .newSchema(xsd.toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    @Test
    void reads_code_lists_beside_a_schema_of_version_2() {
        Version2 message = (Version2) XDatenfelder.read(Samples.collected("xdatenfelder2/S00000094V1.0_xdf2.xml"));
        assertThat(message.codeLists()).containsOnlyKeys("C00000020", "C00000021", "C60000006", "C60000020");
        assertThat(message.codeLists().get("C00000021").entries()).hasSize(9);
    }

    @Test
    void tells_which_code_list_is_missing_and_never_leaves_the_folder(@TempDir Path folder) throws IOException {
        String schema = Files.readString(Samples.collected("xdatenfelder2/flxbe-select.xml"));
        for (String id : List.of("C123", "../secret", "/etc/C1", "C1\\..\\x", "C&#x2044;1")) {
            Path file = Files.writeString(folder.resolve("schema.xml"), schema.replace("C123", id));
            assertThat(XDatenfelder.read(file).findings())
                    .singleElement()
                    .extracting(Finding::rule)
                    .isEqualTo("xdatenfelder.codelist_missing");
        }
    }

    @Test
    void keeps_unknown_elements_of_both_versions() {
        for (String namespace : List.of(XDatenfelder.NAMESPACE_2, XDatenfelder.NAMESPACE_3)) {
            String xml = "<p:xdatenfelder.datenfeld.0104 xmlns:p='" + namespace
                    + "'><p:datenfeld><p:neu>a</p:neu><p:name>n</p:name><q:fremd xmlns:q='urn:q'>b</q:fremd></p:datenfeld>"
                    + "</p:xdatenfelder.datenfeld.0104>";
            String again = new String(written(XDatenfelder.read(Samples.stream(xml))), StandardCharsets.UTF_8);
            assertThat(again).contains(">a</", ">b</", "urn:q", ">n</");
        }
    }

    @Test
    void tells_the_versions_apart_by_namespace_only() {
        String xml = "<xdf3:xdatenfelder.datenfeldgruppe.0103 xmlns:xdf3='" + XDatenfelder.NAMESPACE_2 + "'/>";
        assertThat(XDatenfelder.read(Samples.stream(xml))).isInstanceOf(Version2.class);
        assertThat(XDatenfelder.read(Samples.stream(xml.replace(XDatenfelder.NAMESPACE_2, XDatenfelder.NAMESPACE_3))))
                .isInstanceOf(Version3.class);
    }

    @Test
    void refuses_version_1_and_unknown_namespaces_with_a_clear_word() {
        assertThatThrownBy(() -> XDatenfelder.read(Samples.collected("xdatenfelder2/S00000036_WaBeKa_xdf1.xml")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("xdatenfelder.version")
                .hasMessageContaining("XDatenfelder 1");
        assertThatThrownBy(() -> XDatenfelder.read(Samples.collected("xdatenfelder2/flxbe-unknown-namespace.xml")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("neither XDatenfelder 2.0 nor 3.0.0");
    }

    static Stream<Arguments> broken() {
        String open = "<xdatenfelder.stammdatenschema.0102 xmlns='" + XDatenfelder.NAMESPACE_3 + "'>";
        String nested = "<stammdatenschema>" + "<struktur><enthaelt><datenfeldgruppe>".repeat(100);
        return Stream.of(
                arguments("", "xml.malformed"),
                arguments("{}", "xml.malformed"),
                arguments(
                        open.replace(".0102", ".0999") + "</xdatenfelder.stammdatenschema.0999>", "xdatenfelder.root"),
                arguments("<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>" + open, "xml.doctype"),
                arguments("<!DOCTYPE x [<!ENTITY a 'a'><!ENTITY b '&a;&a;'>]>" + open + "&b;", "xml.doctype"),
                arguments(open + nested, "xml.too_deep"),
                arguments(open + "<stammdatenschema><name>abgeschnitten", "xml.malformed"),
                arguments(open + "</xdatenfelder.stammdatenschema.0102>garbage", "xml.malformed"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void rejects_broken_and_hostile_input(String xml, String code) {
        assertThatThrownBy(() -> XDatenfelder.read(Samples.stream(xml)))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void reports_values_of_the_wrong_form_with_the_line() {
        String xml = "<xdatenfelder.datenfeld.0104 xmlns='" + XDatenfelder.NAMESPACE_3
                + "'>\n<datenfeld>\n<gueltigAb>morgen</gueltigAb></datenfeld></xdatenfelder.datenfeld.0104>";
        assertThat(XDatenfelder.read(Samples.stream(xml)).findings())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.rule()).isEqualTo("xml.value");
                    assertThat(f.line()).hasValue(3);
                });
    }

    @Test
    void tells_the_line_at_which_an_element_begins() {
        for (String namespace : List.of(XDatenfelder.NAMESPACE_2, XDatenfelder.NAMESPACE_3)) {
            XDatenfelderMessage message = XDatenfelder.read(Samples.stream("<xdatenfelder.datenfeld.0104\n xmlns='"
                    + namespace + "'>\n\n<datenfeld>\n<regel/></datenfeld></xdatenfelder.datenfeld.0104>"));

            Object field = message.fold(
                    v2 -> ((de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht) v2.message()).datenfeld,
                    v3 -> ((de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldNachricht) v3.message()).datenfeld);
            Object rule = message.fold(
                    v2 -> ((de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld) field).regel.get(0),
                    v3 -> ((de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld) field).regel.get(0));
            assertThat(message.line(field)).hasValue(4);
            assertThat(message.line(rule)).hasValue(5);
            assertThat(message.line(new de.ozgkit.xoevfim.xdatenfelder.v2.Regel()))
                    .isEmpty();
            assertThat(message.line("no element")).isEmpty();
            assertThat(message.line(null)).isEmpty();
        }
    }

    @Test
    void writes_code_lists_of_version_2_beside_the_schema(@TempDir Path folder) {
        Version2 source = Conversion.toVersion2((Version3) XDatenfelder.read(Samples.resource("hund_xdf3.xml")))
                .message();
        Path file = folder.resolve("hund.xml");
        XDatenfelder.write(source, file);

        Version2 again = (Version2) XDatenfelder.read(file);
        assertThat(source.codeLists()).isNotEmpty();
        assertThat(again.codeLists().keySet()).isEqualTo(source.codeLists().keySet());
        again.codeLists().forEach((id, list) -> assertThat(list.entries())
                .isEqualTo(source.codeLists().get(id).entries()));
        assertThat(again.findings()).isEmpty();
    }

    @Test
    void writes_no_code_list_outside_of_the_folder(@TempDir Path folder) {
        Version2 hostile = new Version2(
                new de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht(),
                Map.of("../C1", Genericode.read(Samples.collected("xdatenfelder2/C00000020_genericode.xml"))),
                List.of());

        assertThatThrownBy(() -> XDatenfelder.write(hostile, folder.resolve("a.xml")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> XDatenfelder.write(
                        new Version2(hostile.message(), Map.of(), List.of()), folder.resolve("none/a.xml")))
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("xdatenfelder.file"));
    }
}

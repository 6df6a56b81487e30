// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.ValidationReport;
import de.ozgkit.xoevfim.ValidationReport.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

    private static final String XZUFI = "http://xoev.de/schemata/xzufi/2_2_0";
    private static final String HEAD = "<t xmlns=\"" + XZUFI + "\"><nachrichtenkopf><nachrichtUUID>1</nachrichtUUID>"
            + "<erstelltDatumZeit>2026-01-01T00:00:00Z</erstelltDatumZeit></nachrichtenkopf>";
    private static final String DELETE =
            "<loesche klasse=\"Zustaendigkeit\"><id schemeID=\"ZustaendigkeitOnlinedienst\">1</id></loesche>";

    @TempDir
    Path folder;

    @Test
    void a_report_has_verdict_findings_with_lines_and_the_hash_of_the_input() throws Exception {
        String text = Samples.resourceText("validation/schema_xdf2.xml").replace("<x:anzahl>1:1</x:anzahl>\n", "");

        ValidationReport report = validate(text);

        assertThat(report.ran()).isTrue();
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(report.inputSha256()).isEqualTo(sha256(text));
        Finding finding = report.findings().get(0);
        assertThat(finding.rule()).isEqualTo("xml.element_unexpected");
        assertThat(finding.path()).isEqualTo("/xdatenfelder.stammdatenschema.0102/stammdatenschema/struktur/bezug");
        assertThat(finding.line()).hasValue(lineOf(text, "<x:bezug>§ 2"));
        assertThat(finding.text()).isEqualTo("Dieses Element darf hier nicht stehen; erwartet: anzahl.");
        assertThat(finding.english()).isEqualTo("This element may not stand here; expected: anzahl.");
    }

    @Test
    void the_kind_is_found_by_the_namespace_whatever_the_prefix() {
        assertThat(validate(HEAD + DELETE + "</t>").acceptable()).isTrue();
        assertThat(validate("<a xmlns='urn:other'/>").findings())
                .extracting(Finding::rule)
                .containsExactly("validation.standard");
        assertThat(validate("<a/>").findings()).extracting(Finding::rule).containsExactly("validation.standard");
        assertThat(validate("<a xmlns='urn:xoev-de:fim:standard:xdatenfelder_1'/>")
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("xdatenfelder.version");
    }

    @Test
    void a_version_without_a_schema_is_said_so() {
        ValidationReport report = validate(HEAD.replace("2_2_0", "2_3_0") + DELETE + "</t>");

        assertThat(report.findings()).extracting(Finding::rule).containsExactly("validation.schema");
        assertThat(report.ran()).isTrue();
    }

    @Test
    void code_lists_beside_a_schema_are_used() throws IOException {
        copy("schema_xdf2.xml", "<x:inhalt>001<", "<x:inhalt>009<");
        copy("C00001001_genericode.xml", "", "");
        Path schema = folder.resolve("schema_xdf2.xml");

        assertThat(rules(Validation.standard().validate(schema))).containsExactly("fim.1076");

        Files.writeString(folder.resolve("C00001001_genericode.xml"), "<broken");
        assertThat(rules(Validation.standard().validate(schema))).containsExactly("xdatenfelder.codelist_broken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>",
                "",
                "no xml",
                "<a>&unknown;</a>",
                "<a></b>",
                "<a b='1' b='2'/>",
                "<p:a/>",
                "<a>\u0000</a>"
            })
    void hostile_or_broken_input_is_a_finding(String text) {
        ValidationReport report = validate(text);

        assertThat(report.ran()).isFalse();
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(report.findings()).hasSize(1);
        assertThat(rules(report)).first().asString().isIn("xml.doctype", "xml.malformed", "validation.standard");
    }

    @Test
    void an_input_that_is_cut_off_did_not_run_to_its_end() {
        ValidationReport report = validate(HEAD + DELETE + "<schreibe>");

        assertThat(report.ran()).isFalse();
        assertThat(rules(report)).containsExactly("xml.malformed");
        assertThat(report.inputSha256()).isNotEmpty();
    }

    @Test
    void another_encoding_than_announced_is_a_finding() {
        byte[] latin1 = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + HEAD + "<!-- ä --></t>")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(rules(Validation.standard().validate(new ByteArrayInputStream(latin1))))
                .containsExactly("xml.malformed");
        byte[] utf16 = (HEAD + DELETE + "</t>").getBytes(StandardCharsets.UTF_16);
        assertThat(rules(Validation.standard().validate(new ByteArrayInputStream(utf16))))
                .allMatch(rule -> rule.equals("xml.malformed"));
    }

    @Test
    void a_stream_that_fails_leaves_the_verdict_open() {
        InputStream failing = new SequenceInputStream(Samples.stream(HEAD + DELETE.repeat(3_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });

        ValidationReport report = Validation.standard().validate(failing);

        assertThat(report.ran()).isFalse();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(rules(report)).containsExactly("xml.input");
        assertThat(report.inputSha256()).isEmpty();
    }

    @Test
    void a_missing_file_is_a_finding() {
        ValidationReport report = Validation.standard().validate(folder.resolve("none.xml"));

        assertThat(report.ran()).isFalse();
        assertThat(rules(report)).containsExactly("xml.input");
    }

    @Test
    void depth_attributes_names_and_texts_are_limited() {
        assertThat(rules(validate(HEAD + "<a>".repeat(300)))).last().isEqualTo("xml.too_deep");
        assertThat(rules(validate(HEAD + "<a " + attributes(300) + "/></t>")))
                .last()
                .isEqualTo("xml.too_large");

        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 11_000; i++) {
            names.append("<a").append(i).append("/>");
        }
        assertThat(rules(validate("<t xmlns=\"" + XZUFI + "\"><schreibe>" + names)))
                .last()
                .isIn("xml.too_large", "validation.more");
        String longText = "<schreibe><leistung><id>" + "1".repeat(5 << 20) + "</id></leistung></schreibe></t>";
        assertThat(rules(validate(HEAD + longText))).containsExactly("xml.too_large");
        assertThat(rules(validate(HEAD + "<schreibe>" + " ".repeat(17 << 20)))).containsExactly("xml.too_large");
    }

    @Test
    void ten_thousand_errors_are_a_thousand_findings_and_a_count() {
        ValidationReport report = validate(HEAD + "<loesche klasse=\"X\"><id>1</id></loesche>".repeat(10_000) + "</t>");

        assertThat(report.ran()).isTrue();
        assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(report.findings()).hasSize(1_001);
        Finding last = report.findings().get(1_000);
        assertThat(last.rule()).isEqualTo("validation.more");
        assertThat(last.severity()).isEqualTo(Severity.ERROR);
        assertThat(last.english()).startsWith("There are 9000 more findings");
    }

    @Test
    void a_long_file_is_validated_in_little_memory() {
        int repeats = 300_000;
        Runtime runtime = Runtime.getRuntime();
        long before = used(runtime);

        ValidationReport report = Validation.standard().validate(repeated(HEAD, DELETE, repeats, "</t>"));

        assertThat(report.acceptable()).as(report.findings().toString()).isTrue();
        assertThat(used(runtime) - before).isLessThan(30L << 20);
    }

    @Test
    void a_schema_with_too_many_errors_is_not_checked_for_quality() {
        String schema = Samples.resourceText("validation/schema_xdf3.xml").replace("Nummer eingeben", "");
        String junk = schema.replace("<x:anzahl>1:1<", "<x:anzahl>x<").replaceFirst(
                "<x:werte>(?s:.*?)</x:werte>", "<x:werte>" + "<x:wert><x:a/></x:wert>".repeat(2_000) + "</x:werte>");

        assertThat(rules(validate(schema))).containsExactly("fim.1009");
        assertThat(validate(junk).ran()).isTrue();
        assertThat(rules(validate(junk))).noneMatch(rule -> rule.startsWith("fim."));
    }

    @Test
    void no_finding_repeats_the_content() {
        String secret = "geheim4711";
        List<String> inputs = List.of(
                HEAD + secret + "</t>",
                HEAD.replace("2026-01-01T", secret) + "</t>",
                HEAD + "<loesche klasse=\"" + secret + "\"><id>1</id></loesche></t>",
                HEAD + "<loesche klasse=\"Leistung\" " + secret + "=\"\"><id>1</id></loesche></t>",
                HEAD + "<schreibe><leistung><id>1</id><struktur xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:type=\"" + secret + "\"/></leistung></schreibe></t>",
                Samples.resourceText("validation/schema_xdf3.xml")
                        .replace("1:1", secret)
                        .replace("Nummer", secret));

        for (String input : inputs) {
            assertThat(validate(input).findings()).isNotEmpty().allSatisfy(f -> {
                assertThat(f.text() + f.english() + f.path()).doesNotContain(secret);
                assertThat(f.text()).isNotEqualTo(f.english()).isNotBlank();
            });
        }
    }

    @Test
    void every_kind_of_structural_error_has_a_rule_of_its_own() {
        String leistung = "<schreibe><leistung><id>1</id>%s</leistung></schreibe></t>";
        String xsi = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

        assertThat(structure(HEAD + "<schreibe/></t>")).containsExactly("xml.element_missing");
        assertThat(structure(HEAD + leistung.formatted("<modulFrist/><referenzLeiKa/>")))
                .contains("xml.element_unexpected");
        assertThat(structure(HEAD + leistung.formatted("<neu/>"))).containsExactly("xml.element_unknown");
        assertThat(structure(HEAD + "text</t>")).containsExactly("xml.text_unexpected");
        assertThat(structure(HEAD + "<loesche><id>1</id></loesche></t>")).containsExactly("xml.attribute_missing");
        assertThat(structure(HEAD + "<loesche klasse=\"A\"><id>1</id></loesche></t>"))
                .containsExactly("xml.attribute_value");
        assertThat(structure(HEAD + "<loesche klasse=\"Leistung\" a=\"\"><id>1</id></loesche></t>"))
                .containsExactly("xml.attribute_unexpected");
        assertThat(structure(HEAD + leistung.formatted("<kennzeichenEA>ja</kennzeichenEA>")))
                .containsExactly("xml.value");
        assertThat(structure(HEAD + leistung.formatted("<struktur/>"))).containsExactly("xml.type");
        assertThat(structure(HEAD + leistung.formatted("<struktur" + xsi + " xsi:type=\"Neu\"/>")))
                .containsOnly("xml.type");
        assertThat(structure("<x:neu xmlns:x=\"urn:xoev-de:fim:standard:xdatenfelder_2\"/>"))
                .startsWith("xml.root");
        assertThat(structure(Samples.resourceText("validation/C00001001_genericode.xml")
                        .replace("Id=\"name\"", "Id=\"code\"")))
                .contains("xml.id");
    }

    @Test
    void official_schemas_of_a_zip_replace_ours() throws IOException {
        Path zip = folder.resolve("official.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, "a/main.xsd", MAIN);
            entry(out, "a/part.xsd", PART);
            entry(out, "a/readme.txt", "no schema");
            entry(out, "other/base.xsd", BASE);
        }
        Validation official = Validation.withSchemas(zip);

        assertThat(rules(official.validate(Samples.stream("<m xmlns='" + XZUFI + "'><part>1</part></m>"))))
                .isEmpty();
        assertThat(rules(official.validate(Samples.stream("<m xmlns='" + XZUFI + "'><part>x</part></m>"))))
                .containsExactly("xml.value");
        assertThat(rules(official.validate(Samples.stream(HEAD + DELETE + "</t>"))))
                .startsWith("xml.root");
        assertThat(rules(Validation.standard().validate(Samples.stream(HEAD + DELETE + "</t>"))))
                .isEmpty();
    }

    @Test
    void official_schemas_of_a_folder_let_other_standards_be_validated() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(
                folder.resolve("sub/other.xsd"),
                MAIN.replace(XZUFI, "urn:other")
                        .replace("<xs:include schemaLocation=\"part.xsd\"/>", "")
                        .replace("ref=\"part\"", "name=\"part\" type=\"b:number\""));
        Files.writeString(folder.resolve("sub/base.xsd"), BASE);
        Validation official = Validation.standard().schemas(folder);

        assertThat(rules(official.validate(Samples.stream("<m xmlns='urn:other'><part>1</part></m>"))))
                .isEmpty();
        assertThat(rules(official.validate(Samples.stream("<m xmlns='urn:other'/>"))))
                .containsExactly("xml.element_missing");
        assertThat(rules(official.validate(Samples.stream("<t xmlns='urn:third'/>"))))
                .containsExactly("validation.standard");
    }

    @Test
    void official_schemas_that_do_not_fit_together_are_refused_early() throws IOException {
        Files.writeString(folder.resolve("main.xsd"), MAIN);
        assertThatThrownBy(() -> Validation.withSchemas(folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("do not fit together");

        Files.writeString(folder.resolve("main.xsd"), "<!DOCTYPE a SYSTEM 'http://www.example.org/a.dtd'><a/>");
        assertThatThrownBy(() -> Validation.withSchemas(folder)).isInstanceOf(ConfigurationException.class);

        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> Validation.withSchemas(empty)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Validation.withSchemas(folder.resolve("none.zip")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void the_folder_of_an_editorial_system_is_validated_by_its_index() throws IOException {
        Files.writeString(folder.resolve("index.txt"), "\ufeffa.xml\r\nb.xml\r\nmissing.xml\r\n../c.xml\r\n");
        Files.writeString(folder.resolve("a.xml"), HEAD + DELETE + "</t>");
        Files.writeString(folder.resolve("b.xml"), HEAD + "<neu/></t>");
        Files.writeString(folder.resolve("extra.xml"), HEAD + "</t>");

        ValidationReport report = Validation.standard().validate(folder);

        assertThat(rules(report))
                .containsExactly(
                        "xzufi.index_name",
                        "xml.element_unknown",
                        "xzufi.index_missing_file",
                        "xzufi.index_extra_file");
        assertThat(report.findings().get(1).path()).isEqualTo("b.xml/t/neu");
        assertThat(report.findings().get(0).line()).hasValue(4);
        assertThat(report.ran()).isTrue();
        assertThat(report.inputSha256()).hasSize(64);
    }

    @Test
    void a_folder_without_files_in_its_index_or_without_an_index_is_a_finding() throws IOException {
        assertThat(rules(Validation.standard().validate(folder))).containsExactly("xzufi.index");

        Files.writeString(folder.resolve("index.txt"), "\n");
        assertThat(rules(Validation.standard().validate(folder))).containsExactly("xzufi.index_empty");
    }

    private static final String MAIN = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns=\"" + XZUFI
            + "\" xmlns:b='urn:base' targetNamespace=\"" + XZUFI + "\" elementFormDefault='qualified'>"
            + "<xs:import namespace='urn:base' schemaLocation='http://www.example.org/x/base.xsd'/>"
            + "<xs:import namespace='http://www.w3.org/XML/1998/namespace' schemaLocation='http://www.w3.org/xml.xsd'/>"
            + "<xs:include schemaLocation=\"part.xsd\"/>"
            + "<xs:element name='m'><xs:complexType><xs:sequence><xs:element ref=\"part\"/></xs:sequence>"
            + "<xs:attribute ref='xml:lang'/></xs:complexType></xs:element></xs:schema>";
    private static final String PART = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:b='urn:base'"
            + " targetNamespace='" + XZUFI + "'><xs:import namespace='urn:base' schemaLocation='../other/base.xsd'/>"
            + "<xs:element name='part' type='b:number'/></xs:schema>";
    private static final String BASE =
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:base'>"
                    + "<xs:simpleType name='number'><xs:restriction base='xs:int'/></xs:simpleType></xs:schema>";

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private void copy(String resource, String from, String to) throws IOException {
        Files.writeString(
                folder.resolve(resource),
                Samples.resourceText("validation/" + resource).replace(from, to));
    }

    private static List<String> structure(String text) {
        return rules(validate(text)).stream().filter(r -> r.startsWith("xml.")).toList();
    }

    private static ValidationReport validate(String text) {
        return Validation.standard().validate(Samples.stream(text));
    }

    private static List<String> rules(ValidationReport report) {
        return report.findings().stream().map(Finding::rule).toList();
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append("a").append(i).append("='' ");
        }
        return attributes.toString();
    }

    private static InputStream repeated(String head, String piece, int times, String end) {
        Enumeration<InputStream> pieces =
                Collections.enumeration(Collections.nCopies(times / 1_000, piece.repeat(1_000)).stream()
                        .map(Samples::stream)
                        .toList());
        return new SequenceInputStream(
                Samples.stream(head), new SequenceInputStream(new SequenceInputStream(pieces), Samples.stream(end)));
    }

    private static long used(Runtime runtime) {
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static int lineOf(String text, String part) {
        return 1
                + (int) text.substring(0, text.indexOf(part))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Input.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

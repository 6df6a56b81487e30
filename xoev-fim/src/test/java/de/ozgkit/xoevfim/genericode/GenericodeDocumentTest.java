// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.genericode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.RoundTrip;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.genericode.v1.CodeListDocument;
import de.ozgkit.xoevfim.genericode.v1.CodeListRef;
import de.ozgkit.xoevfim.genericode.v1.CodeListSetDocument;
import de.ozgkit.xoevfim.genericode.v1.Column;
import de.ozgkit.xoevfim.genericode.v1.ColumnRef;
import de.ozgkit.xoevfim.genericode.v1.ColumnSetDocument;
import de.ozgkit.xoevfim.genericode.v1.GenericodeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonType;

class GenericodeDocumentTest {

    private static final String SCHEMA = "genericode/genericode-1.0.xsd";

    private static final String NAMES = "<Identification><ShortName>n</ShortName><Version>1</Version>"
            + "<CanonicalUri>urn:x</CanonicalUri><CanonicalVersionUri>urn:x_1</CanonicalVersionUri></Identification>";

    private static byte[] written(GenericodeMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Genericode.write(message, out);
        return out.toByteArray();
    }

    private static byte[] written(CodeList list) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Genericode.write(list, out);
        return out.toByteArray();
    }

    private static GenericodeDocument document(String root, String content) {
        return Genericode.document(Samples.stream(
                "<g:" + root + " xmlns:g='" + Genericode.NAMESPACE + "'>" + content + "</g:" + root + ">"));
    }

    private static List<Path> realLists() {
        List<Path> all = new ArrayList<>(Samples.collected("codelisten", "*.xml"));
        all.addAll(Samples.collected("xdatenfelder2", "C*_genericode.xml"));
        return all;
    }

    /** A hint where a schema might be found is not content, and we never send a reader to an address. */
    private static boolean schemaLocation(Comparison comparison) {
        return comparison.getType() == ComparisonType.SCHEMA_LOCATION;
    }

    /** FIM editors qualify the children; the standard does not, so the writer puts it right. */
    private static boolean namespaceOfChildren(Comparison comparison) {
        return comparison.getType() == ComparisonType.NAMESPACE_URI
                && Genericode.NAMESPACE.equals(comparison.getControlDetails().getValue())
                && comparison.getTestDetails().getValue() == null;
    }

    /** A column must say whether it is required; one FIM list does not, and is written with what its reader takes it for. */
    private static boolean missingUse(Comparison comparison) {
        return (comparison.getType() == ComparisonType.ATTR_NAME_LOOKUP
                        && String.valueOf(comparison.getTestDetails().getValue())
                                .equals("Use")
                        && comparison.getControlDetails().getValue() == null)
                || (comparison.getType() == ComparisonType.ELEMENT_NUM_ATTRIBUTES
                        && comparison.getControlDetails().getTarget() instanceof Element column
                        && "Column".equals(column.getLocalName())
                        && !column.hasAttribute("Use"));
    }

    @Test
    void writes_every_real_list_as_it_read_it_and_the_result_is_valid() {
        assertThat(realLists()).hasSizeGreaterThanOrEqualTo(15);
        for (Path file : realLists()) {
            byte[] written = written(Genericode.document(file).message());
            RoundTrip.assertSame(file, written, c -> schemaLocation(c) || namespaceOfChildren(c) || missingUse(c));
            assertThat(RoundTrip.errors(SCHEMA, written)).as(file.toString()).isEmpty();
        }
    }

    @Test
    void reads_the_same_table_by_all_three_ways() {
        for (Path file : realLists()) {
            CodeList list = Genericode.read(file);
            assertThat(Genericode.document(file).codeList()).as(file.toString()).contains(list);
            try (CodeListStream stream = Genericode.stream(file)) {
                assertThat(stream.list()).isEqualTo(list.with(List.of()));
                assertThat(stream.rows().toList()).isEqualTo(list.rows());
            }
            try (Stream<CodeList.Entry> entries = Genericode.stream(file).entries()) {
                assertThat(entries.distinct().toList()).as(file.toString()).containsAll(list.entries());
            }
            assertThat(Genericode.read(new ByteArrayInputStream(written(list))).rows())
                    .isEqualTo(list.rows());
            assertThat(RoundTrip.errors(SCHEMA, written(list)))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void finds_fault_with_real_lists_only_where_they_break_the_standard() throws IOException {
        for (Path file : realLists()) {
            List<Finding> findings = new ArrayList<>();
            try (var in = Files.newInputStream(file)) {
                Genericode.read(in, findings::add);
            }
            boolean fimEditor = file.getFileName().toString().startsWith("C");
            assertThat(findings.stream().map(Finding::rule).distinct())
                    .as(file.toString())
                    .allMatch(rule -> fimEditor
                            && Set.of("genericode.qualified", "genericode.column_use")
                                    .contains(rule));
            assertThat(findings.stream().anyMatch(f -> f.rule().equals("genericode.qualified")))
                    .isEqualTo(fimEditor);
            assertThat(Genericode.document(file).findings()).isEqualTo(findings);
        }
    }

    @Test
    void knows_the_metadata_of_every_version_of_the_xoev_handbook() {
        assertThat(metadata("dsmeld-familienstand_2.xml")).satisfies(m -> {
            assertThat(m.version()).isEqualTo(1);
            assertThat(m.validFrom()).contains(LocalDate.of(2017, 11, 1));
            assertThat(m.description().orElseThrow()).startsWith("Mit dieser Schlüsseltabelle");
        });
        assertThat(metadata("destatis-bezirk_2019-07-31.xml")).satisfies(m -> {
            assertThat(m.version()).isEqualTo(2);
            assertThat(m.shortName()).contains("Bezirk");
            assertThat(m.publisher()).contains("Destatis");
            assertThat(m.validFrom()).contains(LocalDate.of(2019, 7, 31));
            assertThat(m.handbookVersion()).contains("2.1");
            assertThat(m.versionDescription().orElseThrow()).startsWith("Update am 10.05.2023");
            assertThat(m.changes().orElseThrow()).startsWith("Hinweis Stadt");
        });
        assertThat(metadata("xinneres-geschlecht_1.xml")).satisfies(m -> {
            assertThat(m.version()).isEqualTo(3);
            assertThat(m.handbookVersion()).contains("1.1");
            assertThat(m.changes()).contains("Initiale Version.");
        });
        assertThat(metadata("fim-xdfm_1.8_meldungen.xml")).satisfies(m -> {
            assertThat(m.version()).isEqualTo(4);
            assertThat(m.publisher()).contains("FIM Datenfelder");
            assertThat(m.handbookVersion()).contains("1.2");
            assertThat(m.validFrom()).isEmpty();
        });
        assertThat(Genericode.read(Samples.collected("xdatenfelder2/C00000020_genericode.xml"))
                        .metadata())
                .isEqualTo(XoevMetadata.none());
    }

    private static XoevMetadata metadata(String name) {
        Path file = Samples.collected("codelisten/" + name);
        XoevMetadata metadata = Genericode.document(file).metadata();
        assertThat(Genericode.read(file).metadata()).isEqualTo(metadata);
        return metadata;
    }

    @Test
    void prefers_german_metadata_and_leaves_out_a_date_that_is_none() {
        XoevMetadata metadata = document(
                        "CodeList",
                        "<Annotation><Description xmlns:x='http://xoev.de/schemata/genericode/4'>"
                                + "<x:shortName xml:lang='en'>State</x:shortName><x:shortName xml:lang='de-DE'>Staat</x:shortName>"
                                + "<x:shortName xml:lang='fr'>Etat</x:shortName><x:validFrom>bald</x:validFrom></Description>"
                                + "<Description><other xmlns='urn:y'/></Description></Annotation>" + NAMES)
                .metadata();
        assertThat(metadata.shortName()).contains("Staat");
        assertThat(metadata.validFrom()).isEmpty();
    }

    @Test
    void writes_a_table_with_its_metadata_and_recommended_key() {
        CodeList list = new CodeList(
                "Farbe",
                "Farben",
                "2",
                "urn:farbe",
                "urn:farbe_2",
                List.of(new CodeList.Column("code", "Code", true), new CodeList.Column("name", "Name", false)),
                List.of(new CodeList.Key("codeKey", List.of("code"), true)),
                List.of(Map.of("code", "1", "name", " <rot> & \u00e4\n"), Map.of("code", "2")),
                new XoevMetadata(
                        4,
                        Optional.of("Farbe"),
                        Optional.of("d"),
                        Optional.of("v"),
                        Optional.of("Amt"),
                        Optional.of(LocalDate.of(2026, 1, 2)),
                        Optional.of("1.2"),
                        Optional.of("c")));
        assertThat(Genericode.read(new ByteArrayInputStream(written(list)))).isEqualTo(list);
        assertThat(RoundTrip.errors(SCHEMA, written(list))).isEmpty();
    }

    @Test
    void keeps_everything_that_the_standard_allows() {
        String xml =
                "<Annotation><Description xml:lang='de'><q:a xmlns:q='urn:q' b='1'>t<q:c/>u</q:a></Description><AppInfo>"
                        + "<q:x xmlns:q='urn:q'/></AppInfo></Annotation>"
                        + "<Identification><ShortName xml:lang='de'>n</ShortName><LongName Identifier='i' xml:lang='en'>long</LongName>"
                        + "<LongName/><Version>1</Version><CanonicalUri>urn:x</CanonicalUri><CanonicalVersionUri>urn:x_1</CanonicalVersionUri>"
                        + "<LocationUri>https://a.example/</LocationUri><AlternateFormatLocationUri MimeType='text/csv'>"
                        + "https://a.example/csv</AlternateFormatLocationUri><Agency><ShortName>A</ShortName><LongName>B</LongName>"
                        + "<Identifier Identifier='z'>C</Identifier></Agency></Identification><ColumnSet DatatypeLibrary='urn:lib'>"
                        + "<Column Id='a' Use='required'><ShortName>a</ShortName><CanonicalUri>urn:a</CanonicalUri><Data Type='token' Lang='de'>"
                        + "<Parameter ShortName='maxLength' LongName='m'>5</Parameter></Data></Column>"
                        + "<ColumnRef Id='b' ExternalRef='bb' Use='optional'><CanonicalVersionUri>urn:cols_1</CanonicalVersionUri>"
                        + "<LocationUri>https://a.example/</LocationUri></ColumnRef><Column Id='c' Use='optional'><ShortName>c</ShortName>"
                        + "<Data Type='*' DatatypeLibrary='*'/></Column><Key Id='k'><ShortName>k</ShortName><ColumnRef Ref='a'/></Key>"
                        + "<KeyRef Id='l' ExternalRef='ll'><CanonicalVersionUri>urn:cols_1</CanonicalVersionUri></KeyRef></ColumnSet>"
                        + "<SimpleCodeList><Annotation/><Row><Annotation/><Value><Annotation/><SimpleValue> 1 </SimpleValue></Value>"
                        + "<Value ColumnRef='c'><ComplexValue><q:v xmlns:q='urn:q'>x</q:v></ComplexValue></Value></Row></SimpleCodeList>";
        GenericodeDocument document = document("CodeList", xml);
        assertThat(document.findings()).isEmpty();
        byte[] written = written(document.message());
        assertThat(RoundTrip.errors(SCHEMA, written)).isEmpty();
        assertThat(RoundTrip.canonical(written))
                .isEqualTo(RoundTrip.canonical(
                        ("<g:CodeList xmlns:g='" + Genericode.NAMESPACE + "'>" + xml + "</g:CodeList>")
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(document.codeList().orElseThrow().rows()).containsExactly(Map.of("a", " 1 "));
        assertThat(((CodeListDocument) document.message()).columnSet.columns)
                .extracting(c -> (Object) c.getClass())
                .containsExactly(Column.class, ColumnRef.class, Column.class);
    }

    @Test
    void reads_and_writes_sets_of_lists_and_sets_of_columns() {
        GenericodeDocument set = document(
                "CodeListSet",
                NAMES
                        + "<CodeListRef><CanonicalUri>urn:a</CanonicalUri><CanonicalVersionUri>urn:a_1</CanonicalVersionUri></CodeListRef>"
                        + "<CodeListSet>" + NAMES
                        + "<CodeListRef><CanonicalUri>urn:b</CanonicalUri></CodeListRef></CodeListSet>"
                        + "<CodeListSetRef><CanonicalUri>urn:c</CanonicalUri></CodeListSetRef>"
                        + "<CodeListRef><CanonicalUri>urn:d</CanonicalUri></CodeListRef>");
        List<Object> members = ((CodeListSetDocument) set.message()).members;
        assertThat(members).hasSize(4);
        assertThat(((CodeListRef) ((CodeListSetDocument) members.get(1)).members.get(0)).canonicalUri)
                .isEqualTo("urn:b");
        assertThat(RoundTrip.errors(SCHEMA, written(set.message()))).isEmpty();
        assertThat(set.codeList()).isEmpty();

        GenericodeDocument columns = document(
                "ColumnSet",
                NAMES + "<Column Id='a' Use='required'><ShortName>a</ShortName><Data Type='string'/></Column>");
        assertThat(((ColumnSetDocument) columns.message()).columns).hasSize(1);
        assertThat(RoundTrip.errors(SCHEMA, written(columns.message()))).isEmpty();
    }

    @Test
    void keeps_what_the_standard_does_not_know() {
        String xml = "<g:CodeList xmlns:g='" + Genericode.NAMESPACE + "'><neu:a xmlns:neu='urn:neu'>x</neu:a>"
                + NAMES.replace("<ShortName>", "<ShortName neu='1'>")
                + "<ColumnSet><Column Id='a' Use='required' neu='2'><neu/></Column></ColumnSet><SimpleCodeList>"
                + "<Row neu='3'><Value neu='4'><SimpleValue>1</SimpleValue></Value><Neu>y</Neu></Row></SimpleCodeList></g:CodeList>";
        byte[] written = written(Genericode.document(Samples.stream(xml)).message());
        assertThat(RoundTrip.canonical(written)).isEqualTo(RoundTrip.canonical(xml.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<Arguments> faulty() {
        String a = "<Column Id='a' Use='required'/>";
        String key = "<Key Id='k'><ColumnRef Ref='a'/></Key>";
        String row = "<Row><Value><SimpleValue>1</SimpleValue></Value></Row>";
        return Stream.of(
                arguments(a + "\n" + a, row, "genericode.id", 2),
                arguments(a + key + "\n<Key Id='a'><ColumnRef Ref='a'/></Key>", row, "genericode.id", 2),
                arguments(
                        a + "\n\n<Key Id='k'><ColumnRef Ref='nothing'/></Key>",
                        row,
                        "genericode.key_column_unknown",
                        3),
                arguments(a + "\n<Key Id='k'/>", row, "genericode.key_without_column", 2),
                arguments("<Column Id='a' Use='optional'/>\n" + key, row, "genericode.key_column_optional", 2),
                arguments("\n<Column Id='a'/>" + key, row, "genericode.column_use", 2),
                arguments(a + key, row + "\n<Row><Value ColumnRef='z'/></Row>", "genericode.column_unknown", 2),
                arguments(a + key, row + "\n<Row/>", "genericode.value_missing", 2),
                arguments(
                        a + key,
                        "\n<Row><Value><SimpleValue>1</SimpleValue></Value><Value><SimpleValue>2</SimpleValue></Value></Row>",
                        "genericode.column_unknown",
                        2),
                arguments(
                        a + key,
                        "<Row>\n<Value><SimpleValue>1</SimpleValue></Value><Value ColumnRef='a'><SimpleValue>2</SimpleValue>"
                                + "</Value></Row>",
                        "genericode.value_twice",
                        1));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void names_faults_with_their_line(String columns, String rows, String rule, int line) {
        String xml = "<g:CodeList xmlns:g='" + Genericode.NAMESPACE + "'>" + NAMES + "<ColumnSet>" + columns
                + "</ColumnSet><SimpleCodeList>" + rows + "</SimpleCodeList></g:CodeList>";
        List<Finding> findings = new ArrayList<>();
        Genericode.read(Samples.stream(xml), findings::add);
        assertThat(findings).extracting(Finding::rule, Finding::line).contains(tuple(rule, OptionalInt.of(line)));
        assertThat(Genericode.document(Samples.stream(xml)).findings())
                .extracting(Finding::rule, Finding::line)
                .contains(tuple(rule, OptionalInt.of(line)));
    }

    @Test
    void names_a_list_without_a_key_a_name_or_the_right_version_uri() {
        assertThat(document("CodeList", "<SimpleCodeList/>").findings())
                .extracting(Finding::rule)
                .contains("genericode.no_key", "genericode.identification");
        assertThat(document("CodeList", NAMES.replace("urn:x_1", "urn:x:1")).findings())
                .extracting(Finding::rule)
                .containsExactly("genericode.version_uri");
        assertThat(document("CodeList", NAMES).findings()).isEmpty();
    }

    @Test
    void accepts_rows_whose_columns_another_document_defines() {
        String content = NAMES
                + "<ColumnSetRef><CanonicalVersionUri>urn:c_1</CanonicalVersionUri></ColumnSetRef><SimpleCodeList><Row>"
                + "<Value ColumnRef='z'><SimpleValue>1</SimpleValue></Value></Row></SimpleCodeList>";
        GenericodeDocument document = document("CodeList", content);
        assertThat(document.codeList().orElseThrow().rows()).containsExactly(Map.of("z", "1"));
        assertThat(document.findings()).extracting(Finding::rule).containsExactly("genericode.no_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1"})
    void reads_the_encoding_that_the_document_declares(String encoding) {
        String xml = "<?xml version='1.0' encoding='" + encoding + "'?><g:CodeList xmlns:g='" + Genericode.NAMESPACE
                + "'>" + NAMES.replace(">n<", ">gr\u00fcn<") + "</g:CodeList>";
        assertThat(Genericode.read(new ByteArrayInputStream(xml.getBytes(Charset.forName(encoding))))
                        .shortName())
                .isEqualTo("gr\u00fcn");
    }

    static Stream<Arguments> broken() {
        String open = "<g:CodeList xmlns:g='" + Genericode.NAMESPACE + "'>\n";
        String rows = open + NAMES + "<SimpleCodeList>";
        return Stream.of(
                arguments("", "xml.malformed"),
                arguments("{}", "xml.malformed"),
                arguments("<CodeList/>", "genericode.root"),
                arguments("<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>" + open, "xml.doctype"),
                arguments("<!DOCTYPE x [<!ENTITY a 'a'><!ENTITY b '&a;&a;'>]>" + open + "&b;", "xml.doctype"),
                arguments(rows + "<Row><Value>&b;", "xml.malformed"),
                arguments(rows + "<Row><Value>".repeat(150), "xml.too_deep"),
                arguments(rows + "<Row><Value><SimpleValue>1", "xml.malformed"),
                arguments(rows + "</SimpleCodeList></g:CodeList>x", "xml.malformed"),
                arguments(rows + "</SimpleCodeList><SimpleCodeList></g:CodeList>", "xml.malformed"),
                arguments("<?xml version='1.0' encoding='klingon'?>" + rows, "xml.malformed"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void rejects_broken_and_hostile_input_by_all_three_ways(String xml, String code) {
        assertRejected(() -> Genericode.read(Samples.stream(xml)), code);
        assertRejected(() -> Genericode.document(Samples.stream(xml)), code);
        assertRejected(
                () -> {
                    try (Stream<CodeList.Entry> entries = Genericode.entries(Samples.stream(xml))) {
                        entries.forEach(e -> {});
                    }
                },
                code);
    }

    private static void assertRejected(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String code) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void rejects_bytes_that_are_not_in_the_declared_encoding_and_names_the_line() {
        String xml = "<g:CodeList xmlns:g='" + Genericode.NAMESPACE
                + "'>\n<Identification><ShortName>gr\u00fcn</ShortName>" + "</Identification></g:CodeList>";
        assertThatThrownBy(() -> Genericode.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.ISO_8859_1))))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void reads_the_rows_of_a_stream_only_once_and_does_not_read_behind_the_rows() {
        String xml = "<g:CodeList xmlns:g='" + Genericode.NAMESPACE + "'>" + NAMES
                + "<SimpleCodeList/><ColumnSet><Column Id='a'/></ColumnSet></g:CodeList>";
        List<Finding> findings = new ArrayList<>();
        try (CodeListStream stream = Genericode.stream(Samples.stream(xml), findings::add)) {
            assertThat(stream.rows()).isEmpty();
            assertThatThrownBy(stream::rows).isInstanceOf(IllegalStateException.class);
            assertThat(stream.bytesRead()).isEqualTo(xml.length());
        }
        assertThat(findings).extracting(Finding::rule).contains("genericode.order");
    }

    @Test
    void refuses_to_write_what_xml_cannot_carry() {
        GenericodeDocument document = document("CodeList", NAMES);
        document.message().identification.version = "\u0001";
        assertThatThrownBy(() -> written(document.message())).isInstanceOf(IllegalArgumentException.class);
    }
}

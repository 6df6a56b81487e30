// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.ConversionOptions.Hidden;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version3;
import de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeld;
import de.ozgkit.xoevfim.xdatenfelder.v3.Datenfeldgruppe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of conversion one by one. */
class ConversionTest {

    private static final String HEAD = "<header><nachrichtID>1</nachrichtID>"
            + "<erstellungszeitpunkt>2022-05-05T10:00:00Z</erstellungszeitpunkt></header>";

    // From version 2 to 3

    private static Version2 message2(String root, String content) {
        return (Version2) XDatenfelder.read(Samples.stream("<xdatenfelder." + root + " xmlns='"
                + XDatenfelder.NAMESPACE_2 + "'>" + HEAD + content + "</xdatenfelder." + root + ">"));
    }

    private static Converted<Version3> field3(String content) {
        return field3(content, Map.of());
    }

    private static Converted<Version3> field3(String content, Map<String, CodeList> lists) {
        Version2 read = message2(
                "datenfeld.0104",
                "\n<datenfeld>"
                        + (content.contains("<identifikation><id>F")
                                ? ""
                                : "<identifikation><id>F60000319</id><version>1.2</version></identifikation>")
                        + content + "</datenfeld>");
        return Conversion.toVersion3(new Version2(read.message(), lists, List.of()));
    }

    private static Datenfeld made3(String content) {
        return made3(field3(content));
    }

    private static Datenfeld made3(Converted<Version3> converted) {
        return ((de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldNachricht)
                        converted.message().message())
                .datenfeld;
    }

    private static List<String> rules(Converted<?> converted) {
        return converted.losses().stream()
                .map(loss -> loss.rule().replace("xdatenfelder.loss.", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "F60000319, 1.2, F60000000319, 1.2.0, ''",
        "F60000319, '', F60000000319, , ''",
        "F60000319, 1.2.3, F60000000319, 1.2.3, version",
        "F60000000319, 1.2, F60000000319, 1.2.0, id",
        "F123, 1.0, F123, 1.0.0, id",
        "../../etc, 1.0, ../../etc, 1.0.0, id"
    })
    void widens_ids_and_versions_and_tells_what_does_not_fit(
            String id, String version, String newId, String newVersion, String loss) {
        Converted<Version3> converted = Conversion.toVersion3(message2(
                "datenfeld.0104",
                "\n<datenfeld><identifikation><id>" + id + "</id><version>" + version
                        + "</version></identifikation></datenfeld>"));

        assertThat(made3(converted).identifikation.id).isEqualTo(newId);
        assertThat(made3(converted).identifikation.version).isEqualTo(newVersion);
        assertThat(rules(converted)).isEqualTo(loss.isEmpty() ? List.of() : List.of(loss));
    }

    @Test
    void tells_a_loss_with_id_and_line_in_both_languages_and_without_what_a_person_typed() {
        Converted<Version3> converted =
                field3("<praezisierung>geheim</praezisierung><bezeichnungAusgabe>geheim</bezeichnungAusgabe>");

        Finding loss = converted.losses().get(0);
        assertThat(loss.path()).isEqualTo("F60000319");
        assertThat(loss.line()).hasValue(2);
        assertThat(loss.text()).isNotEqualTo(loss.english());
        assertThat(converted.losses().toString()).doesNotContain("geheim");
    }

    @Test
    void splits_legal_bases_at_semicolons() {
        assertThat(made3("<bezug> § 1  A;\n§ 2 B ;; </bezug>").bezug)
                .extracting(basis -> basis.text)
                .containsExactly("§ 1 A", "§ 2 B");
    }

    @ParameterizedTest
    @CsvSource({
        "aktiv, 1.0, 2021-01-01, 6, ''",
        "aktiv, 1.0, , 2, ''",
        "aktiv, , 2021-01-01, 2, date",
        "inaktiv, 1.0, 2021-01-01, 7, ''",
        "inaktiv, , , 7, ''",
        "inVorbereitung, 1.0, , 2, status"
    })
    void derives_the_status(String status, String version, String released, String degree, String loss) {
        Converted<Version3> converted = field3("<identifikation><id>F60000319</id>"
                + (version == null ? "" : "<version>" + version + "</version>") + "</identifikation><status><code>"
                + status
                + "</code></status>" + (released == null ? "" : "<freigabedatum>" + released + "</freigabedatum>"));

        assertThat(Codes.value(made3(converted).freigabestatus)).isEqualTo(degree);
        assertThat(made3(converted).freigabestatus.listURI).isEqualTo("urn:xoev-de:xprozess:codeliste:status");
        assertThat(rules(converted)).isEqualTo(loss.isEmpty() ? List.of() : List.of(loss));
    }

    @Test
    void hands_dates_down_to_those_that_have_none() {
        Converted<Version3> converted = Conversion.toVersion3(message2(
                "datenfeldgruppe.0103",
                "<datenfeldgruppe><freigabedatum>2021-01-01</freigabedatum><veroeffentlichungsdatum>2021-01-02</veroeffentlichungsdatum>"
                        + "<struktur><enthaelt><datenfeldgruppe><freigabedatum>2022-01-01</freigabedatum><struktur><enthaelt><datenfeld/>"
                        + "</enthaelt></struktur></datenfeldgruppe></enthaelt></struktur></datenfeldgruppe>"));

        Datenfeldgruppe outer = ((de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldgruppeNachricht)
                        converted.message().message())
                .datenfeldgruppe;
        Datenfeldgruppe inner = outer.struktur.get(0).enthaelt.datenfeldgruppe;
        Datenfeld field = inner.struktur.get(0).enthaelt.datenfeld;
        assertThat(inner.statusGesetztAm).hasToString("2022-01-01");
        assertThat(inner.veroeffentlichungsdatum).hasToString("2021-01-02");
        assertThat(field.statusGesetztAm).hasToString("2022-01-01");
        assertThat(field.veroeffentlichungsdatum).hasToString("2021-01-02");
        assertThat(field.letzteAenderung).hasToString("2022-05-05T10:00:00Z");
    }

    @Test
    void fills_what_version_3_requires_and_version_2_does_not_have() {
        Converted<Version3> converted = Conversion.toVersion3(message2(
                "stammdatenschema.0102",
                "<stammdatenschema><identifikation><id>S60000001</id></identifikation><bezeichnungEingabe>Titel</bezeichnungEingabe>"
                        + "<fachlicherErsteller>Redaktion</fachlicherErsteller></stammdatenschema>"));

        var schema = ((de.ozgkit.xoevfim.xdatenfelder.v3.StammdatenschemaNachricht)
                        converted.message().message())
                .stammdatenschema;
        assertThat(schema.bezeichnung).isEqualTo("Titel");
        assertThat(schema.statusGesetztDurch).isEqualTo("Redaktion");
        assertThat(schema.dokumentsteckbrief.id).isEqualTo("D99000000001");
        assertThat(schema.struktur).singleElement().satisfies(place -> assertThat(
                        place.enthaelt.datenfeld.identifikation.id)
                .isEqualTo("F60000000001"));
        assertThat(rules(converted)).containsExactly("filler");
        assertThat(Codes.value(made3("").vorbefuellung)).isEqualTo("keine");
    }

    @Test
    void names_the_document_profile_that_the_caller_asks_for() {
        Version2 source = message2("stammdatenschema.0102", "<stammdatenschema/>");
        Converted<Version3> converted =
                Conversion.toVersion3(source, new ConversionOptions(Hidden.LEFT_OUT, "D00000000123"));

        assertThat(new String(Canonical.written(converted.message()), StandardCharsets.UTF_8))
                .contains("D00000000123");
        assertThatThrownBy(() -> new ConversionOptions(Hidden.LEFT_OUT, "D1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"minLength\":\"0\",\"maxLength\":\" 5 \"}                | 0 | 5 |            |            |         |",
                "{\"minValue\":\"2020-01-01\",\"maxValue\":\"2021-12-31\"} |   |   | 2020-01-01 | 2021-12-31 |         |",
                "{\"pattern\":\"a\\\\.b\"}                                 |   |   |            |            | a\\.b   |",
                "{\"minLength\":\"\",\"minValue\":\" \"}                   |   |   |            |            |         |",
                "{\"minLength\":\"-1\",\"maxLength\":\"0\",\"minValue\":1} |   |   | 1          |            |         | limit",
                "{\"minLength\":\"3.5\",\"maxLength\":\"viel\"}            |   |   |            |            |         | limit",
                "{\"anders\":\"1\",\"pattern\":[\"x\"]}                    |   |   |            |            |         | limit",
                "{\"minLength\":\"1\",\"minLength\":\"2\"}                 |   |   |            |            |         | limit",
                "minLength=1                                               |   |   |            |            |         | limit",
                "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]                  |   |   |            |            |         | limit"
            })
    void reads_limits_out_of_json(
            String json,
            String minLength,
            String maxLength,
            String minValue,
            String maxValue,
            String pattern,
            String loss) {
        Converted<Version3> converted = field3("<praezisierung>" + json + "</praezisierung>");

        var limits = Optional.ofNullable(made3(converted).praezisierung)
                .orElseGet(de.ozgkit.xoevfim.xdatenfelder.v3.Praezisierung::new);
        assertThat(limits.minLength).isEqualTo(minLength);
        assertThat(limits.maxLength).isEqualTo(maxLength);
        assertThat(limits.minValue).isEqualTo(minValue);
        assertThat(limits.maxValue).isEqualTo(maxValue);
        assertThat(limits.pattern).isEqualTo(pattern);
        assertThat(rules(converted)).isEqualTo(loss == null ? List.of() : List.of(loss));
    }

    private static String reference2(String urn) {
        return "<codelisteReferenz><identifikation><id>C60000006</id></identifikation><genericodeIdentification>"
                + "<canonicalIdentification>" + urn
                + "</canonicalIdentification><version>1</version><canonicalVersionUri>" + urn
                + "_1</canonicalVersionUri></genericodeIdentification></codelisteReferenz>";
    }

    private static Map<String, CodeList> list(String columns, String rows) {
        String xml = "<gc:CodeList xmlns:gc='" + Genericode.NAMESPACE
                + "'><Identification><ShortName>L</ShortName></Identification>" + "<ColumnSet>" + columns
                + "</ColumnSet><SimpleCodeList>" + rows + "</SimpleCodeList></gc:CodeList>";
        return Map.of("C60000006", Genericode.read(Samples.stream(xml)));
    }

    private static String row(String... values) {
        StringBuilder row = new StringBuilder("<Row>");
        for (String value : values) {
            row.append("<Value><SimpleValue>").append(value).append("</SimpleValue></Value>");
        }
        return row + "</Row>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:de:fim:codeliste:x", "urn:xoev-de:fim:codeliste:x"})
    void puts_inner_code_lists_into_the_field_with_a_third_column_as_help(String urn) {
        Converted<Version3> converted = field3(
                reference2(urn),
                list(
                        "<Column Id='n'/><Column Id='h'/><Column Id='c'/><Column Id='more'/>"
                                + "<Key Id='codenameKey'><ColumnRef Ref='n'/></Key><Key Id='codeKey'><ColumnRef Ref='c'/></Key>",
                        row("Eins", "Hilfe", "001", "")
                                + row("Zwei", "", "002", "x")
                                + row("Noch", "", "001", "")
                                + row("", "", "004", "")
                                + row("Ohne", "", "", "")));

        assertThat(made3(converted).werte.wert)
                .extracting(v -> v.code, v -> v.name, v -> v.hilfe)
                .containsExactly(tuple("001", "Eins", "Hilfe"), tuple("002", "Zwei", null), tuple("004", "004", null));
        assertThat(made3(converted).codelisteReferenz).isNull();
        assertThat(rules(converted)).containsExactly("list_name", "list_columns", "list_rows");
    }

    @Test
    void keeps_references_to_outer_code_lists_and_to_those_that_are_missing() {
        String urn = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staat";
        Converted<Version3> outer =
                field3(reference2(urn), list("<Column Id='c' Use='required'/><Column Id='n'/>", row("1", "Eins")));
        assertThat(made3(outer).werte).isNull();
        assertThat(made3(outer).codelisteReferenz.canonicalIdentification).isEqualTo(urn);
        assertThat(made3(outer).codelisteReferenz.canonicalVersionUri).isEqualTo(urn + "_1");
        assertThat(rules(outer)).containsExactly("list_id");

        Converted<Version3> missing = field3(reference2("urn:de:fim:x"));
        assertThat(made3(missing).codelisteReferenz.version).isEqualTo("1");
        assertThat(rules(missing)).containsExactly("list_missing");
    }

    @Test
    void turns_rules_into_words_with_wider_ids() {
        Converted<Version3> converted = field3(
                """
                <regel><identifikation><id>R60000001</id></identifikation><name>r</name><bezeichnungEingabe>r</bezeichnungEingabe>
                <definition>Wenn F00000462 und (G60000086) und F60000231V1.0, nicht XF60000231, F600002319 oder R60000001.</definition>
                <fachlicherErsteller>Redaktion</fachlicherErsteller><script>function script() {&#13; }</script></regel>
                <regel><identifikation><id>R60000002</id></identifikation><name>r</name><bezeichnungEingabe>s</bezeichnungEingabe>
                <definition>Schon F00000000462</definition><status><code>inaktiv</code></status><gueltigAb>2020-01-01</gueltigAb>
                <script>return 1;</script></regel>
                """);

        var rule = made3(converted).regel.get(0);
        assertThat(rule.freitextRegel)
                .isEqualTo(
                        "Wenn F00000000462 und (G60000000086) und F60000000231V1.0, nicht XF60000231, F600002319 oder R60000001.");
        assertThat(Codes.value(rule.typ)).isEqualTo("K");
        assertThat(rule.fachlicherErsteller).isEqualTo("Redaktion");
        assertThat(converted.losses())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(
                        tuple("xdatenfelder.loss.rule_ids", "R60000002"),
                        tuple("xdatenfelder.loss.label", "R60000002"),
                        tuple("xdatenfelder.loss.status", "R60000002"),
                        tuple("xdatenfelder.loss.detail", "R60000002"),
                        tuple("xdatenfelder.loss.script", "R60000002"));
    }

    @ParameterizedTest
    @CsvSource({
        "Antrag, 001, Antrag, ''",
        "WILLENSERKLÄRUNG, 014, Willenserklärung, ''",
        "010, 010, Registerantwort, ''",
        "'', 999, unbestimmt, ''",
        "Etwas anderes, 999, unbestimmt, document_kind"
    })
    void maps_kinds_of_documents(String kind, String code, String back, String loss) {
        Converted<Version3> converted = Conversion.toVersion3(message2(
                "dokumentsteckbrief.0101",
                "<dokumentensteckbrief><identifikation><id>D00000001</id></identifikation><bezeichnungEingabe>b</bezeichnungEingabe>"
                        + "<isReferenz>true</isReferenz><dokumentart>" + kind
                        + "</dokumentart></dokumentensteckbrief>"));

        var profile = ((de.ozgkit.xoevfim.xdatenfelder.v3.DokumentsteckbriefNachricht)
                        converted.message().message())
                .dokumentsteckbrief;
        assertThat(Codes.value(profile.dokumentart)).isEqualTo(code);
        assertThat(profile.istAbstrakt).isTrue();
        assertThat(profile.bezeichnung).isEqualTo("b");
        assertThat(rules(converted)).isEqualTo(loss.isEmpty() ? List.of() : List.of(loss));
        var again = ((de.ozgkit.xoevfim.xdatenfelder.v2.DokumentsteckbriefNachricht)
                        Conversion.toVersion2(converted.message()).message().message())
                .dokumentensteckbrief;
        assertThat(again.dokumentart).isEqualTo(back);
        assertThat(again.isReferenz).isTrue();
    }

    @Test
    void tells_unknown_elements_and_empty_places() {
        assertThat(rules(field3("<neu/><status neu='1'><code>aktiv</code></status>")))
                .containsExactly("unknown");
        Converted<Version3> group = Conversion.toVersion3(message2(
                "datenfeldgruppe.0103",
                "<datenfeldgruppe><struktur><anzahl>1:1</anzahl></struktur></datenfeldgruppe>"));
        assertThat(rules(group)).containsExactly("empty_place", "filler");
    }

    @Test
    void has_no_counterpart_for_a_code_list_message() {
        assertThatThrownBy(() -> Conversion.toVersion3(message2("codeliste.0105", "")))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("xdatenfelder.no_counterpart"));
    }

    // From version 3 to 2

    private static Version3 message3(String root, String content) {
        return (Version3) XDatenfelder.read(Samples.stream("<xdatenfelder." + root + " xmlns='"
                + XDatenfelder.NAMESPACE_3 + "'>" + HEAD + content + "</xdatenfelder." + root + ">"));
    }

    private static Converted<Version2> field2(String content) {
        return Conversion.toVersion2(message3(
                "datenfeld.0104",
                "<datenfeld><identifikation><id>F60000000319</id><version>1.2.0</version></identifikation>" + content
                        + "</datenfeld>"));
    }

    private static de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeld made2(Converted<Version2> converted) {
        return ((de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldNachricht)
                        converted.message().message())
                .datenfeld;
    }

    @ParameterizedTest
    @CsvSource({
        "F60000000319, 1.2.0, F60000319, 1.2, ''",
        "F60123000319, 1.2.0, F60123000319, 1.2, id",
        "F60000000319, 1.2.7, F60000319, 1.2.7, version",
        "F60000319, 1.2, F60000319, 1.2, id version"
    })
    void narrows_ids_and_versions(String id, String version, String newId, String newVersion, String losses) {
        Converted<Version2> converted = Conversion.toVersion2(message3(
                "datenfeld.0104",
                "<datenfeld><identifikation><id>" + id + "</id><version>" + version
                        + "</version></identifikation></datenfeld>"));

        assertThat(made2(converted).identifikation.id).isEqualTo(newId);
        assertThat(made2(converted).identifikation.version).isEqualTo(newVersion);
        assertThat(String.join(" ", rules(converted))).isEqualTo(losses);
    }

    @ParameterizedTest
    @CsvSource({
        "1, , aktiv, , status",
        "2, , aktiv, , ''",
        "2, 2021-01-01, aktiv, , date",
        "5, 2021-01-01, aktiv, 2021-01-01, status",
        "6, 2021-01-01, aktiv, 2021-01-01, ''",
        "6, , aktiv, , status",
        "7, 2021-01-01, inaktiv, 2021-01-01, ''",
        "8, , aktiv, , status"
    })
    void turns_the_degree_back_into_a_status(String degree, String set, String status, String released, String loss) {
        Converted<Version2> converted = field2("<freigabestatus><code>" + degree + "</code></freigabestatus>"
                + (set == null ? "" : "<statusGesetztAm>" + set + "</statusGesetztAm>"));

        assertThat(Codes.value(made2(converted).status)).isEqualTo(status);
        assertThat(Optional.ofNullable(made2(converted).freigabedatum).map(Object::toString))
                .isEqualTo(Optional.ofNullable(released));
        assertThat(String.join(" ", rules(converted))).isEqualTo(loss);
    }

    @ParameterizedTest
    @CsvSource({
        "locked, text, label, text, locked",
        "hidden, num, input, num, hidden_shown",
        "input, text_latin, input, text, datatype",
        "input, time, input, text, datatype",
        "input, datetime, input, text, datatype",
        "select, text, select, text, ''"
    })
    void maps_kinds_and_data_types(String kind, String type, String newKind, String newType, String loss) {
        Converted<Version2> converted =
                field2("<feldart><code>" + kind + "</code></feldart><datentyp><code>" + type + "</code></datentyp>");

        assertThat(Codes.value(made2(converted).feldart)).isEqualTo(newKind);
        assertThat(Codes.value(made2(converted).datentyp)).isEqualTo(newType);
        assertThat(made2(converted).feldart.listVersionID).isEqualTo("1.0");
        assertThat(String.join(" ", rules(converted))).isEqualTo(loss);
    }

    @Test
    void leaves_hidden_fields_out_or_shows_them() {
        Version3 source = message3(
                "datenfeldgruppe.0103",
                "<datenfeldgruppe><art><code>X</code></art><struktur><anzahl>1:1</anzahl><enthaelt><datenfeld><identifikation>"
                        + "<id>F60000000001</id></identifikation><feldart><code>hidden</code></feldart></datenfeld></enthaelt></struktur>"
                        + "</datenfeldgruppe>");

        Converted<Version2> without = Conversion.toVersion2(source);
        Converted<Version2> with =
                Conversion.toVersion2(source, new ConversionOptions(Hidden.INPUT, ConversionOptions.NO_PROFILE));

        assertThat(group(without).struktur).isEmpty();
        assertThat(rules(without)).containsExactly("choice", "hidden");
        assertThat(Codes.value(group(with).struktur.get(0).enthaelt.datenfeld.feldart))
                .isEqualTo("input");
        assertThat(rules(with)).containsExactly("choice", "hidden_shown");
    }

    private static de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe group(Converted<Version2> converted) {
        return ((de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldgruppeNachricht)
                        converted.message().message())
                .datenfeldgruppe;
    }

    @Test
    void takes_the_filler_away_again() {
        Converted<Version3> there = Conversion.toVersion3(message2("datenfeldgruppe.0103", "<datenfeldgruppe/>"));

        assertThat(group(Conversion.toVersion2(there.message())).struktur).isEmpty();
    }

    @Test
    void makes_code_lists_of_choices_with_help_as_a_column() {
        String values = "<werte><wert><code>1</code><name>Eins</name><hilfe>Hilfe</hilfe></wert>"
                + "<wert><code>2</code><name>Zwei</name></wert></werte>";
        Converted<Version2> converted = Conversion.toVersion2(message3(
                "datenfeldgruppe.0103",
                "<datenfeldgruppe>" + place("F60000000319", values) + place("F60000000320", values)
                        + place("F60000000319", values.replace("Zwei", "Drei"))
                        + place("T1", values.replace("Zwei", "Vier"))
                        + "</datenfeldgruppe>"));

        Map<String, CodeList> lists = converted.message().codeLists();
        assertThat(lists).containsOnlyKeys("C60000319", "C99000001", "C99000002");
        CodeList list = lists.get("C60000319");
        assertThat(list.canonicalUri()).isEqualTo("urn:de:fim:codeliste:c60000319");
        assertThat(list.canonicalVersionUri()).isEqualTo("urn:de:fim:codeliste:c60000319_1.0");
        assertThat(list.entries(Optional.empty(), Optional.empty(), Optional.of("hilfe")))
                .containsExactly(
                        new CodeList.Entry("1", "Eins", Optional.of("Hilfe")),
                        new CodeList.Entry("2", "Zwei", Optional.empty()));
        assertThat(group(converted).struktur)
                .extracting(p -> p.enthaelt.datenfeld.codelisteReferenz.identifikation.id)
                .containsExactly("C60000319", "C60000319", "C99000001", "C99000002");
        Converted<Version3> again = Conversion.toVersion3(converted.message());
        assertThat(new String(Canonical.written(again.message()), StandardCharsets.UTF_8))
                .contains(">Hilfe<", ">Drei<", ">Vier<");
    }

    private static String place(String id, String content) {
        return "<struktur><enthaelt><datenfeld><identifikation><id>" + id + "</id></identifikation>" + content
                + "</datenfeld></enthaelt></struktur>";
    }

    @Test
    void gives_references_an_id_of_their_own() {
        Converted<Version2> converted = Conversion.toVersion2(message3(
                "datenfeldgruppe.0103",
                "<datenfeldgruppe>"
                        + place(
                                "F60000000319",
                                "<codelisteReferenz><canonicalIdentification>urn:a</canonicalIdentification><version>3"
                                        + "</version></codelisteReferenz><codeKey>a</codeKey>")
                        + place(
                                "F60000000320",
                                "<codelisteReferenz><canonicalIdentification>urn:a</canonicalIdentification>"
                                        + "</codelisteReferenz>")
                        + "</datenfeldgruppe>"));

        var first = group(converted).struktur.get(0).enthaelt.datenfeld.codelisteReferenz;
        assertThat(first.identifikation.id).isEqualTo("C60000319");
        assertThat(first.genericodeIdentification.canonicalVersionUri).isEqualTo("urn:a_3");
        assertThat(rules(converted)).containsExactly("list_keys", "list_version");
    }

    @Test
    void tells_everything_that_version_2_has_no_place_for() {
        Converted<Version2> converted = field2(
                """
                <bezug link="https://example.org">§ 1; § 2</bezug><letzteAenderung>2021-01-01T00:00:00Z</letzteAenderung>
                <relation><praedikat><code>ABL</code></praedikat></relation><stichwort>s</stichwort>
                <datentyp><code>time</code></datentyp><praezisierung minValue="1" maxLength="3" neu="1"/>
                <vorbefuellung><code>optional</code></vorbefuellung><maxSize>5</maxSize><mediaType>image/png</mediaType>
                <werte><wert><code>1</code><name>a</name></wert></werte><codelisteReferenz/>
                <regel><identifikation><id>R60000000001</id></identifikation><freitextRegel>F60000000319 und F60000001</freitextRegel>
                <typ><code>V</code></typ><skript>1</skript></regel>
                """);

        assertThat(made2(converted).praezisierung).isEqualTo("{\"maxLength\":\"3\"}");
        assertThat(made2(converted).regel.get(0).definition).isEqualTo("F60000319 und F60000001");
        assertThat(rules(converted))
                .containsExactlyInAnyOrder(
                        "basis",
                        "changed",
                        "relation",
                        "keyword",
                        "datatype",
                        "limit",
                        "prefill",
                        "files",
                        "list_twice",
                        "rule_ids",
                        "rule_kind",
                        "unknown");
        assertThat(
                        rules(
                                Conversion.toVersion2(
                                        message3(
                                                "stammdatenschema.0102",
                                                "<stammdatenschema><dokumentsteckbrief><id>D00000000001</id></dokumentsteckbrief></stammdatenschema>"))))
                .containsExactly("document_profile");
    }

    // What no file can hold, and what a program can

    @Test
    void ends_at_groups_inside_of_themselves() {
        var group = new de.ozgkit.xoevfim.xdatenfelder.v2.Datenfeldgruppe();
        var place = new de.ozgkit.xoevfim.xdatenfelder.v2.Struktur();
        place.enthaelt = new de.ozgkit.xoevfim.xdatenfelder.v2.Enthaelt();
        place.enthaelt.datenfeldgruppe = group;
        group.struktur.add(place);
        var message = new de.ozgkit.xoevfim.xdatenfelder.v2.DatenfeldgruppeNachricht();
        message.datenfeldgruppe = group;

        assertThatThrownBy(() -> Conversion.toVersion3(new Version2(message, Map.of(), List.of())))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("xdatenfelder.too_deep"));
        group.struktur.add(place);
        assertThatThrownBy(() -> Conversion.toVersion3(new Version2(message, Map.of(), List.of())))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void ends_at_groups_that_hold_each_other_too_often() {
        Datenfeldgruppe group = new Datenfeldgruppe();
        var top = new de.ozgkit.xoevfim.xdatenfelder.v3.DatenfeldgruppeNachricht();
        for (int depth = 0; depth < 40; depth++) {
            Datenfeldgruppe outer = new Datenfeldgruppe();
            for (int i = 0; i < 2; i++) {
                var place = new de.ozgkit.xoevfim.xdatenfelder.v3.Struktur();
                place.enthaelt = new de.ozgkit.xoevfim.xdatenfelder.v3.Enthaelt();
                place.enthaelt.datenfeldgruppe = group;
                outer.struktur.add(place);
            }
            group = outer;
        }
        top.datenfeldgruppe = group;

        assertThatThrownBy(() -> Conversion.toVersion2(new Version3(top, List.of())))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo("xdatenfelder.too_large"));
    }

    @Test
    void converts_the_same_field_in_many_places_alike() {
        Converted<Version2> converted = Conversion.toVersion2(message3(
                "datenfeldgruppe.0103",
                "<datenfeldgruppe>"
                        + place("F60000000319", "<stichwort>a</stichwort>").repeat(3) + "</datenfeldgruppe>"));

        assertThat(group(converted).struktur)
                .extracting(p -> p.enthaelt.datenfeld.identifikation.id)
                .containsOnly("F60000319");
        assertThat(rules(converted)).containsExactly("keyword");
    }
}

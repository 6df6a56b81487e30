// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import de.ozgkit.xoevfim.Samples;
import de.ozgkit.xoevfim.genericode.CodeList;
import de.ozgkit.xoevfim.genericode.Genericode;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelder;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage.Version2;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FimQualityTest {

    private static final String SCHEMA = "schema_xdf3.xml";
    private static final String GROUP = "group_xdf3.xml";
    private static final String PROFILE = "profile_xdf3.xml";
    private static final String SCHEMA_2 = "schema_xdf2.xml";
    private static final String PROFILE_2 = "profile_xdf2.xml";
    private static final String LIST = "C00001001_genericode.xml";

    private static final String REFERENCE =
            "<x:bezug link=\"https://www.example.org/gesetz\">§ 1 Beispielgesetz</x:bezug>";
    private static final String DATE = "<x:statusGesetztAm>2026-01-01</x:statusGesetztAm>";
    private static final String PUBLISHED = "<x:veroeffentlichungsdatum>2026-01-02</x:veroeffentlichungsdatum>";
    private static final String RULE = "Wenn F00001000005 befüllt ist, dann muss F00001000006 befüllt sein.";

    /** An edit of a clean document that breaks a rule. */
    record Case(int rule, String document, String name, UnaryOperator<String> edit) {
        Case and(Case other) {
            return new Case(rule, document, name, text -> other.edit.apply(edit.apply(text)));
        }

        @Override
        public String toString() {
            return rule + " " + document + " " + name;
        }
    }

    /** The first text {@code from} behind the anchor becomes {@code to}. */
    private static Case in(String document, int rule, String anchor, String from, String to) {
        return new Case(rule, document, anchor + ": " + from + " -> " + to, text -> {
            int start = text.indexOf(from, text.indexOf(anchor));
            assertThat(text.indexOf(anchor)).as(anchor).isNotNegative();
            assertThat(start).as(from).isNotNegative();
            return text.substring(0, start) + to + text.substring(start + from.length());
        });
    }

    /** The first match of the expression is replaced. */
    private static Case match(String document, int rule, String regex, String to) {
        return new Case(rule, document, regex, text -> {
            String edited = Pattern.compile(regex, Pattern.DOTALL).matcher(text).replaceFirst(to);
            assertThat(edited).as(regex).isNotEqualTo(text);
            return edited;
        });
    }

    private static Case onlyOneChild(int rule) {
        return match(GROUP, rule, "(?<=</x:struktur>)\n<x:struktur>.*(?=\n</x:datenfeldgruppe>)", "");
    }

    private static Case groupInItself() {
        return new Case(1026, GROUP, "group in itself", text -> {
            String group = text.substring(text.indexOf("<x:datenfeldgruppe>"), text.indexOf("</x:xdatenfelder"));
            return Pattern.compile("<x:datenfeld>.*?</x:datenfeld>", Pattern.DOTALL)
                    .matcher(text)
                    .replaceFirst(Matcher.quoteReplacement(group));
        });
    }

    private static List<Finding> check(String document, String text, String codeList) {
        XDatenfelderMessage message = XDatenfelder.read(Samples.stream(text));
        if (message instanceof Version2 v2 && !codeList.isEmpty()) {
            CodeList list = Genericode.read(Samples.stream(codeList));
            return FimQuality.check(new Version2(v2.message(), Map.of("C00001001", list), List.of()));
        }
        return FimQuality.check(message);
    }

    private static String text(String document) {
        return Samples.resourceText("validation/" + document);
    }

    @ParameterizedTest
    @ValueSource(strings = {SCHEMA, GROUP, PROFILE, SCHEMA_2, PROFILE_2})
    void a_clean_document_breaks_no_rule(String document) {
        assertThat(check(document, text(document), text(LIST))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void a_defect_is_found_under_its_official_number(Case defect) {
        String broken = defect.edit().apply(text(defect.document()));

        assertThat(check(defect.document(), broken, text(LIST)))
                .extracting(Finding::rule)
                .contains("fim." + defect.rule());
    }

    @ParameterizedTest
    @MethodSource("listDefects")
    void a_defect_of_the_code_list_is_found_at_the_field(Case defect) {
        List<Finding> findings = check(SCHEMA_2, text(SCHEMA_2), defect.edit().apply(text(LIST)));

        assertThat(findings).extracting(Finding::rule).contains("fim." + defect.rule());
        assertThat(findings).extracting(Finding::path).contains("S00001001/F00001002");
    }

    @Test
    void every_rule_has_a_defect_that_breaks_it() {
        Set<Integer> tested =
                Stream.concat(defects(), listDefects()).map(Case::rule).collect(Collectors.toCollection(TreeSet::new));

        assertThat(tested).isEqualTo(FimQuality.rules().keySet());
        assertThat(tested).hasSizeGreaterThan(100);
    }

    @Test
    void severities_are_those_of_the_official_list_and_nothing_deactivated_is_reported() {
        CodeList official = Genericode.read(Samples.collected("codelisten/fim-xdfm_1.8_meldungen.xml"));
        Map<String, Severity> names = Map.of(
                "FehlerKritisch", Severity.ERROR,
                "FehlerMethodisch", Severity.METHOD,
                "Warnung", Severity.WARNING,
                "Hinweis", Severity.INFO);

        FimQuality.rules().forEach((number, severity) -> assertThat(official.rows())
                .as("rule %s", number)
                .anyMatch(row -> row.get("Code").equals(number.toString())
                        && Optional.ofNullable(names.get(row.get("Typ"))).equals(Optional.of(severity))));
    }

    @Test
    void a_finding_names_the_elements_from_the_schema_down() {
        String broken = text(SCHEMA).replace("minValue=\"1.5\"", "minValue=\"x\"");

        Finding finding = check(SCHEMA, broken, "").get(0);

        assertThat(finding.rule()).isEqualTo("fim.1062");
        assertThat(finding.path()).isEqualTo("S00001000001/G00001000001/F00001000005");
        assertThat(finding.line())
                .hasValue(1
                        + (int) broken.substring(0, broken.indexOf("<x:id>F00001000005"))
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        - 1);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.text()).isEqualTo("Die untere Grenze muss eine Zahl sein.");
        assertThat(finding.english()).isEqualTo("The lower limit must be a number.");
    }

    @Test
    void an_element_at_two_places_is_judged_once_but_each_of_its_places_is() {
        String twice = text(SCHEMA)
                .replace("F00001000011", "F00001000010")
                .replace("<x:code>002</x:code>", "<x:code>001</x:code>")
                .replace("<x:anzahl>1:1</x:anzahl>", "<x:anzahl>1:0</x:anzahl>");

        assertThat(check(SCHEMA, twice, "").stream()
                        .filter(f -> f.rule().equals("fim.1003") || f.rule().equals("fim.1045")))
                .hasSize(1);
        assertThat(check(SCHEMA, twice, "").stream().filter(f -> f.rule().equals("fim.1047")))
                .hasSizeGreaterThan(5);
    }

    @Test
    void names_of_the_portal_stand_for_severities() {
        for (Severity severity : Severity.values()) {
            assertThat(FimQuality.severity(FimQuality.errorType(severity))).contains(severity);
        }
        assertThat(FimQuality.errorType(Severity.ERROR)).isEqualTo("critical");
        assertThat(FimQuality.severity("other")).isEmpty();
    }

    @Test
    void the_real_schema_in_version_2_has_no_critical_finding() {
        XDatenfelderMessage message = XDatenfelder.read(Samples.collected("xdatenfelder2/S00000094V1.0_xdf2.xml"));

        assertThat(FimQuality.check(message))
                .extracting(Finding::rule)
                .containsOnly("fim.1048", "fim.1101", "fim.1102", "fim.1103", "fim.1106");
    }

    @Test
    void the_real_schema_in_version_3_has_no_critical_finding() {
        XDatenfelderMessage message = XDatenfelder.read(Samples.collected("xdatenfelder3/S00000094V1.0_xdf3.xml"));

        assertThat(FimQuality.check(message))
                .extracting(Finding::rule)
                .containsOnly("fim.1097", "fim.1101", "fim.1102", "fim.1103", "fim.1106", "fim.1129", "fim.1132");
    }

    @Test
    void a_wide_schema_is_checked_in_time_that_grows_with_it() {
        String place = text(SCHEMA)
                .substring(
                        text(SCHEMA).lastIndexOf("<x:struktur>"), text(SCHEMA).lastIndexOf("</x:stammdatenschema>"));
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            places.append(place.replace("F00001000004", String.format("F%011d", i)));
        }
        String wide = text(SCHEMA).replace("</x:stammdatenschema>", places + "</x:stammdatenschema>");

        assertThat(check(SCHEMA, wide, "")).isEmpty();
    }

    static Stream<Case> defects() {
        return Stream.of(
                in(SCHEMA, 1002, "S00001000001", "<x:name>Schema</x:name>", "<x:name> </x:name>"),
                in(SCHEMA, 1038, "", "<x:id>F00001000005", "<x:id>"),
                in(SCHEMA, 1039, "", "<x:id>F00001000005", "<x:id>F0000100005"),
                in(SCHEMA, 1039, "", "<x:id>F00001000005", "<x:id>G00001000005"),
                in(SCHEMA, 1039, "", "D99000000002", "D9900"),
                in(SCHEMA, 1039, "", "F00001000099", "F99"),
                in(SCHEMA_2, 1039, "", "<x:id>F00001001", "<x:id>F00001001999"),
                in(SCHEMA, 1009, "", "Nummer eingeben", ""),
                in(SCHEMA_2, 1009, "", "Schema eingeben", ""),
                in(SCHEMA, 1010, "", "<x:bezeichnungAusgabe>Nummer</x:bezeichnungAusgabe>", ""),
                in(SCHEMA, 1050, "", "Ein Schema", ""),
                in(SCHEMA, 1006, "F00001000005", REFERENCE, ""),
                in(SCHEMA, 1101, "F00001000012", REFERENCE, ""),
                in(SCHEMA, 1051, "S00001000001", REFERENCE, ""),
                in(SCHEMA, 1031, "F00001000005", ">RNG<", ">XYZ<"),
                in(SCHEMA, 1032, "F00001000005", "<code>6</code>", "<code>9</code>"),
                in(SCHEMA_2, 1032, "F00001001", "aktiv", "fertig"),
                in(SCHEMA, 1033, "ableitungsmodifikationenStruktur", ">3<", ">4<"),
                in(SCHEMA, 1034, "ableitungsmodifikationenRepraesentation", ">1<", ">2<"),
                in(SCHEMA, 1007, "", "D99000000002", ""),
                in(SCHEMA, 1097, "", "D99000000002", "D99000000001"),
                in(SCHEMA, 1096, "", "<code>6</code>", "<code>3</code>")
                        .and(in(SCHEMA, 1096, "", "D99000000002", "D99000000001")),
                in(SCHEMA, 1124, "", "D99000000002", "D00001000002"),
                in(SCHEMA, 1142, "F00001000005", DATE, ""),
                in(SCHEMA, 1143, "S00001000001", DATE, ""),
                in(PROFILE, 1144, "D00001000001", DATE, ""),
                in(SCHEMA, 1117, "F00001000005", "Beispielredaktion", ""),
                in(SCHEMA, 1140, "F00001000005", "Beispielredaktion", "FIM-Baustein Datenfelder"),
                in(SCHEMA, 1141, "S00001000001", "Beispielredaktion", "FIM Baustein Datenfelder"),
                in(PROFILE_2, 1008, "", "§ 1 Beispielgesetz", ""),
                in(PROFILE, 1052, "", REFERENCE, "").and(in(PROFILE, 1052, "", ">true<", ">false<")),
                in(PROFILE, 1049, "", "Ein Dokument", ""),
                in(PROFILE, 1055, "dokumentart", ">001<", ">077<"),
                in(PROFILE, 1092, "", "<x:istAbstrakt>true</x:istAbstrakt>", "<x:istAbstrakt/>"),
                in(PROFILE, 1107, "", "<x:hilfetext>Hilfe</x:hilfetext>", ""),
                in(PROFILE, 1053, "", ">true<", ">false<"),
                in(PROFILE, 1054, "", "VKN", "ABL"),
                match(SCHEMA, 1078, "<x:struktur>.*(?=</x:stammdatenschema>)", ""),
                match(GROUP, 1023, "<x:struktur>.*(?=</x:datenfeldgruppe>)", ""),
                in(GROUP, 1042, "", "<code>X</code>", "<code>Y</code>"),
                onlyOneChild(1106).and(in(GROUP, 1106, "", "<x:art><code>X</code></x:art>", "")),
                onlyOneChild(1043),
                in(GROUP, 1118, "", "0:1", "1:1"),
                in(SCHEMA, 1021, "", "<x:anzahl>1:1", "<x:anzahl>0:0"),
                in(SCHEMA, 1046, "", "<x:anzahl>1:1", "<x:anzahl>1-1"),
                in(SCHEMA, 1047, "", "<x:anzahl>1:1", "<x:anzahl>2:1"),
                in(SCHEMA, 1139, "", "<x:anzahl>0:*", "<x:anzahl>0:1"),
                match(
                        SCHEMA,
                        1022,
                        "<x:bezug>§ 2 Beispielgesetz</x:bezug>\n(?=<x:enthaelt>\n<x:datenfeld>\n<x:identifikation><x:id>F00001000012)",
                        ""),
                in(SCHEMA, 1013, "G00001000001", ">RNG<", ">ABS<"),
                in(SCHEMA, 1014, "F00001000005", ">RNG<", ">ABS<"),
                groupInItself(),
                in(SCHEMA, 1003, "F00001000006</x:id>", "1.0.0", "1.0.1")
                        .and(in(SCHEMA, 1003, "", "F00001000010", "F00001000006")),
                in(SCHEMA, 1004, "", "F00001000011", "F00001000010"),
                in(SCHEMA, 1025, "", "F00001000004", "F00001000003"),
                in(SCHEMA, 1094, "", "F00001000004", "F60000000001"),
                onlyOneChild(1095).and(in(GROUP, 1095, "", "F00001000001", "F60000000001")),
                in(SCHEMA, 1116, "F00001000005", "<code>6</code>", "<code>7</code>"),
                in(SCHEMA_2, 1116, "<x:id>F00001001", "aktiv", "inaktiv"),
                in(SCHEMA, 1127, "F00001000005", PUBLISHED, ""),
                in(GROUP, 1128, "F00001000001", PUBLISHED, ""),
                in(SCHEMA, 1129, "F00001000005", "<code>6</code>", "<code>2</code>"),
                in(GROUP, 1130, "F00001000001", "<code>6</code>", "<code>2</code>"),
                in(SCHEMA, 1134, "", "<x:version>1.0.0</x:version>", ""),
                in(SCHEMA, 1135, "F00001000005", "<x:version>1.0.0</x:version>", ""),
                in(SCHEMA, 1027, "F00001000005", ">input<", ">output<"),
                in(SCHEMA_2, 1027, "F00001001", ">input<", ">hidden<"),
                in(SCHEMA, 1028, "F00001000005", ">num<", ">number<"),
                in(SCHEMA_2, 1028, "F00001001", ">text<", ">text_latin<"),
                in(SCHEMA, 1030, "F00001000005", ">keine<", ">keins<"),
                in(SCHEMA, 1011, "F00001000002", ">text<", ">num<"),
                in(SCHEMA, 1017, "F00001000002", ">select<", ">input<"),
                in(SCHEMA, 1018, "F00001000001", ">input<", ">select<"),
                in(SCHEMA, 1090, "F00001000004", ">text<", ">num<"),
                in(SCHEMA, 1109, "", "Bitte lesen", ""),
                in(SCHEMA, 1056, "F00001000011", ">file<", ">text<"),
                in(SCHEMA, 1057, "F00001000011", ">file<", ">text<"),
                in(SCHEMA, 1058, "F00001000011", "<x:maxSize>", "<x:codeKey>a</x:codeKey><x:maxSize>"),
                in(SCHEMA, 1100, "F00001000011", "<x:vorbefuellung>", "<x:inhalt>x</x:inhalt><x:vorbefuellung>"),
                in(
                        SCHEMA,
                        1120,
                        "F00001000011",
                        "<x:vorbefuellung>",
                        "<x:praezisierung pattern=\"a\"/><x:vorbefuellung>"),
                in(SCHEMA, 1012, "F00001000001", ">input<", ">label<"),
                in(SCHEMA, 1015, "F00001000001", ">text_latin<", ">bool<"),
                in(SCHEMA, 1016, "F00001000005", ">num<", ">text<"),
                in(SCHEMA, 1102, "", "minLength=\"1\"", ""),
                in(SCHEMA_2, 1102, "", "{\"minLength\":\"1\",\"maxLength\":\"20\"}", ""),
                in(SCHEMA, 1103, "", "minValue=\"1.5\" maxValue=\"9.5\"", ""),
                in(SCHEMA, 1059, "", "minLength=\"1\"", "minLength=\"-1\""),
                in(SCHEMA, 1060, "", "maxLength=\"20\"", "maxLength=\"0\""),
                in(SCHEMA_2, 1060, "", "\"maxLength\":\"20\"", "\"maxLength\":\"x\""),
                in(SCHEMA, 1061, "", "maxLength=\"20\"", "maxLength=\"1\"")
                        .and(in(SCHEMA, 1061, "", "minLength=\"1\"", "minLength=\"3\"")),
                in(SCHEMA, 1062, "", "minValue=\"1.5\"", "minValue=\"1,5\""),
                in(SCHEMA, 1063, "", "maxValue=\"9.5\"", "maxValue=\"viel\""),
                in(SCHEMA, 1064, "", "minValue=\"1.5\"", "minValue=\"10\""),
                in(SCHEMA, 1064, "", "minValue=\"2000-01-01\"", "minValue=\"2031-01-01\""),
                in(SCHEMA, 1065, "", "minValue=\"1\"", "minValue=\"1.5\""),
                in(SCHEMA, 1066, "", "maxValue=\"9\"", "maxValue=\"9.5\""),
                in(SCHEMA, 1067, "", "minValue=\"2000-01-01\"", "minValue=\"01.01.2000\""),
                in(SCHEMA, 1068, "", "maxValue=\"2030-12-31\"", "maxValue=\"2030-02-31\""),
                in(SCHEMA, 1079, "", "minValue=\"2000-01-01T00:00:00\"", "minValue=\"2000-01-01\""),
                in(SCHEMA, 1080, "", "maxValue=\"2030-12-31T00:00:00\"", "maxValue=\"heute\""),
                in(SCHEMA, 1081, "", "minValue=\"08:00:00\"", "minValue=\"8 Uhr\""),
                in(SCHEMA, 1082, "", "maxValue=\"18:00:00\"", "maxValue=\"2026-01-01\""),
                in(SCHEMA, 1069, "", ">2.5<", ">zwei<"),
                in(SCHEMA, 1070, "", "<x:inhalt>5<", "<x:inhalt>5.5<"),
                in(SCHEMA, 1071, "", "<x:inhalt>2026-01-01<", "<x:inhalt>1.1.2026<"),
                in(SCHEMA, 1072, "", ">2.5<", ">1.25<"),
                in(SCHEMA, 1073, "", ">2.5<", ">9.75<"),
                in(SCHEMA, 1072, "", "<x:inhalt>12:00:00<", "<x:inhalt>07:00:00<"),
                in(SCHEMA, 1074, "", "minLength=\"1\"", "minLength=\"4\""),
                in(SCHEMA, 1075, "", "maxLength=\"20\"", "maxLength=\"2\""),
                in(SCHEMA, 1077, "", ">true<", ">ja<"),
                in(SCHEMA, 1083, "", "<x:inhalt>2026-01-01T00:00:00<", "<x:inhalt>2026-01-01<"),
                in(SCHEMA, 1084, "", "<x:inhalt>12:00:00<", "<x:inhalt>12<"),
                in(SCHEMA_2, 1076, "", "<x:inhalt>001<", "<x:inhalt>009<"),
                in(SCHEMA, 1085, "", "<x:inhalt>001<", "<x:inhalt>009<"),
                in(SCHEMA, 1040, "", "urn:de:beispiel:codeliste:ding", ""),
                in(SCHEMA, 1005, "", "urn:de:beispiel:codeliste:ding", "http://www.example.org"),
                in(SCHEMA, 1048, "", "urn:de:beispiel:codeliste:ding", "urn:de:beispiel:codeliste:dünger"),
                in(SCHEMA_2, 1105, "F00001002", "<x:version>2026-01-01<", "<x:version>7<"),
                match(
                        SCHEMA,
                        1037,
                        "<x:werte>.*?</x:werte>",
                        "<x:codelisteReferenz><x:canonicalIdentification>urn:de:beispiel:codeliste:ding</x:canonicalIdentification>"
                                + "<x:version>2</x:version></x:codelisteReferenz>"),
                match(SCHEMA, 1044, "<x:wert><x:code>002.*?</x:wert>", ""),
                in(SCHEMA, 1045, "", "<x:code>002<", "<x:code>001<"),
                in(SCHEMA, 1093, "", "<x:name>zwei<", "<x:name>eins<"),
                in(SCHEMA, 1029, "", ">ABL<", ">XYZ<"),
                in(SCHEMA, 1091, "", "F00001000099", ""),
                in(SCHEMA, 1087, "", "F00001000099", "S00001000099"),
                in(PROFILE, 1087, "", "D00001000002", "F00001000002"),
                in(SCHEMA, 1088, "", ">ABL<", ">VKN<"),
                in(SCHEMA, 1131, "", "Hilfe zu Nummer", "\u201eHilfe\u201c"),
                in(SCHEMA, 1136, "", "Hilfe zu Nummer", "h".repeat(501)),
                in(SCHEMA, 1137, "", "codeliste:ding", "codeliste:" + "d".repeat(240)),
                in(SCHEMA, 1098, "", "Hilfe zu Nummer", "Nummer eingeben"),
                in(SCHEMA, 1099, "", "Hilfe eins", "eins"),
                in(SCHEMA, 1132, "", "§ 1 Beispielgesetz", "§ 1 und § 2 Beispielgesetz"),
                in(SCHEMA, 1133, "", "https://www.example.org/gesetz", "Gesetz"),
                in(SCHEMA, 1024, "", RULE, ""),
                in(SCHEMA_2, 1024, "", "Wenn F00001001 befüllt ist, dann auch F00001002.", ""),
                in(SCHEMA, 1001, "", "F00001000006 befüllt sein", "F00001000001 befüllt sein"),
                in(SCHEMA, 1019, "", "F00001000005 bef", "F00001000005V1.0.0 bef"),
                in(SCHEMA, 1041, "", "F00001000005 bef", "F00001005 bef"));
    }

    static Stream<Case> listDefects() {
        return Stream.of(
                match(LIST, 1044, "<Row><Value>.*?</Row>", ""),
                in(LIST, 1045, "", "<SimpleValue>002<", "<SimpleValue>001<"),
                in(LIST, 1093, "", "<SimpleValue>zwei<", "<SimpleValue>eins<"));
    }
}

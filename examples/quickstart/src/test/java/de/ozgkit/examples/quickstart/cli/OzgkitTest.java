// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class OzgkitTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SCHEMA =
            """
            <x:xdatenfelder.stammdatenschema.0102 xmlns:x='urn:xoev-de:fim:standard:xdatenfelder_3.0.0'>
            <x:header><x:nachrichtID>1</x:nachrichtID><x:erstellungszeitpunkt>2024-01-01T00:00:00Z</x:erstellungszeitpunkt></x:header>
            <x:stammdatenschema><x:identifikation><x:id>S60000000001</x:id><x:version>1.0.0</x:version></x:identifikation>
            <x:name>Hund</x:name><x:bezeichnung>Hund anmelden</x:bezeichnung>
            <x:struktur><x:anzahl>1:1</x:anzahl><x:enthaelt><x:datenfeldgruppe>
            <x:identifikation><x:id>G60000000001</x:id><x:version>1.0.0</x:version></x:identifikation>
            <x:bezeichnungEingabe>Der Hund</x:bezeichnungEingabe>
            <x:struktur><x:anzahl>1:1</x:anzahl><x:enthaelt><x:datenfeld>
            <x:identifikation><x:id>F60000000001</x:id><x:version>1.0.0</x:version></x:identifikation>
            <x:bezeichnungEingabe>Rufname</x:bezeichnungEingabe>
            <x:feldart><code>input</code></x:feldart><x:datentyp><code>text_latin</code></x:datentyp>
            </x:datenfeld></x:enthaelt></x:struktur>
            <x:struktur><x:anzahl>0:3</x:anzahl><x:enthaelt><x:datenfeld>
            <x:identifikation><x:id>F60000000002</x:id><x:version>1.0.0</x:version></x:identifikation>
            <x:bezeichnungEingabe>Rasse</x:bezeichnungEingabe>
            <x:feldart><code>select</code></x:feldart><x:datentyp><code>text</code></x:datentyp>
            <x:werte><x:wert><x:code>1</x:code><x:name>Mops</x:name></x:wert><x:wert><x:code>2</x:code><x:name>Pudel</x:name></x:wert></x:werte>
            </x:datenfeld></x:enthaelt></x:struktur>
            </x:datenfeldgruppe></x:enthaelt></x:struktur>
            </x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>
            """;

    private static final String TRANSFER = "<x:r xmlns:x='http://xoev.de/schemata/xzufi/2_2_0'>"
            + "<x:schreibe><x:leistung><x:id>1</x:id><x:modulText><x:inhalt languageCode='de'>a</x:inhalt>"
            + "<x:inhalt languageCode='en'>b</x:inhalt></x:modulText></x:leistung></x:schreibe>"
            + "<x:loesche klasse='Leistung'><x:id>2</x:id></x:loesche></x:r>";

    private static final String LIST = "<gc:CodeList xmlns:gc='http://docs.oasis-open.org/codelist/ns/genericode/1.0/'>"
            + "<gc:Identification><gc:ShortName>l</gc:ShortName><gc:LongName>l</gc:LongName><gc:Version>1</gc:Version>"
            + "<gc:CanonicalUri>urn:l</gc:CanonicalUri><gc:CanonicalVersionUri>urn:l_1</gc:CanonicalVersionUri></gc:Identification>"
            + "<gc:ColumnSet><gc:Column Id='c' Use='required'><gc:ShortName>c</gc:ShortName><gc:Data Type='string'/></gc:Column>"
            + "<gc:Key Id='k'><gc:ShortName>k</gc:ShortName><gc:ColumnRef Ref='c'/></gc:Key></gc:ColumnSet>"
            + "<gc:SimpleCodeList><gc:Row><gc:Value ColumnRef='c'><gc:SimpleValue>7</gc:SimpleValue></gc:Value></gc:Row>"
            + "</gc:SimpleCodeList></gc:CodeList>";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String schema = "";

    @BeforeEach
    void write_a_schema() throws IOException {
        schema = file("hund_xdf3.xml", SCHEMA);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int run(String... args) {
        return run("", false, args);
    }

    private int run(String in, boolean terminal, String... args) {
        out.reset();
        err.reset();
        return Ozgkit.run(
                new Ozgkit.Streams(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal),
                args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shows_a_form_as_a_tree() {
        assertThat(run("form", schema)).isZero();
        assertThat(out().lines())
                .containsExactly(
                        "S60000000001 1.0.0  Hund anmelden",
                        "└─ G60000000001  Der Hund  [Gruppe, Pflicht]",
                        "   ├─ F60000000001  Rufname  [text_latin, Pflicht]",
                        "   └─ F60000000002  Rasse  [select, 2 Werte, 0:3]");
    }

    @Test
    void shows_a_form_in_english_and_for_programs_and_as_schemas() {
        assertThat(run("form", "--lang", "en", schema)).isZero();
        assertThat(out()).contains("[group, required]", "2 choices");

        assertThat(run("form", "--json", schema)).isZero();
        assertThat(out()).contains("\"id\" : \"F60000000002\"", "\"choices\" : 2");

        assertThat(run("form", "--json-schema", schema)).isZero();
        assertThat(out()).contains("\"$schema\"", "F60000000001V1.0.0");

        assertThat(run("form", "--xsd", schema)).isZero();
        assertThat(out()).contains(":schema", "F60000000001");

        assertThat(run("form", "--xsd", "--json-schema", schema)).isEqualTo(2);
    }

    @Test
    void converts_to_a_folder_and_to_the_standard_output() throws IOException {
        assertThat(run("convert", "--to", "xdf2", "--out", folder.toString(), schema))
                .isZero();
        Path old = folder.resolve("hund_xdf2.xml");
        assertThat(Files.readString(old)).contains("urn:xoev-de:fim:standard:xdatenfelder_2");
        assertThat(err()).isNotEmpty();

        assertThat(run("convert", "--to", "xdf3", old.toString())).isZero();
        assertThat(out()).contains("urn:xoev-de:fim:standard:xdatenfelder_3.0.0", "Rufname");

        assertThat(run("convert", "--to", "json-schema", schema)).isZero();
        assertThat(out()).contains("\"$schema\"");

        assertThat(run("convert", "--strict", "--to", "xdf2", "--out", folder.toString(), schema))
                .isEqualTo(1);
    }

    @Test
    void writes_code_lists_as_the_standard_has_them() {
        assertThat(run(LIST, false, "convert", "--to", "genericode", "-")).isZero();
        assertThat(out()).contains("<Identification>").doesNotContain("gc:Identification");
    }

    @Test
    void counts_what_is_in_each_file() throws IOException {
        String transfer = file("t.xml", TRANSFER);
        String list = file("l.xml", LIST);

        assertThat(run("stats", transfer, list, schema)).isZero();
        assertThat(out())
                .contains("standard: XZUFI", "Leistung=1", "loesche Leistung=1", "{de=1, en=1}")
                .contains("standard: GENERICODE", "rows: 1")
                .contains("standard: XDATENFELDER", "choices=2, fields=2, groups=1");
    }

    @Test
    void reads_a_folder_with_an_index_and_the_standard_input() throws IOException {
        file("t.xml", TRANSFER);
        file("index.txt", "t.xml\r\n");

        assertThat(run("stats", "--json", folder.toString())).isZero();
        assertThat(out()).contains("\"Leistung\" : 1");

        assertThat(run(TRANSFER, false, "stats", "-")).isZero();
        assertThat(out()).contains("-:", "Leistung=1");
    }

    @Test
    void shows_progress_on_a_terminal_only() throws IOException {
        String transfer = file("t.xml", TRANSFER);

        run("", true, "stats", transfer);
        assertThat(err()).contains("[###");
        assertThat(out()).doesNotContain("\r");

        run("stats", transfer);
        assertThat(err()).isEmpty();
    }

    @Test
    void validates_and_tells_what_it_found() throws IOException {
        String wrong = file("wrong.xml", SCHEMA.replace("<x:anzahl>0:3</x:anzahl>", "<x:anzahl>3:0</x:anzahl>"));

        assertThat(run("validate", "--json", wrong)).isEqualTo(1);
        assertThat(out()).contains("\"verdict\" : \"REJECTED\"", "\"sha256\"", "\"line\"");

        assertThat(run("validate", wrong)).isEqualTo(1);
        assertThat(out()).contains("abgelehnt", "Fehler  Zeile ");

        assertThat(run("validate", "--lang", "en", wrong)).isEqualTo(1);
        assertThat(out()).contains("rejected", "error  line ");

        assertThat(run(
                        LIST.replace("gc:", "")
                                .replace("CodeList xmlns:gc", "gc:CodeList xmlns:gc")
                                .replace("</CodeList>", "</gc:CodeList>"),
                        false,
                        "validate",
                        "-"))
                .as(out())
                .isZero();
    }

    @Test
    void refuses_what_is_broken_with_1() throws IOException {
        String broken = file("broken.xml", SCHEMA.substring(0, 500));

        assertThat(run("form", "--json-schema", broken)).isEqualTo(1);
        assertThat(err()).contains("zurückgewiesen, xml.malformed");
        assertThat(out()).as("nothing that could be taken for a schema").isEmpty();
        assertThat(run("form", "--json", broken)).isEqualTo(1);
        assertThat(out()).contains("\"refused\" : \"xml.malformed\"");
        assertThat(run("validate", broken)).isEqualTo(1);
        assertThat(run("stats", broken)).isEqualTo(1);
        assertThat(run("stats", file("other.xml", "<a xmlns='urn:a'/>"))).isEqualTo(1);
    }

    @Test
    void ends_with_2_for_a_wrong_call_and_with_3_for_a_missing_file() {
        assertThat(run("stats")).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("convert", "--to", "nonsense", schema)).isEqualTo(2);
        assertThat(run("stats", folder.resolve("missing.xml").toString(), schema))
                .isEqualTo(3);
        assertThat(err()).contains("missing.xml");
        assertThat(out()).contains("XDATENFELDER");
        assertThat(run(
                        "convert",
                        "--to",
                        "xsd",
                        "--out",
                        folder.resolve("no/folder").toString(),
                        schema))
                .isEqualTo(3);
    }

    @Test
    void prints_one_json_text_whatever_happens_to_the_files() throws IOException {
        String missing = folder.resolve("missing.xml").toString();
        String broken = file("broken.xml", "<a");

        for (String command : List.of("validate", "form", "stats")) {
            assertThat(run(command, "--json", missing)).isEqualTo(3);
            assertThat(JSON.readTree(out()).get("failed").asString()).isEqualTo("cli.file");
            assertThat(run(command, "--json", schema, missing, broken)).isEqualTo(3);
            assertThat(JSON.readTree(out()).size()).isEqualTo(3);
            assertThat(err()).isEmpty();
        }
        assertThat(run("stats", "--json", missing, schema)).isEqualTo(3);
        assertThat(JSON.readTree(out()).isArray()).isTrue();
    }

    @Test
    void tells_losses_as_json_apart_from_the_document() {
        assertThat(run("convert", "--json", "--to", "json-schema", schema)).isZero();
        assertThat(JSON.readTree(out()).has("$schema")).isTrue();
        assertThat(JSON.readTree(err()).has("losses")).isTrue();

        assertThat(run("convert", "--json", "--to", "xdf2", "--out", folder.toString(), schema))
                .isZero();
        assertThat(JSON.readTree(out()).get("losses").isEmpty()).isFalse();
        assertThat(err()).isEmpty();
    }

    @Test
    void says_that_code_lists_have_no_place_on_the_standard_output() {
        assertThat(run("convert", "--to", "xdf2", schema)).isZero();
        assertThat(err()).contains("cli.codelists", "--out");

        run("convert", "--to", "xdf2", "--out", folder.toString(), schema);
        assertThat(err()).doesNotContain("cli.codelists");
    }

    @Test
    void names_each_file_once_and_says_what_a_folder_is_missing() throws IOException {
        assertThat(run("stats", file("broken.xml", "<a"))).isEqualTo(1);
        assertThat(err()).containsOnlyOnce("broken.xml");

        assertThat(run("form", "--lang", "en", folder.toString())).isEqualTo(3);
        assertThat(err()).contains("This is a folder");
        assertThat(run("stats", folder.toString())).isEqualTo(3);
        assertThat(err()).contains("index.txt");
        assertThat(run("convert", "--to", "xsd", "--out", folder.resolve("no").toString(), schema))
                .isEqualTo(3);
        assertThat(err()).contains("is no folder");
    }

    @Test
    void refuses_another_encoding_than_the_one_that_is_named() throws IOException {
        Path latin = Files.write(
                folder.resolve("latin.xml"), SCHEMA.replace("Hund", "Hündin").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run("validate", latin.toString())).isEqualTo(1);
        assertThat(out()).contains("Zeichenkodierung");
        assertThat(run("form", latin.toString())).isEqualTo(1);
        assertThat(run("validate", file("empty.xml", ""))).isEqualTo(1);
    }

    @Test
    void explains_itself() {
        for (String command : List.of("validate", "convert", "form", "stats")) {
            assertThat(run(command, "--version")).isZero();
            assertThat(out()).startsWith("ozgkit ");
            assertThat(run(command, "--help")).isZero();
            assertThat(out()).contains("FILE", "--lang");
        }
        assertThat(run("convert", "--to", "nonsense", schema)).isEqualTo(2);
        assertThat(err()).contains("one of xdf2, xdf3, json-schema, xsd, genericode but");
        assertThat(run("validate", "--jsn", schema)).isEqualTo(2);
        assertThat(err()).contains("--json");
        assertThat(run()).isZero();
        assertThat(out()).contains("validate", "convert", "form", "stats");
    }
}

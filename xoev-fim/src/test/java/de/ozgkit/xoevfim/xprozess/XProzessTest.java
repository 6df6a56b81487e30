// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xprozess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.RoundTrip;
import de.ozgkit.xoevfim.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XProzessTest {

    private static final String SCHEMA = "reconstructed/xprozess-2.0-reconstructed.xsd";
    private static final Leistungsschluessel ANZEIGE = Leistungsschluessel.of("99006028261000");

    private static Path sample() {
        return Samples.collected("xprozess/anzeige-mutterschutz_xprozess2.xml");
    }

    private static byte[] written(XProzessMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XProzess.write(message.message(), out);
        return out.toByteArray();
    }

    private static String message(String root, String content) {
        return "<p:" + root + " xmlns:p='" + XProzess.NAMESPACE
                + "' produkt='p' produkthersteller='h' xprozessVersion='2.0'><p:nachrichtenkopf><p:nachrichtUUID>u</p:nachrichtUUID>"
                + "<p:nachrichtentyp><code>0301</code></p:nachrichtentyp>"
                + "<p:erstellungszeitpunkt>2026-11-21T10:00:00.000+01:00</p:erstellungszeitpunkt></p:nachrichtenkopf>"
                + content + "</p:" + root + ">";
    }

    @Test
    void writes_the_real_export_as_it_read_it() throws IOException {
        byte[] written = written(XProzess.read(sample()));
        RoundTrip.assertSame(sample(), written, difference -> false);
        // The one fault of the exporter, in several words of the validator; everything else is valid.
        assertThat(RoundTrip.errors(SCHEMA, written))
                .hasSameSizeAs(RoundTrip.errors(SCHEMA, Files.readAllBytes(sample())))
                .allMatch(error -> error.contains("abgeloesteProzessklasse"));
    }

    @Test
    void names_the_known_fault_of_the_exporter_with_its_line() {
        assertThat(XProzess.read(sample()).findings())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("xprozess.empty_reference", OptionalInt.of(17)));
    }

    @Test
    void leads_from_a_service_to_its_process_and_from_a_form_to_the_processes_it_starts() {
        XProzessMessage export = XProzess.read(sample());
        assertThat(export.message()).isInstanceOf(AlleInhalteExport0303.class);
        assertThat(export.prozessklassen())
                .extracting(Prozessklasse::leistungsschluessel)
                .containsExactly(Optional.of(ANZEIGE));
        assertThat(export.prozessklasse(ANZEIGE).orElseThrow().operativesZiel.value())
                .isEqualTo("314");
        Prozess process = export.prozesse(ANZEIGE).get(0);
        assertThat(process.formularIDs()).containsExactly("D00000094");
        assertThat(process.prozesssteckbrief.detaillierungsstufe.value()).isEqualTo("101");
        assertThat(process.prozessstrukturbeschreibung.strukturbeschreibungFIM.aktivitaetengruppe)
                .hasSizeGreaterThan(2)
                .allSatisfy(step -> assertThat(step.name).isNotBlank());
        assertThat(export.prozesseMitFormular("D00000094")).containsExactly(process);
        assertThat(export.prozesseMitFormular("D00000000094")).containsExactly(process);
        assertThat(export.prozesseMitFormular("D00000095")).isEmpty();
        assertThat(export.prozesse(Leistungsschluessel.of("99102013104000"))).isEmpty();
        assertThat(export.prozessklasse(Leistungsschluessel.of("99102013104000")))
                .isEmpty();
    }

    @Test
    void finds_a_process_by_the_class_that_it_is_filed_under() {
        XProzessMessage library = XProzess.read(Samples.stream(message(
                "prozessbibliothek.export.0203",
                "<p:prozessbibliothek><p:name>b</p:name><p:prozess><p:id>eigene</p:id><p:name>n</p:name><p:klassifikation>"
                        + "<p:ordnungsrahmenName>FIM</p:ordnungsrahmenName><p:klasseID>99 006 028 261 000</p:klasseID>"
                        + "</p:klassifikation></p:prozess></p:prozessbibliothek>")));
        assertThat(library.prozesse(ANZEIGE)).hasSize(1);
        assertThat(library.prozesse(ANZEIGE).get(0).leistungsschluessel()).isEmpty();
        assertThat(library.prozesse(ANZEIGE).get(0).formularIDs()).isEmpty();
        assertThat(library.findings()).isEmpty();
    }

    @Test
    void unpacks_the_model_only_when_it_is_asked_for() throws IOException {
        Prozessmodell model = XProzess.read(sample()).prozesse(ANZEIGE).get(0).prozessmodell;
        byte[] bpmn = Files.readAllBytes(Samples.collected("xprozess/anzeige-mutterschutz.bpmn"));
        assertThat(model.bpmn().orElseThrow().readAllBytes()).isEqualTo(bpmn);

        FileContent content = model.prozessmodelldatei.get(0).open();
        assertThat(content.isZip()).isTrue();
        FileContent.Entry entry = content.entries().findFirst().orElseThrow();
        assertThat(entry.name()).isEqualTo("BPMN DI-Export.xml");
        assertThat(entry.mediaType()).isEqualTo("application/xml");
        assertThat(entry.isBpmn()).isTrue();
        assertThat(entry.open().readAllBytes())
                .isEqualTo(bpmn)
                .isEqualTo(entry.open().readAllBytes());

        for (Datei file : List.of(model.visualisierungsdatei.get(0), model.beschreibungsdatei.get(0))) {
            assertThat(file.open().entries())
                    .extracting(FileContent.Entry::mediaType)
                    .containsExactly("application/pdf");
            assertThat(file.open().bpmn()).isEmpty();
        }
    }

    static Stream<Arguments> messages() {
        String catalogue =
                "<p:prozesskatalog><p:name>k</p:name><p:version>1</p:version><p:herausgeber><p:organisationsname>o"
                        + "</p:organisationsname><p:url>https://a.example/</p:url></p:herausgeber><p:verwaltungspolitischeKodierung><p:kreis>"
                        + "<code>05562</code></p:kreis></p:verwaltungspolitischeKodierung><p:prozessklasse><p:id>99006028261000</p:id>"
                        + "<p:gliederungsebene><p:gliederungsebeneNummer>2</p:gliederungsebeneNummer></p:gliederungsebene>"
                        + "<p:abgeloesteProzessklasse><p:referenzierteProzessklasseID>9</p:referenzierteProzessklasseID>"
                        + "</p:abgeloesteProzessklasse><p:name>n</p:name><p:merkmal><p:merkmalName>m</p:merkmalName><p:merkmalWert>1"
                        + "</p:merkmalWert><p:merkmalWert>2</p:merkmalWert></p:merkmal></p:prozessklasse></p:prozesskatalog>";
        String library = "<p:prozessbibliothek><p:name>b</p:name><p:prozess><p:id>1</p:id><p:name>n</p:name>"
                + "<p:prozessstrukturbeschreibung><p:modellierungsmethode><p:code><code>1</code></p:code></p:modellierungsmethode>"
                + "<p:strukturbeschreibungSonstige><q:eigen xmlns:q='urn:q'>x</q:eigen></p:strukturbeschreibungSonstige>"
                + "</p:prozessstrukturbeschreibung></p:prozess><p:prozess><p:id>2</p:id><p:name>m</p:name>"
                + "<p:prozessstrukturbeschreibung><p:modellierungsmethode><p:code><code>10</code></p:code></p:modellierungsmethode>"
                + "<p:strukturbeschreibungFIM>" + steps()
                + "</p:strukturbeschreibungFIM></p:prozessstrukturbeschreibung></p:prozess>"
                + "</p:prozessbibliothek>";
        String classes = "<p:suchtext>t</p:suchtext><p:sucheGliederungsebeneNummer>1</p:sucheGliederungsebeneNummer>"
                + "<p:sucheZiel><code>1</code></p:sucheZiel><p:sucheMerkmal><p:ordnungsrahmenName>o</p:ordnungsrahmenName>"
                + "<p:merkmalName>m</p:merkmalName></p:sucheMerkmal><p:sucheStatus><code>6</code></p:sucheStatus>"
                + "<p:sucheGueltigkeit><p:beginn>2026-01-01T00:00:00Z</p:beginn></p:sucheGueltigkeit>"
                + "<p:sucheHatProzesse>true</p:sucheHatProzesse>";
        String processes = "<p:sucheProzessidentifikation><p:prozessID>1</p:prozessID></p:sucheProzessidentifikation>"
                + "<p:sucheKlassifikation><p:ordnungsrahmenName>o</p:ordnungsrahmenName></p:sucheKlassifikation>"
                + "<p:sucheHatProzessmodelle>false</p:sucheHatProzessmodelle>";
        String all = "<p:einschraenkungProzessklasse>" + classes
                + "</p:einschraenkungProzessklasse><p:einschraenkungProzesseVersionen>"
                + "<code>1</code></p:einschraenkungProzesseVersionen>";
        String answers = "<p:anfrageUUID>u</p:anfrageUUID>";
        return Stream.of(
                arguments("prozesskatalog.anfrage.0101", in("suchprofil", classes)),
                arguments("prozesskatalog.antwort.0102", answers + in("suchprofilZitat", classes) + catalogue),
                arguments("prozesskatalog.export.0103", in("exportprofil", classes) + catalogue),
                arguments("prozessbibliothek.anfrage.0201", in("suchprofil", processes)),
                arguments("prozessbibliothek.antwort.0202", answers + in("suchprofilZitat", processes) + library),
                arguments("prozessbibliothek.export.0203", in("exportprofil", processes) + library),
                arguments("alleInhalte.anfrage.0301", in("suchprofil", all)),
                arguments("alleInhalte.antwort.0302", answers + in("suchprofilZitat", classes) + catalogue + library),
                arguments("alleInhalte.export.0303", in("exportprofil", all) + catalogue + library));
    }

    private static String in(String element, String content) {
        return "<p:" + element + ">" + content + "</p:" + element + ">";
    }

    /** One step of each of the eight kinds. */
    private static String steps() {
        String form =
                "<p:formularverweis><p:formularverweis><p:formularsteckbriefID>D1</p:formularsteckbriefID><p:stammformularID>S1"
                        + "</p:stammformularID><p:elementId>F1</p:elementId></p:formularverweis></p:formularverweis>"
                        + "<p:uebermittlungsart><code>1</code></p:uebermittlungsart>";
        String out = in("bereitgestellteDaten", form + in("empfaenger", "e"));
        String got = in("empfangeneDaten", form + in("sender", "s"));
        List<String> kinds = List.of(
                got,
                out,
                in("formellePruefung", "<code>4</code>"),
                in("hilfsmittel", "h"),
                in("hilfsmittel", "h") + in("entscheidungsart", "<code>1</code>"),
                in("bearbeitungsart", "<code>1</code>"),
                out + got + in("mitwirkungspflicht", "true") + in("beteiligungsform", "<code>1</code>"),
                in("beschreibung", "b"));
        StringBuilder steps = new StringBuilder();
        for (int kind = 1; kind <= kinds.size(); kind++) {
            steps.append(in(
                    "aktivitaetengruppe",
                    in("referenzaktivitaetengruppeTyp", "<code>" + kind + "</code>")
                            + in("referenzaktivitaetengruppeVersion", "1.00")
                            + in("id", "0" + kind)
                            + in("subProzessID", "s")
                            + in("name", "n")
                            + in("eingehendeDaten", in("textuelleBeschreibung", "t"))
                            + in("fachverfahren", "f")
                            + in("spezifischeAttribute", in("spezifischeAttribute" + kind, kinds.get(kind - 1)))));
        }
        return steps.toString();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void reads_and_writes_each_of_the_nine_messages(String root, String content) {
        String xml = message(root, content);
        assertThat(RoundTrip.errors(SCHEMA, xml.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        XProzessMessage message = XProzess.read(Samples.stream(xml));
        assertThat(message.findings()).isEmpty();
        assertThat(message.prozessklassen()).hasSize(content.contains("<p:prozesskatalog>") ? 1 : 0);
        assertThat(message.prozesse()).hasSize(content.contains("<p:prozessbibliothek>") ? 2 : 0);
        byte[] written = written(message);
        assertThat(RoundTrip.errors(SCHEMA, written)).isEmpty();
        assertThat(RoundTrip.canonical(written)).isEqualTo(RoundTrip.canonical(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keeps_unknown_elements_at_their_place() {
        String xml = message(
                "prozesskatalog.export.0103",
                "<p:prozesskatalog neu='1'><p:name>k</p:name><q:fremd xmlns:q='urn:q'>b</q:fremd><p:prozessklasse><p:neu>a</p:neu>"
                        + "<p:id>1</p:id><p:name>n</p:name></p:prozessklasse></p:prozesskatalog>");
        byte[] written = written(XProzess.read(Samples.stream(xml)));
        assertThat(RoundTrip.canonical(written)).isEqualTo(RoundTrip.canonical(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void accepts_any_prefix_and_says_what_is_missing() {
        String xml = "<alleInhalte.export.0303 xmlns='" + XProzess.NAMESPACE
                + "'>\n<prozesskatalog><prozessklasse/></prozesskatalog>"
                + "\n<prozessbibliothek>\n<prozess><prozessmodell><prozessmodelldatei/></prozessmodell></prozess></prozessbibliothek>"
                + "</alleInhalte.export.0303>";
        XProzessMessage message = XProzess.read(Samples.stream(xml));
        assertThat(message.findings())
                .extracting(Finding::rule, Finding::path, f -> f.line().orElse(0))
                .containsExactly(
                        tuple("xprozess.version", "xprozessVersion", 1),
                        tuple("xprozess.missing", "nachrichtenkopf", 1),
                        tuple("xprozess.missing", "prozessklasse/id", 2),
                        tuple("xprozess.missing", "prozessklasse/name", 2),
                        tuple("xprozess.missing", "prozess/id", 4),
                        tuple("xprozess.missing", "prozess/name", 4),
                        tuple("xprozess.missing", "prozess/prozessmodell/inhalt", 4));
        assertThat(message.prozesse().get(0).prozessmodell.bpmn()).isEmpty();
    }

    @Test
    void reports_values_of_the_wrong_form_with_the_line() {
        String xml = message("alleInhalte.export.0303", "\n<p:prozesskatalog>\n</p:prozesskatalog>")
                .replace("2026-11-21T10:00:00.000+01:00", "heute");
        assertThat(XProzess.read(Samples.stream(xml)).findings())
                .extracting(Finding::rule)
                .containsExactly("xml.value");
    }

    static Stream<Arguments> broken() {
        String open = "<alleInhalte.export.0303 xmlns='" + XProzess.NAMESPACE + "'>";
        return Stream.of(
                arguments("", "xml.malformed"),
                arguments("{}", "xml.malformed"),
                arguments(open.replace("/2'", "/1'") + "</alleInhalte.export.0303>", "xprozess.version"),
                arguments(open.replace(".0303", ".0399") + "</alleInhalte.export.0399>", "xprozess.root"),
                arguments("<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>" + open, "xml.doctype"),
                arguments("<!DOCTYPE x [<!ENTITY a 'a'><!ENTITY b '&a;&a;'>]>" + open + "&b;", "xml.doctype"),
                arguments(open + "&b;", "xml.malformed"),
                arguments(open + "<prozesskatalog>".repeat(300), "xml.too_deep"),
                arguments(open + "<prozesskatalog><name>abgeschnitten", "xml.malformed"),
                arguments(open + "</alleInhalte.export.0303>garbage", "xml.malformed"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void rejects_broken_and_hostile_input(String xml, String code) {
        assertThatThrownBy(() -> XProzess.read(Samples.stream(xml)))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 30_000, 200_000})
    void rejects_an_export_that_was_cut_off(int length) throws IOException {
        byte[] cut = new String(Files.readAllBytes(sample()), StandardCharsets.UTF_8)
                .substring(0, length)
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> XProzess.read(new ByteArrayInputStream(cut)))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("line");
    }
}

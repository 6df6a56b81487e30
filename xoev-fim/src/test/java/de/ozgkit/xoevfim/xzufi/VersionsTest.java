// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Samples;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;

class VersionsTest {

    /** A document as it was read: what it says of itself, its changes, what was found. */
    record Read(Nachricht message, List<Transfer> changes, List<Finding> findings) {}

    static Read read(String xml) {
        List<Nachricht> messages = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try (Stream<Transfer> changes =
                XZuFi.reader().messages(messages::add).findings(findings::add).stream(Samples.stream(xml))) {
            List<Transfer> all = changes.toList();
            assertThat(messages).hasSize(1);
            return new Read(messages.get(0), all, findings);
        }
    }

    static String write(Nachricht message, List<Transfer> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XZuFi.write(out, message, changes.stream());
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Order, texts to the blank, attributes and namespaces count; prefixes, comments and CDATA do not. */
    static void assertSame(String before, String after) {
        assertThat(DiffBuilder.compare(before)
                        .withTest(after)
                        .ignoreElementContentWhitespace()
                        .ignoreComments()
                        .withDifferenceEvaluator(
                                (comparison, outcome) -> comparison.getType() == ComparisonType.NAMESPACE_PREFIX
                                                || comparison.getType() == ComparisonType.NODE_TYPE
                                        ? ComparisonResult.EQUAL
                                        : outcome)
                        .build()
                        .getDifferences())
                .isEmpty();
    }

    static Leistung leistung(String resource) {
        return read(Samples.resourceText(resource)).changes().stream()
                .map(change -> ((Transfer.Schreibe) change).objekt())
                .filter(Leistung.class::isInstance)
                .map(Leistung.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xzufi_2_2_0.xml", "xzufi_2_3_1.xml"})
    void loses_nothing_between_reading_and_writing(String resource) {
        String sent = Samples.resourceText(resource);
        Read read = read(sent);
        assertSame(sent, write(read.message(), read.changes()));
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void loses_nothing_of_the_collected_sample() throws Exception {
        String sent = Files.readString(Samples.collected("xzufi/synthetic-transfer-2.2.0.xml"));
        Read read = read(sent);
        assertSame(sent, write(read.message(), read.changes()));
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void tells_what_a_message_says_about_itself() {
        Nachricht message = read(Samples.resourceText("xzufi_2_2_0.xml")).message();
        assertThat(message.version()).isEqualTo(XZuFiVersion.V2_2_0);
        assertThat(message.rootName()).isEqualTo("transfer");
        assertThat(message.produkt())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "produktbezeichnung", "Redaktion",
                        "produkthersteller", "Beispiel & Co",
                        "produktversion", "1.0",
                        "xzufiVersion", "2.2"));
        assertThat(message.kopf().orElseThrow().sender).isEqualTo("Redaktion Beispielland");
        assertThat(Wert.zeitpunkt(message.kopf().orElseThrow().erstelltDatumZeit))
                .contains(java.time.Instant.parse("2026-01-02T02:04:05.6Z"));
        assertThat(message.transaktionID()).contains("T-1");
        assertThat(message.transaktionPosition()).contains("2");
    }

    @Test
    void reads_2_3_1_into_the_same_classes() {
        Leistung leistung = leistung("xzufi_2_3_1.xml");
        assertThat(leistung.weitere).isEmpty();
        assertThat(leistung.struktur).isInstanceOf(LeistungsstrukturObjektMitVerrichtung.class);
        assertThat(leistung.struktur.verrichtungLeiKa.value()).isEqualTo("104");
        assertThat(leistung.referenzLeistungsschluessel)
                .extracting(i -> i.value)
                .containsExactly("99102013104000", "99110009104000");
        assertThat(leistung.modulFrist).extracting(m -> m.zugangskanal.value()).containsExactly("100", "200");
        assertThat(leistung.relevantFuerStaatsangehoerigkeit
                        .get(0)
                        .staatengruppe
                        .get(0)
                        .value())
                .isEqualTo("01");
        assertThat(leistung.sprachversion.get(0).maschinelleUebersetzung.originalSprache)
                .isEqualTo("de");
        assertThat(leistung.modulDokument
                        .get(0)
                        .dokumentEingehend
                        .get(0)
                        .selbst()
                        .art())
                .contains("001");
        assertThat(leistung.modulDokument.get(0).dokumentAusgehend.get(0).art()).contains("Marke");
    }

    @Test
    void reads_a_report_and_an_export_of_2_1_0_and_a_bare_object() {
        Read report = read(Samples.resourceText("xzufi_2_1_0_bericht.xml"));
        assertThat(report.message().version()).isEqualTo(XZuFiVersion.V2_1_0);
        assertThat(report.message().kopf()).isPresent();
        assertThat(report.findings()).isEmpty();
        assertThat(report.changes()).hasSize(2);
        assertThat(leistung("xzufi_2_1_0_bericht.xml").referenzLeiKa.get(0).value())
                .isEqualTo("99108001001000");

        Read export = read(Samples.resourceText("xzufi_2_1_0_leika.xml"));
        assertThat(export.changes()).hasSize(2);
        assertThat(export.findings()).isEmpty();

        Read bare = read(Samples.resourceText("xzufi_2_3_0_leistung.xml"));
        assertThat(bare.message().version()).isEqualTo(XZuFiVersion.V2_3_0);
        assertThat(bare.message().kopf()).isEmpty();
        assertThat(bare.changes()).hasSize(1);
        assertThat(leistung("xzufi_2_3_0_leistung.xml").id.value).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leistung",
                "spezialisierung",
                "organisationseinheit",
                "onlinedienst",
                "formular",
                "zustaendigkeitTransferObjekt"
            })
    void reads_each_kind_of_bare_object(String name) {
        for (XZuFiVersion version : XZuFiVersion.values()) {
            Read read = read("<" + name + " xmlns='" + version.namespace() + "'/>");
            assertThat(read.changes()).hasSize(1);
            assertThat(read.message().version()).isEqualTo(version);
            assertThat(read.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = XZuFiVersion.class,
            names = {"V2_1_0", "V2_3_0"})
    void does_not_write_versions_that_are_only_read(XZuFiVersion version) {
        Nachricht message = Nachricht.of(version, "r", new Nachrichtenkopf());
        assertThatThrownBy(() -> XZuFi.write(OutputStream.nullOutputStream(), message, Stream.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(version.number());
    }

    @Test
    void refuses_what_a_version_does_not_know_and_names_the_element_only() {
        Read old = read(Samples.resourceText("xzufi_2_2_0.xml"));
        Read young = read(Samples.resourceText("xzufi_2_3_1.xml"));
        assertThatThrownBy(() -> write(Nachricht.of(XZuFiVersion.V2_3_1, "r", new Nachrichtenkopf()), old.changes()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("referenzLeiKa")
                .hasMessageNotContaining("99102013104000");
        assertThatThrownBy(() -> write(Nachricht.of(XZuFiVersion.V2_2_0, "r", new Nachrichtenkopf()), young.changes()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("statusKatalog");
    }

    @ParameterizedTest
    @CsvSource({
        "V2_2_0, modulFrist, <x:modulFrist/><x:modulFrist/>",
        "V2_2_0, zugangskanal, <x:modulText><x:zugangskanal/></x:modulText>",
        "V2_2_0, dokument, <x:modulDokument><x:dokumentEingehend><x:dokument/></x:dokumentEingehend></x:modulDokument>",
        "V2_2_0, dynamischeParameter, <x:modulUrsprungsportal><x:dynamischeParameter/></x:modulUrsprungsportal>",
        "V2_2_0, maschinelleUebersetzung, <x:sprachversion><x:maschinelleUebersetzung/></x:sprachversion>",
        "V2_2_0, verrichtungLeiKa, <x:struktur><x:verrichtungLeiKa/></x:struktur>",
        "V2_2_0, staatengruppe, <x:relevantFuerStaatsangehoerigkeit><x:staatengruppe/></x:relevantFuerStaatsangehoerigkeit>",
        "V2_3_1, kennzeichenEA, <x:kennzeichenEA>true</x:kennzeichenEA>",
        "V2_3_1, verrichtung, <x:struktur><x:verrichtung/></x:struktur>",
        "V2_3_1, typ, <x:modulDokument><x:dokumentAusgehend><x:typ/></x:dokumentAusgehend></x:modulDokument>",
        "V2_3_1, code, <x:relevantFuerStaatsangehoerigkeit><code>1</code></x:relevantFuerStaatsangehoerigkeit>",
        "V2_3_1, relevantFuerStaatsangehoerigkeit, <x:relevantFuerStaatsangehoerigkeit/><x:relevantFuerStaatsangehoerigkeit/>"
    })
    void knows_what_each_version_has_not(XZuFiVersion version, String element, String content) {
        Read read = read("<x:leistung xmlns:x='" + XZuFi.NAMESPACE + "'>" + content + "</x:leistung>");
        assertThatThrownBy(() -> write(Nachricht.of(version, "r", new Nachrichtenkopf()), read.changes()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("element " + element + " in");
    }

    @Test
    void writes_2_3_1_in_its_own_order_whatever_order_the_fields_have() {
        Leistung leistung = leistung("xzufi_2_3_1.xml");
        leistung.reihenfolge(List.of());
        String written = write(
                Nachricht.of(XZuFiVersion.V2_3_1, "transfer", new Nachrichtenkopf()),
                List.of(new Transfer.Schreibe(leistung)));
        assertThat(written.indexOf("modulBearbeitungsdauer")).isLessThan(written.indexOf("modulKosten"));
        assertThat(written.indexOf("leistungsadressat")).isLessThan(written.indexOf("modulText"));
        assertThat(written).contains(XZuFiVersion.V2_3_1.namespace()).doesNotContain(XZuFi.NAMESPACE);
        assertThat(read(written).message().version()).isEqualTo(XZuFiVersion.V2_3_1);
    }

    @Test
    void converts_2_2_0_to_2_3_1_and_back_and_tells_what_is_lost() {
        Leistung leistung = leistung("xzufi_2_2_0.xml");
        List<Finding> losses = new ArrayList<>();
        Transfer up = XZuFi.convert(new Transfer.Schreibe(leistung), XZuFiVersion.V2_3_1, losses::add);
        assertThat(losses).extracting(Finding::path).containsExactly("leistung/kennzeichenEA");
        String young = write(Nachricht.of(XZuFiVersion.V2_3_1, "transfer", new Nachrichtenkopf()), List.of(up));
        Leistung read = (Leistung) ((Transfer.Schreibe) read(young).changes().get(0)).objekt();
        assertThat(read.referenzLeistungsschluessel.get(0).value).isEqualTo("99102013104000");
        assertThat(read.relevantFuerStaatsangehoerigkeit.get(0).staatsangehoerigkeit)
                .hasSize(2);
        assertThat(read.struktur.leistungsgruppierungLeiKa.value()).isEqualTo("102");
        assertThat(read.struktur.verrichtungLeiKa.value()).isEqualTo("104");
        Dokument document = read.modulDokument.get(0).dokumentEingehend.get(0).dokument;
        assertThat(document.art()).contains("003");
        assertThat(document.formularReferenz.get(0).value).isEqualTo("f1");

        losses.clear();
        Transfer down = XZuFi.convert(new Transfer.Schreibe(read), XZuFiVersion.V2_2_0, losses::add);
        assertThat(losses).extracting(Finding::path).containsExactly("struktur/leistungsgruppierungLeiKa");
        Leistung sent = leistung("xzufi_2_2_0.xml");
        sent.kennzeichenEA = null;
        sent.struktur.weitere.clear();
        sent.struktur.reihenfolge(List.of());
        Nachricht message = Nachricht.of(XZuFiVersion.V2_2_0, "r", new Nachrichtenkopf());
        assertSame(write(message, List.of(new Transfer.Schreibe(sent))), write(message, List.of(down)));
    }

    @Test
    void converts_2_3_1_to_2_2_0_so_that_it_can_be_written() {
        List<Finding> losses = new ArrayList<>();
        Transfer down =
                XZuFi.convert(new Transfer.Schreibe(leistung("xzufi_2_3_1.xml")), XZuFiVersion.V2_2_0, losses::add);
        String written = write(Nachricht.of(XZuFiVersion.V2_2_0, "r", new Nachrichtenkopf()), List.of(down));
        Leistung read = (Leistung) ((Transfer.Schreibe) read(written).changes().get(0)).objekt();
        assertThat(read.modulFrist).singleElement().satisfies(m -> assertThat(m.frist)
                .hasSize(2));
        assertThat(read.referenzLeiKa).extracting(c -> c.value()).containsExactly("99102013104000", "99110009104000");
        assertThat(read.modulDokument.get(0).dokumentEingehend.get(0).art()).contains("001");
        assertThat(read.idProzess).extracting(i -> i.value).containsExactly("p");
        assertThat(losses)
                .extracting(Finding::path)
                .contains(
                        "leistung/statusKatalog",
                        "modulFrist",
                        "modul/zugangskanal",
                        "dokumentEingehend/pflichtangabetyp",
                        "sprachversion/maschinelleUebersetzung",
                        "relevantFuerStaatsangehoerigkeit/staatengruppe",
                        "klasse/typ");
        assertThat(losses.toString()).doesNotContain("Maschine ");
    }

    @Test
    void leaves_other_objects_as_they_are() {
        Transfer delete = new Transfer.Loesche("Leistung", Identifikator.of("a", "b", "c"));
        assertThat(XZuFi.convert(delete, XZuFiVersion.V2_3_1, f -> {})).isSameAs(delete);
        Transfer leistung = new Transfer.Schreibe(new Leistung());
        assertThatThrownBy(() -> XZuFi.convert(leistung, XZuFiVersion.V2_1_0, f -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keeps_a_type_that_is_not_known_under_any_prefix() {
        String xml = "<a:leistung xmlns:a='" + XZuFiVersion.V2_3_1.namespace()
                + "' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><a:kategorie i:type='a:Neu'/></a:leistung>";
        Read read = read(xml);
        assertThat(read.findings()).isEmpty();
        assertThat(write(Nachricht.of(XZuFiVersion.V2_3_1, "r", new Nachrichtenkopf()), read.changes()))
                .contains("xsi:type=\"xzufi:Neu\"");
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.xoevfim.Samples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fees, deadlines and documents, however the choice around them is written. */
class AngabenTest {

    private final Leistung leistung = VersionsTest.leistung("xzufi_2_2_0.xml");

    private static Kosten fee(String content) {
        try (Stream<Transfer> changes = XZuFi.stream(Samples.stream("<leistung xmlns='" + XZuFi.NAMESPACE
                + "'><modulKosten><kosten>" + content + "</kosten></modulKosten></leistung>"))) {
            return ((Leistung) ((Transfer.Schreibe) changes.findFirst().orElseThrow()).objekt())
                    .modulKosten
                    .get(0)
                    .kosten
                    .get(0);
        }
    }

    @Test
    void tells_fixed_variable_and_free_fees() {
        List<Kosten> fees = leistung.modulKosten.get(0).kosten;
        assertThat(fees.get(0).angabe())
                .isEqualTo(new Kostenangabe.Fix(new Betrag(new BigDecimal("12.50"), Optional.of("EUR"))));
        assertThat(fees.get(0).typ()).contains("001");
        assertThat(fees.get(1).angabe()).isInstanceOfSatisfying(Kostenangabe.Variabel.class, v -> {
            assertThat(v.von()).contains(new Betrag(new BigDecimal("5.00"), Optional.of("EUR")));
            assertThat(v.bis()).contains(new Betrag(new BigDecimal("10"), Optional.empty()));
            assertThat(v.beschreibung()).extracting(t -> t.value).containsExactly("je nach Größe");
        });
        assertThat(fees.get(2).angabe()).isInstanceOfSatisfying(Kostenangabe.Frei.class, f -> assertThat(
                        f.beschreibung().get(0).languageCode)
                .isEqualTo("de"));
        assertThat(fees)
                .extracting(f -> f.angabe().<String>fold(a -> "fix", a -> "frei", a -> "variabel", a -> "offen"))
                .containsExactly("fix", "variabel", "frei");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<betrag>1e999999999</betrag>",
                "<betrag>viel</betrag>",
                "<betrag>1.2.3</betrag>",
                "<betrag/>",
                "<betrag>123456789012345678901234567890</betrag>",
                "<unbekannt/>",
                ""
            })
    void leaves_open_what_is_no_amount(String content) {
        assertThat(fee(content).angabe()).isEqualTo(new Kostenangabe.Offen());
    }

    @Test
    void finds_an_empty_choice_of_nothing_to_pay() {
        assertThat(fee("<kostenauswahl><kostenFrei/></kostenauswahl>").angabe())
                .isEqualTo(new Kostenangabe.Frei(List.of()));
    }

    @Test
    void tells_times_and_days() {
        List<Frist> deadlines = leistung.modulFrist.get(0).frist;
        assertThat(deadlines.get(0).angabe())
                .isEqualTo(new Fristangabe.Dauer(
                        2,
                        Optional.of(Fristangabe.Zeiteinheit.WOCHE),
                        OptionalInt.of(4),
                        Optional.of(Fristangabe.Zeiteinheit.MONAT)));
        assertThat(deadlines.get(0).typ()).contains("001");
        assertThat(deadlines.get(1).angabe())
                .isEqualTo(new Fristangabe.Stichtag(Optional.empty(), Optional.of("--03-31")));
        assertThat(leistung.modulBearbeitungsdauer
                        .get(0)
                        .bearbeitungsdauer
                        .get(0)
                        .angabe())
                .isEqualTo(new Fristangabe.Dauer(
                        3, Optional.of(Fristangabe.Zeiteinheit.TAG), OptionalInt.empty(), Optional.empty()));
        assertThat(new Frist().angabe()).isEqualTo(new Fristangabe.Offen());
        assertThat(deadlines.stream().map(f -> f.angabe().<String>fold(d -> "dauer", s -> "tag", o -> "offen")))
                .containsExactly("dauer", "tag");
    }

    @Test
    void tells_the_kind_of_documents() {
        ModulDokument documents = leistung.modulDokument.get(0);
        assertThat(documents.dokumentEingehend.get(0).selbst().art()).contains("003");
        assertThat(documents.dokumentAusgehend.get(0).art()).contains("Hundemarke");
        assertThat(new Dokument().art()).isEmpty();
    }

    @Test
    void knows_which_days_lie_in_a_period() {
        Zeitraum period = leistung.gueltigkeit.get(0);
        assertThat(period.umfasst(LocalDate.of(2023, 12, 31))).isFalse();
        assertThat(period.umfasst(LocalDate.of(2024, 1, 1))).isTrue();
        assertThat(period.umfasst(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(period.umfasst(LocalDate.of(2027, 1, 1))).isFalse();
        period.ende = "irgendwann";
        assertThat(period.umfasst(LocalDate.of(2099, 1, 1))).isTrue();
        assertThat(new Zeitraum().umfasst(LocalDate.MIN)).isTrue();
    }

    @Test
    void reads_values_that_keep_to_xml_schema_and_no_others() {
        assertThat(Wert.bool(" 1 ")).contains(true);
        assertThat(Wert.bool("false")).contains(false);
        assertThat(Wert.bool("ja")).isEmpty();
        assertThat(Wert.bool(null)).isEmpty();
        assertThat(Wert.zahl("12")).hasValue(12);
        assertThat(Wert.zahl("zwölf")).isEmpty();
        assertThat(Wert.tag("2024-02-30")).isEmpty();
        assertThat(Wert.tag("2024")).isEmpty();
        assertThat(Wert.tag("2024-02-29Z")).contains(LocalDate.of(2024, 2, 29));
        assertThat(Wert.zeitpunkt("2024-01-01T00:00:00")).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ozgkit.core.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BankTransferTest {

    private static final String IBAN = "DE89370400440532013000";

    private static BankTransfer transfer(String name, Money amount, String text) {
        return new BankTransfer(name, IBAN, Optional.empty(), amount, Optional.empty(), text);
    }

    private static Path spec(String name) {
        String specs = System.getProperty("ozgkit.specs", "");
        Path path = Path.of(specs, "payment").resolve(name);
        Assumptions.assumeTrue(!specs.isEmpty() && Files.exists(path), "set -Dozgkit.specs to the folder of the specs");
        return path;
    }

    /** By EPC069-12; the figures are those of the payment notes, chapter 6. */
    @Test
    void writes_the_four_published_forms() {
        BankTransfer text = transfer("Stadt Beispielhausen", Money.cents(3070), "4200000000061/Bewohnerparken");
        assertThat(text.epcPayload())
                .isEqualTo("BCD\n002\n1\nSCT\n\nStadt Beispielhausen\nDE89370400440532013000\nEUR30.70\n\n\n"
                        + "4200000000061/Bewohnerparken")
                .hasSize(98);
        BankTransfer structured = new BankTransfer(
                "Stadt Beispielhausen",
                IBAN,
                Optional.empty(),
                Money.cents(3070),
                Optional.of(BankTransfer.structured("4200000000061")),
                "");
        assertThat(structured.epcPayload())
                .endsWith("\nEUR30.70\n\nRF594200000000061")
                .hasSize(86);
        BankTransfer old = new BankTransfer(
                "Stadt Beispielhausen",
                IBAN,
                Optional.of("COBADEFFXXX"),
                Money.cents(1250),
                Optional.of("GOVT"),
                Optional.empty(),
                "Urkunde 2026-11",
                Optional.empty());
        assertThat(old.epcPayloadOfVersion1())
                .isEqualTo(
                        "BCD\n001\n1\nSCT\nCOBADEFFXXX\nStadt Beispielhausen\nDE89370400440532013000\nEUR12.50\nGOVT\n\n"
                                + "Urkunde 2026-11")
                .hasSize(100);
        assertThat(transfer("Stadt Königsfelde", Money.cents(1), "Test")
                        .epcPayload()
                        .getBytes(StandardCharsets.UTF_8))
                .hasSize(71);
    }

    @Test
    void holds_every_vector_and_sample_of_the_notes() throws IOException {
        JsonNode vectors = JsonMapper.shared()
                .readTree(Files.readString(spec("epc-qr/vectors.json")))
                .path("vectors");
        assertThat(vectors).hasSizeGreaterThanOrEqualTo(4);
        for (JsonNode vector : vectors) {
            String payload = vector.path("payload").asString();
            assertThat(written(payload)).isEqualTo(payload);
            assertThat(written(payload).getBytes(StandardCharsets.UTF_8))
                    .hasSize(vector.path("bytes").asInt());
            assertThat(written(payload.replace("\n", "\r\n"))).isEqualTo(payload);
        }
        for (int i = 1; i <= 4; i++) {
            String sample = Files.readString(spec("epc-qr/samples/epc-" + i + ".txt"));
            assertThat(written(sample)).isEqualTo(sample);
        }
    }

    private static String written(String payload) {
        BankTransfer read = BankTransfer.parse(payload);
        return payload.startsWith("BCD\n001") || payload.startsWith("BCD\r\n001")
                ? read.epcPayloadOfVersion1()
                : read.epcPayload();
    }

    @Test
    void reads_what_it_wrote() {
        BankTransfer all = new BankTransfer(
                " Stadt Königsfelde ",
                IBAN,
                Optional.of("COBADEFF"),
                Money.cents(99_999_999_999L),
                Optional.of("TAXS"),
                Optional.empty(),
                " 4711/a  b ",
                Optional.of("Bitte bis zum 1. März"));

        assertThat(BankTransfer.parse(all.epcPayload())).isEqualTo(all);
        assertThat(all.epcPayload()).contains("\nEUR999999999.99\n").endsWith("\n4711/a  b\nBitte bis zum 1. März");
        assertThat(all.withAmount(Money.cents(1)).epcPayload()).contains("\nEUR0.01\nTAXS\n");
        assertThat(BankTransfer.parse(all.epcPayload().replace("999999999.99", "20"))
                        .amount())
                .isEqualTo(Money.cents(2000));
    }

    /** By ISO 11649; the first is the example that public pages show for it. */
    @ParameterizedTest
    @CsvSource({"539007547034, RF18539007547034", "4200000000061, RF594200000000061", "5390 0754 7034, RF18539007547034"
    })
    void makes_structured_references(String digits, String reference) {
        assertThat(BankTransfer.structured(digits)).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-2", "12/3", "ä", "٣", "1234567890123456789012"})
    void makes_no_structured_reference_of_anything_else(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> BankTransfer.structured(digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE88370400440532013000",
                "DE8937040044053201300",
                "DE893704004405320130000",
                "DE89 3704 0044 0532 0130 00",
                "de89370400440532013000",
                "DE",
                "GB82WEST12345698765431"
            })
    void refuses_an_iban_with_a_slip(String iban) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new BankTransfer("Stadt", iban, Optional.empty(), Money.cents(1), Optional.empty(), "4711"));
    }

    @Test
    void takes_ibans_of_other_countries() {
        assertThat(new BankTransfer(
                                "City",
                                "GB82WEST12345698765432",
                                Optional.empty(),
                                Money.cents(1),
                                Optional.empty(),
                                "1")
                        .iban())
                .startsWith("GB82");
    }

    @Test
    void refuses_what_no_qr_code_may_hold() {
        Money one = Money.cents(1);
        assertThat(transfer("n".repeat(70), one, "t".repeat(140)).epcPayload()).hasSizeLessThan(331);
        for (Runnable wrong : new Runnable[] {
            () -> transfer("", one, "t"),
            () -> transfer(" ", one, "t"),
            () -> transfer("n".repeat(71), one, "t"),
            () -> transfer("a\nb", one, "t"),
            () -> transfer("n", one, "t".repeat(141)),
            () -> transfer("n", one, " "),
            () -> transfer("n", one, "a\nb"),
            () -> transfer("n", one, "\ud83d"),
            () -> transfer("n", Money.ZERO, "t"),
            () -> transfer("n", Money.cents(-1), "t"),
            () -> transfer("n", Money.cents(100_000_000_000L), "t"),
            () -> transfer("ü".repeat(70), one, "ü".repeat(140)),
            () -> transfer("n", one, "t").epcPayloadOfVersion1(),
            () -> new BankTransfer("n", IBAN, Optional.of("COBADEF"), one, Optional.empty(), "t"),
            () -> new BankTransfer("n", IBAN, Optional.empty(), one, Optional.of("RF18539007547034"), "t"),
            () -> new BankTransfer("n", IBAN, Optional.empty(), one, Optional.of("RF19539007547034"), ""),
            () -> new BankTransfer("n", IBAN, Optional.empty(), one, Optional.empty(), "")
        }) {
            assertThatIllegalArgumentException().isThrownBy(wrong::run);
        }
    }

    @Test
    void counts_bytes_not_characters() {
        String text = "ü".repeat(100);
        String payload = transfer("n".repeat(70), Money.cents(3070), text).epcPayload();
        assertThat(payload.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(331);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transfer("n".repeat(70), Money.cents(3070), "ü".repeat(120)))
                .withMessageContaining("331");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BCD",
                "BCD\n003\n1\nSCT\n\nStadt\nDE89370400440532013000\nEUR1.00\n\n\nt",
                "BCD\n001\n1\nSCT\n\nStadt\nDE89370400440532013000\nEUR1.00\n\n\nt",
                "BCD\n002\n2\nSCT\n\nStadt\nDE89370400440532013000\nEUR1.00\n\n\nt",
                "BCD\n002\n1\nSCT\n\nStadt\nDE89370400440532013000\n\n\n\nt",
                "BCD\n002\n1\nSCT\n\nStadt\nDE89370400440532013000\nEUR1,00\n\n\nt",
                "BCD\n002\n1\nSCT\n\nStadt\nDE89370400440532013000\nEUR1.001\n\n\nt",
                "BCD\n002\n1\nSCT\n\nStadt\nDE89370400440532013000\nEUREUR1\n\n\nt",
                "BCD\n002\n1\nSCT\n\nStadt\nDE89370400440532013000\nEUR1.00\n\n\nt\ni\nx",
                "BCD\n002\n1\nSCT\n\nStadt\nDE89370400440532013000\nEUR1.00\n\nRF18539007547034\nt"
            })
    void reads_nothing_else(String payload) {
        assertThatIllegalArgumentException().isThrownBy(() -> BankTransfer.parse(payload));
    }

    // check digits

    /** Computed by the rule of the Saxon shop's client: payment notes, chapter 7. */
    @ParameterizedTest
    @CsvSource({
        "12345678901, 123456789019",
        "000000000001, 0000000000018",
        "1610000000, 16100000006",
        "8400000123, 84000001231",
        "99999999999, 999999999991",
        "00000000000, 000000000000"
    })
    void knows_the_hkr_check_digit(String base, String full) {
        assertThat(KassenzeichenCheckDigit.hkr().appendedTo(base)).isEqualTo(full);
        assertThat(KassenzeichenCheckDigit.hkr().fits(full)).isTrue();
    }

    @Test
    void holds_every_check_digit_of_the_notes() throws IOException {
        JsonNode vectors = JsonMapper.shared()
                .readTree(Files.readString(spec("kassenzeichen/check-digit-vectors.json")))
                .path("vectors");
        assertThat(vectors).isNotEmpty();
        for (JsonNode vector : vectors) {
            assertThat(KassenzeichenCheckDigit.hkr().of(vector.path("base").asString()))
                    .isEqualTo(vector.path("check").asString());
        }
    }

    @Test
    void leaves_the_method_to_the_cash_office() {
        KassenzeichenCheckDigit crossSum =
                base -> Integer.toString(base.chars().map(c -> c - '0').sum() % 10);

        assertThat(KassenzeichenCheckDigit.hkr().fits("4200000000061")).isFalse();
        assertThat(KassenzeichenCheckDigit.hkr().fits("BPA-1")).isFalse();
        assertThat(KassenzeichenCheckDigit.none().fits("4200000000061")).isTrue();
        assertThat(KassenzeichenCheckDigit.none().appendedTo("4711")).isEqualTo("4711");
        assertThat(crossSum.fits("47113")).isTrue();
        assertThat(crossSum.fits("47114")).isFalse();
    }
}

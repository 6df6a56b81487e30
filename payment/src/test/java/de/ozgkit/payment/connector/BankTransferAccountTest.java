// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Money;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.BankTransfer;
import de.ozgkit.payment.KassenzeichenCheckDigit;
import de.ozgkit.payment.Position;
import de.ozgkit.payment.spi.Callback;
import de.ozgkit.payment.spi.CallbackResult;
import de.ozgkit.payment.spi.Initiation;
import de.ozgkit.payment.spi.InitiationRequest;
import de.ozgkit.payment.spi.PaymentAttempt;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankTransferAccountTest {

    private static final String IBAN = "DE89 3704 0044 0532 0130 00";

    private static BankTransferAccount.Builder account() {
        return BankTransferAccount.with("Stadt Beispielhausen", IBAN);
    }

    private static PaymentAttempt attempt(String purpose, long cents, String... kassenzeichen) {
        List<Position> positions = kassenzeichen.length == 0
                ? List.of(Position.of("Ausweis", Money.cents(cents)))
                : Arrays.stream(kassenzeichen)
                        .map(number -> Position.of("Ausweis", Money.cents(cents / kassenzeichen.length))
                                .booked(Map.of("kassenzeichen", number)))
                        .toList();
        return new PaymentAttempt(
                new AttemptId(new UUID(11, 12)),
                new CaseId(new UUID(1, 2)),
                Money.cents(cents),
                purpose,
                positions,
                Instant.parse("2026-03-02T09:15:30Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Initiation initiate(BankTransferAccount account, PaymentAttempt attempt) {
        URI portal = URI.create("https://portal.example.org/payment/7Qb3");
        return account.initiate(new InitiationRequest(attempt, portal, portal));
    }

    private static Initiation.Transfer opened(BankTransferAccount account, PaymentAttempt attempt) {
        Initiation answer = initiate(account, attempt);
        assertThat(answer).isInstanceOf(Initiation.Transfer.class);
        return (Initiation.Transfer) answer;
    }

    @Test
    void writes_the_kassenzeichen_before_the_purpose() {
        Initiation.Transfer answer = opened(account().build(), attempt("Bewohnerparken", 3070, "4200000000061"));

        assertThat(answer.providerReference()).isEqualTo("4200000000061");
        assertThat(answer.details().epcPayload())
                .isEqualTo("BCD\n002\n1\nSCT\n\nStadt Beispielhausen\nDE89370400440532013000\nEUR30.70\n\n\n"
                        + "4200000000061/Bewohnerparken");
    }

    @Test
    void writes_a_structured_reference_if_wished() {
        Initiation.Transfer answer = opened(
                account()
                        .structuredReference()
                        .bic("COBADEFFXXX")
                        .purposeCode("GOVT")
                        .build(),
                attempt("Bewohnerparken", 3070, "4200000000061", "4200000000061"));

        assertThat(answer.providerReference()).isEqualTo("RF594200000000061");
        assertThat(answer.details().reference()).contains("RF594200000000061");
        assertThat(answer.details().text()).isEmpty();
        assertThat(answer.details().purposeCode()).contains("GOVT");
    }

    @Test
    void makes_a_kassenzeichen_where_the_order_has_none() {
        BankTransferAccount account =
                account().checkDigit(KassenzeichenCheckDigit.hkr()).build();
        String number = opened(account, attempt("Marke", 3070)).providerReference();

        assertThat(number).matches("[0-9]{19}").satisfies(made -> assertThat(
                        KassenzeichenCheckDigit.hkr().fits(made))
                .isTrue());
        assertThat(opened(account, attempt("Marke", 3070)).providerReference()).isEqualTo(number);
        assertThat(opened(account().structuredReference().build(), attempt("Marke", 3070))
                        .providerReference())
                .matches("RF[0-9]{20}");
    }

    @Test
    void refuses_kassenzeichen_that_cannot_be_right() {
        Initiation refused = new Initiation.Rejected("payment.transfer.kassenzeichen");

        assertThat(initiate(account().build(), attempt("Marke", 3070, "4711", "4712")))
                .isEqualTo(refused);
        assertThat(initiate(account().build(), attempt("Marke", 3070, "47\n11")))
                .isEqualTo(refused);
        assertThat(initiate(account().build(), attempt("Marke", 3070, "Größe"))).isEqualTo(refused);
        assertThat(initiate(account().build(), attempt("Marke", 3070, "9".repeat(36))))
                .isEqualTo(refused);
        assertThat(initiate(
                        account().checkDigit(KassenzeichenCheckDigit.hkr()).build(),
                        attempt("Marke", 3070, "4200000000061")))
                .isEqualTo(refused);
        assertThat(initiate(account().structuredReference().build(), attempt("Marke", 3070, "BPA/4711")))
                .isEqualTo(new Initiation.Rejected("payment.transfer.details"));
        assertThat(initiate(account().build(), attempt("Marke", 100_000_000_000L)))
                .isEqualTo(new Initiation.Rejected("payment.transfer.details"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gebühr für Größe M | 1\nJahr", "Кириллица", "", "x/", "€ & mehr"})
    void cleans_the_purpose(String purpose) {
        BankTransfer details =
                opened(account().build(), attempt(purpose, 3070, "4711")).details();

        assertThat(details.text()).startsWith("4711").matches("[A-Za-z0-9/?:().,'+ -]+");
        assertThat(BankTransfer.parse(details.epcPayload())).isEqualTo(details);
    }

    @Test
    void never_cuts_the_kassenzeichen() {
        String number = "9".repeat(35);
        for (String template :
                List.of("{kassenzeichen}/{purpose}", "{purpose} KZ {kassenzeichen}", "Nr. {kassenzeichen}")) {
            BankTransfer details = opened(account().text(template).build(), attempt("ä".repeat(300), 3070, number))
                    .details();
            assertThat(details.text()).contains(number).hasSizeLessThanOrEqualTo(140);
        }
        BankTransfer wide = opened(
                        BankTransferAccount.with("Ж".repeat(70), IBAN)
                                .bic("COBADEFFXXX")
                                .build(),
                        attempt("x".repeat(300), 99_999_999_999L, number))
                .details();
        assertThat(wide.text()).startsWith(number + "/x");
        assertThat(wide.epcPayload().getBytes(StandardCharsets.UTF_8)).hasSize(331);
    }

    @Test
    void refuses_every_message_and_has_nobody_to_ask() {
        BankTransferAccount account =
                account().payableWithin(Duration.ofDays(14)).build();

        assertThat(account.callback(attempt("Marke", 1), new Callback(Callback.Channel.NOTIFY, Map.of())))
                .isInstanceOf(CallbackResult.Refused.class);
        assertThat(account.check().well()).isTrue();
        assertThat(account.profile().pageLifetime()).isEqualTo(Duration.ofDays(14));
        assertThat(account).hasToString("BankTransferAccount[epc-transfer/DE89370400440532013000]");
    }

    @Test
    void refuses_a_set_up_that_cannot_be_right() {
        for (BankTransferAccount.Builder wrong : List.of(
                BankTransferAccount.with("", IBAN),
                BankTransferAccount.with("n".repeat(71), IBAN),
                BankTransferAccount.with("Stadt", "DE88 3704 0044 0532 0130 00"),
                account().bic("X"),
                account().purposeCode("gov"),
                account().text("{purpose}"),
                account().text("{kassenzeichen} {kassenzeichen}"),
                account().text("Größe {kassenzeichen}"))) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(wrong::build)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("payment.transfer.config"));
        }
    }
}

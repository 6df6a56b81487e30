// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Money;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.BankTransfer;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.ReceivedTransfer;
import de.ozgkit.postbox.CaseEvent;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.NewCase;
import de.ozgkit.testkit.MockPmPayment;
import de.ozgkit.testkit.MockPmPayment.Notify;
import de.ozgkit.testkit.PmTransaction;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakeAFeeTest {

    private static final char[] SALT = "only-in-this-test".toCharArray();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final CaseId caseId = new CaseId(UUID.randomUUID());
    private final JdbcConnectionPool database = Databases.fresh();
    private final MockPmPayment platform = MockPmPayment.withSalt(SALT).start();
    private final Jobs jobs = Jobs.on(database).build();
    private final Cases cases = Cases.on(database).build();
    private final Payments payments = TakeAFee.open(database, jobs, cases, platform.uri(), SALT);

    @BeforeEach
    void submit() {
        platform.notifications(Notify.NEVER);
        cases.submit(NewCase.of(caseId, HandOver.TAX_OFFICE, "erika")
                .service("hund-anmelden", "Hund anmelden")
                .build());
        jobs.start();
    }

    @AfterEach
    void stop() {
        jobs.close();
        platform.assertNoUnexpectedCalls();
        platform.close();
        database.dispose();
    }

    @Test
    void takes_the_fee_once_and_notes_it_in_the_case() {
        Reply page = TakeAFee.pay(payments, caseId, "recklinghausen");
        assertThat(page).isEqualTo(TakeAFee.pay(payments, caseId, "recklinghausen"));
        assertThat(page.headers().get("Location")).startsWith(platform.uri().toString());
        String txid = transaction().txid();
        platform.pay(txid);

        Reply back = returned(token(), platform.returnForm(txid));
        assertThat(back.headers()).containsEntry("Location", "/zahlung/" + caseId);
        assertThat(TakeAFee.status(payments, caseId)).isEqualTo("30,70\u00a0€ sind bezahlt.");
        assertThat(notified("POST", token(), platform.notifyForm(txid)).status())
                .isEqualTo(200);
        assertThat(TakeAFee.pay(payments, caseId, "recklinghausen").headers())
                .containsEntry("Location", "/zahlung/" + caseId);
        assertThat(cases.timeline(caseId)).extracting(CaseEvent::text).containsOnlyOnce("Die Gebühr ist bezahlt.");
    }

    @Test
    void a_return_alone_pays_nothing() {
        assertThat(TakeAFee.status(payments, caseId)).isEqualTo("Noch nicht bezahlt.");
        TakeAFee.pay(payments, caseId, "recklinghausen");
        Map<String, String> open = platform.returnForm(transaction().txid());

        assertThat(returned(token(), open).status()).isEqualTo(303);
        assertThat(TakeAFee.status(payments, caseId)).startsWith("Wir prüfen die Zahlung.");
        assertThat(returned("someone-elses-token", open).status()).isEqualTo(404);
        open.put("status", "1");
        assertThat(returned(token(), open).status()).isEqualTo(400);
        assertThat(TakeAFee.status(payments, caseId)).startsWith("Wir prüfen die Zahlung.");
    }

    @Test
    void a_notification_may_come_by_get() {
        TakeAFee.pay(payments, caseId, "recklinghausen");
        platform.pay(transaction().txid());

        Reply answer =
                notified("GET", token(), platform.notifyForm(transaction().txid()));
        assertThat(answer.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(TakeAFee.status(payments, caseId))
                .contains("sind bezahlt"));
    }

    @Test
    void a_transfer_is_shown_as_text_and_as_a_code_and_again_the_same() {
        Reply answer = TakeAFee.pay(payments, caseId, "datteln");
        assertThat(answer.headers()).containsEntry("Location", "/zahlung/" + caseId + "/ueberweisung");
        assertThat(TakeAFee.status(payments, caseId)).isEqualTo("Wir warten auf Ihre Überweisung.");

        BankTransfer transfer = transfer();
        assertThat(TakeAFee.transferPage(transfer))
                .contains("Stadt Datteln", "DE53999999990000000042", "30,70\u00a0€", "Verwendungszweck: RF", "<svg ");
        assertThat(transfer()).isEqualTo(transfer);
    }

    @Test
    void the_receipt_tells_lines_tax_and_number() {
        assertThat(TakeAFee.receipt(payments, caseId)).isEmpty();
        TakeAFee.pay(payments, caseId, "datteln");
        AttemptId attempt = payments.attempts(caseId).get(0).id();
        payments.transferReceived(attempt, new ReceivedTransfer("1", Money.cents(3070), Instant.now(), "Kontoauszug"));

        assertThat(TakeAFee.receipt(payments, caseId).orElseThrow().replace('\u00a0', ' '))
                .isEqualTo(
                        """
                        Hundesteuermarke 18,80 € (0.00 %)
                        Schlüsselring 11,90 € (19.00 %)
                        Summe 30,70 €, darin Steuer 1,90 €
                        Bezahlt: transfer
                        Kassenzeichen: keines""");
    }

    @Test
    void every_platform_is_an_account_that_is_set_up_once() {
        KeyMaterial key = KeyMaterial.selfSigned("portal.example.de", Duration.ofDays(1), Clock.systemUTC());

        assertThat(TakeAFee.accounts(key, name -> SALT))
                .extracting(account -> account.profile().type())
                .containsExactly(
                        "xbezahldienste", "pmpayment", "girocheckout", "epaybl", "epaybl-soap", "epc-transfer");
    }

    private BankTransfer transfer() {
        return payments.start(TakeAFee.order(caseId, "datteln"))
                .fold(page -> null, transfer -> transfer.details(), paid -> null, unavailable -> null);
    }

    private Reply returned(String token, Map<String, String> form) {
        return TakeAFee.returned(payments, token, FORM, body(form), null);
    }

    private Reply notified(String method, String token, Map<String, String> form) {
        return method.equals("GET")
                ? TakeAFee.notified(payments, token, null, InputStream.nullInputStream(), encoded(form))
                : TakeAFee.notified(payments, token, FORM, body(form), null);
    }

    private static InputStream body(Map<String, String> form) {
        return new ByteArrayInputStream(encoded(form).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private PmTransaction transaction() {
        assertThat(platform.transactions()).hasSize(1);
        return platform.transactions().get(0);
    }

    private String token() {
        String address = transaction().redirectUrl().orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }
}

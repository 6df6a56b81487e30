// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.pmpayment;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.testkit.MockPmPayment;
import de.ozgkit.testkit.PmTransaction;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mock against the worked examples of the payment notes, chapter 4, and against callers that do it wrong. */
class MockPmPaymentTest {

    private static final String HASH = "54afa9821783aa53ae2dd86006292d7c1805471995a3f0a93bd0550c8f14464a";

    private final Payer payer = new Payer();
    private MockPmPayment platform;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        platform = MockPmPayment.withSalt("test-salt-123".toCharArray())
                .state(folder)
                .start();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ags", "05562032");
        form.put("amount", "3070");
        form.put("procedure", "bewohnerparken");
        form.put("desc", "Bewohnerparken 2026-0815");
        form.put("accountingRecord", "BPA;2026-0815");
        form.put("txid", "BPA.2026-0815.1");
        form.put("notifyURL", "https://portal.example.org/payment/notify/7Qb3");
        form.put("redirectURL", "https://portal.example.org/payment/return/7Qb3");
        form.put("hash", HASH);
        return form;
    }

    private HttpResponse<String> open(Map<String, String> form) {
        return payer.post(platform.uri("/payment/secure"), form);
    }

    private URI page() {
        return platform.uri("/paypage/" + platform.transactions().get(0).pageKey());
    }

    @Test
    void opens_a_payment_with_the_hash_of_the_notes() {
        HttpResponse<String> answer = open(form());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"url\": \"" + page() + "\", \"txid\": \"BPA.2026-0815.1\"}");
        assertThat(payer.open(platform.uri("/payment/status/05562032/BPA.2026-0815.1"))
                        .body())
                .contains("\"status\": \"-1\"");
    }

    @Test
    void opens_a_payment_without_the_optional_fields() {
        Map<String, String> form = form();
        form.remove("accountingRecord");
        form.remove("txid");
        form.put("hash", "d885e982547e5c9e080be201784951dec7d38d6e046467caebbcda25c7a70e8d");

        assertThat(open(form).statusCode()).isEqualTo(200);
        assertThat(platform.transactions().get(0).txid()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"hash, 00", "amount, 30", "ags, 05512000", "procedure, hund", "notifyURL, https://evil.example/"})
    void refuses_a_wrong_hash_in_the_platforms_words(String field, String value) {
        Map<String, String> form = form();
        form.put(field, value);

        assertThat(open(form).body()).isEqualTo("ungültiger Hashwert");
        assertThat(platform.transactions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "accountingRecord, ''",
        "desc, a|b",
        "desc, Größe",
        "desc, 1234567890123456789012345678",
        "amount, 30.70",
        "amount, -1",
        "amount, 0",
        "extra, 1",
        "notifyUrl, https://portal.example.org"
    })
    void refuses_forms_that_it_does_not_understand(String field, String value) {
        Map<String, String> form = form();
        form.put(field, value);

        assertThat(open(form).statusCode()).isEqualTo(400);
        assertThat(platform.transactions()).isEmpty();
    }

    @Test
    void refuses_a_number_that_is_taken() {
        open(form());

        assertThat(open(form()).statusCode()).isEqualTo(400);
        assertThat(platform.transactions()).hasSize(1);
    }

    @Test
    void signs_the_return_as_in_the_notes() {
        MockPmPayment noted = MockPmPayment.withSalt("test-salt-123".toCharArray())
                .clock(java.time.Clock.fixed(java.time.Instant.parse("2026-03-02T09:15:30Z"), java.time.ZoneOffset.UTC))
                .start();
        try (noted) {
            payer.post(noted.uri("/payment/secure"), form());
            noted.pay("BPA.2026-0815.1");
            assertThat(noted.returnForm("BPA.2026-0815.1"))
                    .containsEntry("created_at", "2026-03-02 10:15:30")
                    .containsEntry("hash", "8634ffe9b1e7ee3aff312a5c05add4db4cd94af40d7f13cf2af25f8de9e89228");
            noted.cancel("BPA.2026-0815.1");
            assertThat(noted.returnForm("BPA.2026-0815.1"))
                    .containsEntry("hash", "b5997343db09728608d1e8a494e586ca2854aaa029feced1390fb29659630dfc");
            assertThat(noted.notices()).extracting(MockPmPayment.Notice::status).containsExactly(0, 0);
        }
    }

    @Test
    void knows_a_payment_only_at_its_municipality() {
        open(form());

        assertThat(payer.open(platform.uri("/payment/status/05512000/BPA.2026-0815.1"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(payer.open(platform.uri("/payment/status/05562032/other")).statusCode())
                .isEqualTo(404);
        assertThat(payer.open(platform.uri("/paypage/other")).statusCode()).isEqualTo(404);
    }

    @Test
    void shows_pages_that_work_without_a_script_and_under_a_strict_policy() {
        open(form());
        HttpResponse<String> page = payer.open(page());

        assertThat(page.body())
                .contains(
                        "<html lang=\"de\">",
                        "<title>Bezahlen",
                        "<h1>Bezahlen</h1>",
                        "<main>",
                        "30,70",
                        "Abbrechen",
                        "Später")
                .doesNotContain("<script>", "style=\"", "onclick");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'self';", "frame-ancestors 'none'");
        HttpResponse<String> back = payer.post(page(), Map.of("action", "pay"));
        assertThat(back.body())
                .contains("<button>Weiter zum Portal</button>", "<script src=\"/paypage/assets/weiter.js\"></script>");
        assertThat(back.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' https://portal.example.org;", "script-src 'self'");
        assertThat(payer.open(platform.uri("/paypage/assets/weiter.js")).body()).contains("submit()");
        assertThat(payer.open(platform.uri("/paypage/assets/seite.css")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void pays_once_however_often_the_button_is_pressed() {
        open(form());
        payer.post(page(), Map.of("action", "pay"));
        payer.post(page(), Map.of("action", "cancel"));
        payer.post(page(), Map.of("action", "pay"));

        assertThat(platform.transactions().get(0).status()).isEqualTo(PmTransaction.PAID);
        assertThat(platform.notices()).hasSize(1);
        assertThat(payer.open(page()).body()).contains("Zahlung erfolgt");
    }

    @Test
    void writes_nothing_of_the_caller_into_the_page_unescaped() {
        Map<String, String> form = form();
        form.put("redirectURL", "https://portal.example.org/\"><script>alert(1)</script>");
        form.remove("hash");
        String message = "05562032|3070|bewohnerparken|Bewohnerparken 2026-0815|BPA;2026-0815|BPA.2026-0815.1|"
                + form.get("notifyURL") + "|" + form.get("redirectURL");
        form.put("hash", Hmac.hex("test-salt-123", message));

        // Not an address at all: refused, rather than put into a page.
        assertThat(open(form).statusCode()).isEqualTo(400);
    }

    @Test
    void remembers_payments_after_a_restart_even_if_it_was_killed_while_writing() throws Exception {
        open(form());
        platform.pay("BPA.2026-0815.1");
        platform.close();
        Files.writeString(folder.resolve("pmpayment.jsonl"), "{\"txid\":\"half", StandardOpenOption.APPEND);
        platform = MockPmPayment.withSalt("test-salt-123".toCharArray())
                .state(folder)
                .start();

        assertThat(platform.transactions()).singleElement().satisfies(one -> {
            assertThat(one.status()).isEqualTo(PmTransaction.PAID);
            assertThat(one.method()).isEqualTo("creditcard");
            assertThat(one.accountingRecord()).contains("BPA;2026-0815");
        });
        assertThat(payer.open(page()).body()).contains("Zahlung erfolgt");
    }
}

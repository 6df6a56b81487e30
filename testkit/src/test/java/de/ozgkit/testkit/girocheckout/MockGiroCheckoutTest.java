// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.girocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.testkit.GiroTransaction;
import de.ozgkit.testkit.MockGiroCheckout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mock is as strict as the notes, whoever calls it. */
class MockGiroCheckoutTest {

    private final HttpGateway gateway = HttpGateway.to("mock").retries(0).build();
    private final List<String> portal = new CopyOnWriteArrayList<>();
    private MockGiroCheckout mock = new MockGiroCheckout();
    private HttpServer server;
    private volatile int portalAnswers = 200;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            portal.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(portalAnswers, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        mock.close();
    }

    private static String hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(MockGiroCheckout.PASSWORD.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
            StringBuilder hex = new StringBuilder();
            for (byte b : mac.doFinal(text.getBytes(StandardCharsets.UTF_8))) {
                hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
            return hex.toString();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String portal(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Map<String, String> start() {
        return start("t-1");
    }

    private Map<String, String> start(String id) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("merchantId", "1234567");
        form.put("projectId", "1234");
        form.put("merchantTxId", id);
        form.put("amount", "3070");
        form.put("currency", "EUR");
        form.put("purpose", "Bewohnerparken 2026-0815");
        form.put("urlRedirect", portal("/return/7Qb3"));
        form.put("urlNotify", portal("/notify/7Qb3"));
        form.put("kassenzeichen", "4200000000061");
        return form;
    }

    private Map<String, String> page() {
        Map<String, String> form = start();
        form.keySet().removeAll(List.of("urlRedirect", "urlNotify", "kassenzeichen"));
        form.put("type", "SALE");
        form.put("test", "1");
        form.put("successUrl", portal("/return/7Qb3?r=ok"));
        form.put("backUrl", portal("/return/7Qb3?r=back"));
        form.put("failUrl", portal("/return/7Qb3?r=fail"));
        form.put("notifyUrl", portal("/notify/7Qb3"));
        return form;
    }

    private HttpAnswer send(String path, Map<String, String> form) {
        Map<String, String> signed = new LinkedHashMap<>(form);
        signed.put("hash", hash(String.join("", form.values())));
        return gateway.send(HttpCall.post(mock.uri(path)).form(signed));
    }

    private GiroTransaction opened(String path, Map<String, String> form) {
        HttpAnswer answer = send(path, form);
        assertThat(answer.text()).contains("\"rc\":0");
        assertThat(answer.header("hash")).contains(hash(answer.text()));
        return mock.transactions().get(0);
    }

    private String status(GiroTransaction transaction) {
        return send(
                        MockGiroCheckout.STATUS,
                        inOrder("merchantId", "1234567", "projectId", "1234", "reference", transaction.reference()))
                .text();
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private HttpAnswer press(GiroTransaction transaction, String action) {
        return gateway.send(
                HttpCall.post(mock.uri("/paypage/" + transaction.pageKey())).form(Map.of("action", action)));
    }

    @ParameterizedTest
    @CsvSource({
        "merchantId, x, 5020",
        "projectId, x, 5021",
        "merchantTxId, a/b, 5022",
        "amount, 30.70, 5030",
        "amount, 0, 5030",
        "currency, CHF, 5033",
        "purpose, Größe, 5023",
        "purpose, 1234567890123456789012345678, 5023",
        "urlRedirect, zurueck, 5055",
        "urlNotify, zurueck, 5056"
    })
    void refuses_what_the_platform_does_not_take(String field, String value, int code) {
        Map<String, String> form = start();
        form.put(field, value);
        HttpAnswer answer = send(MockGiroCheckout.START, form);

        assertThat(answer.text()).contains("\"rc\":" + code);
        assertThat(answer.header("hash")).contains(hash(answer.text()));
        assertThat(mock.transactions()).isEmpty();
    }

    @Test
    void refuses_a_wrong_hash_a_missing_field_and_one_that_it_does_not_know() {
        Map<String, String> form = start();
        form.put("hash", "0");
        assertThat(gateway.send(HttpCall.post(mock.uri(MockGiroCheckout.START)).form(form))
                        .text())
                .contains("\"rc\":5002");
        Map<String, String> missing = start();
        missing.remove("purpose");
        assertThat(send(MockGiroCheckout.START, missing).text()).contains("\"rc\":5003");
        Map<String, String> other = start();
        other.put("unknown", "");
        assertThat(send(MockGiroCheckout.START, other).text()).contains("\"rc\":5004");
        Map<String, String> first = new LinkedHashMap<>();
        first.put("hash", hash(String.join("", start().values())));
        first.putAll(start());
        assertThat(gateway.send(HttpCall.post(mock.uri(MockGiroCheckout.START)).form(first))
                        .text())
                .contains("\"rc\":5004");
    }

    @Test
    void answers_strangers_without_a_hash() {
        mock.close();
        mock = MockGiroCheckout.withPassword(MockGiroCheckout.PASSWORD.toCharArray())
                .projects("1234567/9999")
                .start();
        HttpAnswer answer = send(MockGiroCheckout.START, start());

        assertThat(answer.text()).contains("\"rc\":5000");
        assertThat(answer.header("hash")).isEmpty();
    }

    @Test
    void knows_a_number_only_once() {
        opened(MockGiroCheckout.START, start());
        assertThat(send(MockGiroCheckout.START, start()).text()).contains("\"rc\":5022");
    }

    @Test
    void lets_a_person_pay_and_tells_the_portal() {
        GiroTransaction transaction = opened(MockGiroCheckout.START, start());
        assertThat(transaction.kassenzeichen()).contains("4200000000061");
        HttpAnswer page = gateway.send(HttpCall.get(mock.uri("/paypage/" + transaction.pageKey())));
        assertThat(page.text())
                .contains("30,70", "Bewohnerparken 2026-0815", "Abbrechen")
                .doesNotContain("<script");
        assertThat(status(transaction)).doesNotContain("resultPayment");
        assertThat(press(transaction, "later").text()).contains(portal("/return/7Qb3"));

        HttpAnswer back = press(transaction, "pay");
        assertThat(back.status()).isEqualTo(303);
        assertThat(URI.create(back.header("Location").orElseThrow()).getQuery())
                .contains("gcReference=" + transaction.reference(), "gcResultPayment=4000", "gcHash=");
        assertThat(portal).singleElement().satisfies(call -> assertThat(call)
                .startsWith("GET /notify/7Qb3?gcReference=")
                .endsWith("gcHash=" + mock.message("t-1").get("gcHash")));
        assertThat(mock.notices()).containsExactly(new MockGiroCheckout.Notice("t-1", 200));
        assertThat(status(transaction)).contains("\"resultPayment\":\"4000\"");
        assertThat(press(transaction, "cancel").status()).isEqualTo(303);
        assertThat(status(transaction)).contains("\"resultPayment\":\"4000\"");
    }

    @Test
    void gives_the_payment_behind_a_page_a_number_of_its_own() {
        GiroTransaction transaction = opened(MockGiroCheckout.PAGE, page());
        assertThat(transaction.payment()).isNotEqualTo(transaction.reference());
        mock.nextPaymentFails();

        assertThat(press(transaction, "pay").header("Location").orElseThrow())
                .startsWith(portal("/return/7Qb3?r=fail&gcPaymethod=11&gcType=SALE&gcProjectId=1234&gcReference="))
                .contains(transaction.payment(), "gcResultPayment=4900");
        assertThat(status(transaction)).contains("\"reference\":\"" + transaction.payment(), "4900");
    }

    @Test
    void signs_messages_over_the_published_order() {
        opened(MockGiroCheckout.PAGE, page());
        Map<String, String> message = mock.message("t-1");
        String values = message.entrySet().stream()
                .filter(field -> !field.getKey().equals("gcHash"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());

        assertThat(message.get("gcHash")).isEqualTo(hash(values));
        assertThat(message.keySet())
                .containsExactly(
                        "gcPaymethod",
                        "gcType",
                        "gcProjectId",
                        "gcReference",
                        "gcMerchantTxId",
                        "gcBackendTxId",
                        "gcAmount",
                        "gcCurrency",
                        "gcResultPayment",
                        "gcHash");
    }

    @Test
    void repeats_what_the_portal_did_not_take() {
        opened(MockGiroCheckout.START, start());
        portalAnswers = 503;
        mock.notifications(MockGiroCheckout.Notify.TWICE_AT_ONCE);
        mock.cancel("t-1");
        assertThat(portal).hasSize(2);
        mock.repeatNotifications();
        assertThat(portal).hasSize(3);
        portalAnswers = 400;
        mock.repeatNotifications();
        mock.repeatNotifications();
        assertThat(portal).hasSize(4);
        assertThat(mock.notices().get(3).willBeRepeated()).isFalse();
        mock.notifications(MockGiroCheckout.Notify.NEVER);
        mock.end("t-1", 4500);
        assertThat(portal).hasSize(4);
        mock.notifyPortal("t-1");
        assertThat(portal).hasSize(5);
    }

    @Test
    void sends_back_no_more_than_was_paid() {
        GiroTransaction transaction = opened(MockGiroCheckout.START, start());
        Map<String, String> refund = inOrder(
                "merchantId", "1234567",
                "projectId", "1234",
                "merchantTxId", "r-1",
                "amount", "2000",
                "currency", "EUR",
                "purpose", "Erstattung",
                "reference", transaction.reference());
        assertThat(send(MockGiroCheckout.REFUND, refund).text()).contains("\"rc\":5034");
        mock.pay("t-1");
        assertThat(send(MockGiroCheckout.REFUND, refund).text())
                .contains("\"rc\":0", "\"referenceParent\":\"" + transaction.reference(), "\"resultPayment\":\"4000\"");
        refund.put("merchantTxId", "r-2");
        assertThat(send(MockGiroCheckout.REFUND, refund).text()).contains("\"rc\":5030");
        refund.put("amount", "1000");
        refund.put("merchantTxId", "r-1");
        assertThat(send(MockGiroCheckout.REFUND, refund).text()).contains("\"rc\":5022");
        assertThat(mock.transactions().get(0).refunded()).isEqualTo(2000);
    }

    @Test
    void tells_nobody_but_the_project() {
        GiroTransaction transaction = opened(MockGiroCheckout.START, start());
        Map<String, String> ask =
                inOrder("merchantId", "1234567", "projectId", "9", "reference", transaction.reference());

        assertThat(send(MockGiroCheckout.STATUS, ask).text()).contains("\"rc\":5034");
        assertThat(gateway.send(HttpCall.get(mock.uri("/paypage/unknown"))).status())
                .isEqualTo(404);
    }

    @Test
    void remembers_payments_beyond_its_own_end(@TempDir Path folder) {
        for (String id : List.of("t-1", "t-2")) {
            mock.close();
            mock = MockGiroCheckout.withPassword(MockGiroCheckout.PASSWORD.toCharArray())
                    .state(folder)
                    .start();
            send(MockGiroCheckout.START, start(id));
            mock.pay(id);
        }
        assertThat(mock.transactions()).hasSize(2).allSatisfy(known -> assertThat(known.result())
                .isEqualTo(GiroTransaction.PAID));
    }
}

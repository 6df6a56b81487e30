// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.http;

import static de.ozgkit.core.http.RawServer.answer;
import static de.ozgkit.core.http.RawServer.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HttpGatewayTest {

    private static final String BUSY = answer("503 Busy", "", "Retry-After: 0");
    private static final String FINE = answer("200 OK", "fine");

    private final HttpGateway gateway =
            HttpGateway.to("desk").timeout(Duration.ofSeconds(5)).build();

    @Test
    void brings_status_headers_and_body() throws IOException {
        try (RawServer server = new RawServer(
                answering(answer("200 OK", "Grüße", "Content-Type: text/plain; charset=UTF-8", "X-One: 1")))) {
            HttpAnswer answer = gateway.send(HttpCall.get(server.uri("/a?b=c")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.ok()).isTrue();
            assertThat(answer.text()).isEqualTo("Grüße");
            assertThat(answer.header("x-one")).contains("1");
            assertThat(answer.header("x-two")).isEmpty();
            assertThat(answer).hasToString("HttpAnswer[200, 7 bytes]");
            assertThat(server.head()).startsWith("GET /a?b=c HTTP/1.1\n").contains("User-Agent: ozgkit\n");
        }
    }

    @Test
    void sends_a_form_with_umlauts_as_browsers_do() throws IOException {
        try (RawServer server = new RawServer(answering(FINE))) {
            Map<String, String> form = new TreeMap<>(Map.of("name", "Jürgen Groß & Söhne", "a=b", "100 % €"));

            gateway.send(HttpCall.post(server.uri("/")).form(form));

            assertThat(server.body()).isEqualTo("a%3Db=100+%25+%E2%82%AC&name=J%C3%BCrgen+Gro%C3%9F+%26+S%C3%B6hne");
            assertThat(server.head().toLowerCase(Locale.ROOT))
                    .contains("content-type: application/x-www-form-urlencoded");
        }
    }

    @Test
    void authenticates_as_told() throws IOException {
        try (RawServer server = new RawServer(answering(FINE))) {
            gateway.send(HttpCall.get(server.uri("/")).bearer("abc"));
            assertThat(server.head()).containsIgnoringCase("authorization: Bearer abc\n");

            gateway.send(HttpCall.get(server.uri("/")).basic("Jörg", "päss:wort".toCharArray()));
            assertThat(server.head()).containsIgnoringCase("authorization: Basic SsO2cmc6cMOkc3M6d29ydA==\n");
        }
    }

    @Test
    void gives_up_when_no_answer_begins_in_time() throws IOException {
        try (RawServer server = new RawServer((number, socket, out) -> Thread.sleep(30_000))) {
            assertTimeout(HttpCall.post(server.uri("/")).timeout(Duration.ofMillis(300)));
        }
    }

    @Test
    void gives_up_when_a_body_drips_for_longer_than_allowed() throws IOException {
        try (RawServer server = new RawServer((number, socket, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            for (int i = 0; i < 1000; i++) {
                RawServer.write(out, "x");
                Thread.sleep(50);
            }
        })) {
            assertTimeout(HttpCall.get(server.uri("/")).timeout(Duration.ofMillis(400)));
        }
    }

    @Test
    void the_time_limit_holds_for_all_repetitions_together() throws IOException {
        try (RawServer server = new RawServer((number, socket, out) -> {
            Thread.sleep(150);
            RawServer.write(out, BUSY);
        })) {
            HttpGateway stubborn = HttpGateway.to("desk").retries(1000).build();
            assertTimeout(stubborn, HttpCall.get(server.uri("/")).timeout(Duration.ofMillis(500)));
            assertThat(server.requests()).isBetween(2, 5);
        }
    }

    @Test
    void breaks_off_a_body_that_is_too_large() throws IOException {
        HttpGateway small = HttpGateway.to("desk").maxBytes(1000).build();
        String chunk = "3e8\r\n" + "x".repeat(1000) + "\r\n";
        try (RawServer server = new RawServer((number, socket, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 1_000_000; i++) {
                RawServer.write(out, chunk);
            }
        })) {
            PeerException failure = failure(PeerException.class, small, HttpCall.get(server.uri("/")));

            assertThat(failure.code()).isEqualTo("http.too_large");
            assertThat(failure.retryable()).isFalse();
        }
        try (RawServer server = new RawServer(answering(answer("200 OK", "x".repeat(1001))))) {
            assertThat(failure(PeerException.class, small, HttpCall.get(server.uri("/")))
                            .code())
                    .isEqualTo("http.too_large");
        }
        try (RawServer server = new RawServer(answering(answer("200 OK", "x".repeat(1000))))) {
            assertThat(small.send(HttpCall.get(server.uri("/"))).body()).hasSize(1000);
        }
    }

    @Test
    void an_answer_cut_off_in_the_middle_is_broken() throws IOException {
        try (RawServer server = new RawServer((number, socket, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc");
            socket.setSoLinger(true, 0);
            socket.close();
        })) {
            TransportException failure =
                    failure(TransportException.class, gateway, HttpCall.post(server.uri("/pay?token=secret")));

            assertThat(failure.code()).isEqualTo("http.broken");
            assertThat(failure.mayHaveArrived()).isTrue();
            assertThat(failure.getMessage()).contains("/pay").doesNotContain("secret");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void an_answer_that_is_not_http_is_broken() throws IOException {
        try (RawServer server = new RawServer((number, socket, out) -> {
            RawServer.write(out, "220 smtp.example.org ESMTP\r\n\r\n");
            socket.close();
        })) {
            assertThat(failure(TransportException.class, gateway, HttpCall.post(server.uri("/")))
                            .code())
                    .isEqualTo("http.broken");
        }
    }

    @Test
    void a_closed_port_means_that_nothing_arrived() throws IOException {
        TransportException failure =
                failure(TransportException.class, gateway, HttpCall.post(URI.create("http://127.0.0.1:" + freePort())));

        assertThat(failure.code()).isEqualTo("http.connect");
        assertThat(failure.mayHaveArrived()).isFalse();
    }

    @Test
    void an_unknown_host_means_that_nothing_arrived() {
        HttpCall call = HttpCall.post(URI.create("https://desk.invalid/"));

        TransportException failure = failure(TransportException.class, gateway, call);

        assertThat(failure.code()).isEqualTo("http.connect");
        assertThat(failure.mayHaveArrived()).isFalse();
    }

    @Test
    void connects_again_when_the_peer_comes_back() throws Exception {
        int port = freePort();
        Thread later = new Thread(() -> {
            try (ServerSocket listener = listenLater(port);
                    RawServer server = new RawServer(listener, answering(FINE))) {
                Thread.sleep(2000);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        later.start();

        HttpAnswer answer =
                HttpGateway.to("desk").retries(5).build().send(HttpCall.get(URI.create("http://127.0.0.1:" + port)));

        assertThat(answer.text()).isEqualTo("fine");
        later.join();
    }

    @Test
    void repeats_what_is_safe_to_repeat_while_the_peer_is_busy() throws IOException {
        for (String status : new String[] {"502 Bad", "503 Busy", "504 Late"}) {
            String busy = answer(status, "", "Retry-After: 0");
            try (RawServer server = new RawServer(answering(busy, busy, FINE))) {
                assertThat(gateway.send(HttpCall.get(server.uri("/"))).text()).isEqualTo("fine");
                assertThat(server.requests()).isEqualTo(3);
            }
        }
        try (RawServer server = new RawServer(answering(BUSY, FINE))) {
            assertThat(gateway.send(HttpCall.post(server.uri("/")).safeToRepeat())
                            .text())
                    .isEqualTo("fine");
        }
    }

    @Test
    void repeats_nothing_that_may_do_harm_and_no_other_status() throws IOException {
        try (RawServer server = new RawServer(answering(BUSY, FINE))) {
            assertThat(gateway.send(HttpCall.post(server.uri("/"))).status()).isEqualTo(503);
            assertThat(server.requests()).isEqualTo(1);
        }
        try (RawServer server = new RawServer(answering(answer("500 Oops", ""), FINE))) {
            assertThat(gateway.send(HttpCall.get(server.uri("/"))).status()).isEqualTo(500);
        }
    }

    @Test
    void repeats_only_so_often_and_then_shows_the_answer() throws IOException {
        try (RawServer server = new RawServer(answering(BUSY))) {
            assertThat(gateway.send(HttpCall.get(server.uri("/"))).status()).isEqualTo(503);
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void does_not_wait_longer_than_it_may_for_a_busy_peer() throws IOException {
        try (RawServer server = new RawServer(answering(answer("503 Busy", "", "Retry-After: 3600"), FINE))) {
            assertThat(gateway.send(HttpCall.get(server.uri("/"))).status()).isEqualTo(503);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void waits_until_the_date_that_a_busy_peer_names() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        HttpGateway patient = HttpGateway.to("desk").clock(clock).build();
        String busy = answer("503 Busy", "", "Retry-After: Sat, 21 Nov 2026 12:00:01 GMT");
        try (RawServer server = new RawServer(answering(busy, FINE))) {
            long begin = System.nanoTime();
            assertThat(patient.send(HttpCall.get(server.uri("/"))).text()).isEqualTo("fine");
            assertThat(System.nanoTime() - begin).isGreaterThan(900_000_000L);
        }
    }

    @Test
    void survives_a_retry_after_that_makes_no_sense() throws IOException {
        String busy = answer("503 Busy", "", "Retry-After: 99999999999999999999");
        try (RawServer server = new RawServer(answering(busy, FINE))) {
            assertThat(gateway.send(HttpCall.get(server.uri("/"))).text()).isEqualTo("fine");
        }
    }

    @Test
    void shows_a_redirection_instead_of_following_it() throws IOException {
        try (RawServer elsewhere = new RawServer(answering(FINE));
                RawServer server =
                        new RawServer(answering(answer("302 Found", "", "Location: " + elsewhere.uri("/trap"))))) {
            HttpAnswer answer = gateway.send(HttpCall.get(server.uri("/")).bearer("secret"));

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.ok()).isFalse();
            assertThat(answer.header("Location"))
                    .contains(elsewhere.uri("/trap").toString());
            assertThat(elsewhere.requests()).isZero();
        }
    }

    @Test
    void refuses_unencrypted_calls_to_other_machines() {
        for (String address : new String[] {
            "http://desk.example.org/",
            "http://127.0.0.1.example.org/",
            "http://localhost.example.org/",
            "http://192.0.2.1/"
        }) {
            assertThat(failure(ConfigurationException.class, gateway, HttpCall.get(URI.create(address)))
                            .code())
                    .isEqualTo("http.plain");
        }
        HttpGateway allowed = HttpGateway.to("desk").allowHttp(true).build();
        assertThat(failure(TransportException.class, allowed, HttpCall.post(URI.create("http://desk.invalid/")))
                        .code())
                .isEqualTo("http.connect");
    }

    @Test
    void allows_unencrypted_calls_to_this_machine_in_every_locale() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try (RawServer server = new RawServer(answering(answer("200 OK", "", "X-ID: 1")))) {
            URI shouting = URI.create("HTTP://127.0.0.1:" + server.uri("/").getPort() + "/I");
            assertThat(gateway.send(HttpCall.get(shouting).header("X-TITLE", "1"))
                            .header("x-id"))
                    .contains("1");
            assertThat(server.head()).contains("x-title: 1");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void an_interrupted_caller_gets_an_exception_and_stays_interrupted() throws Exception {
        try (RawServer server = new RawServer((number, socket, out) -> Thread.sleep(30_000))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> gateway.send(HttpCall.post(server.uri("/"))))
                    .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.mayHaveArrived())
                            .isTrue());
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void logs_neither_query_nor_headers_nor_bodies() throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger(HttpGateway.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
        try (RawServer server = new RawServer(answering(answer("200 OK", "secret", "X-Back: secret")))) {
            gateway.send(HttpCall.post(server.uri("/pay/1?token=secret"))
                    .bearer("secret")
                    .form(Map.of("pin", "secret")));
        } finally {
            logger.setLevel(null);
            logger.detachAppender(log);
        }

        assertThat(log.list).hasSize(1);
        assertThat(log.list.get(0).getFormattedMessage())
                .matches("desk: POST http://127\\.0\\.0\\.1:\\d+/pay/1 answered 200 after \\d+ ms");
    }

    private void assertTimeout(HttpCall call) {
        assertTimeout(gateway, call);
    }

    private static void assertTimeout(HttpGateway gateway, HttpCall call) {
        long begin = System.nanoTime();
        TransportException failure = null;
        try {
            assertThat(gateway.send(call).status())
                    .as("out of time, so this is the last word")
                    .isEqualTo(503);
        } catch (TransportException e) {
            failure = e;
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        if (failure != null) {
            assertThat(failure.code()).isEqualTo("http.timeout");
            assertThat(failure.mayHaveArrived()).isTrue();
        }
    }

    private static <T extends OzgException> T failure(Class<T> type, HttpGateway gateway, HttpCall call) {
        T failure = catchThrowableOfType(type, () -> gateway.send(call));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listenLater(int port) throws Exception {
        Thread.sleep(300);
        return new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    }
}

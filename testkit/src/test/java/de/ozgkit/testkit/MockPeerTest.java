// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.TransportException;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MockPeerTest {

    private static MockDesk desk;

    private final HttpGateway gateway = HttpGateway.to("desk").retries(0).build();

    @BeforeAll
    static void start() {
        desk = new MockDesk();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void begin_afresh() {
        desk.reset();
    }

    @Test
    void hands_a_form_to_its_handler_and_the_answer_back() {
        HttpAnswer answer = gateway.send(post("Jürgen Groß"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("x-desk")).contains("1");
        assertThat(answer.text()).isEqualTo("{\"id\":1}");
        assertThat(desk.cases).containsExactly("Jürgen Groß");
        desk.assertNoUnexpectedCalls();
    }

    @Test
    void finds_the_places_of_a_path_and_the_query() {
        assertThat(get("/cases/a%2Fb+c%20d?x=%C3%A4+1&x=2&y").text())
                .startsWith("a/b+c d{")
                .contains("x=ä 1", "y=");
    }

    @Test
    void records_all_calls_in_order() {
        gateway.send(HttpCall.get(desk.uri("/cases/7")).header("X-One", "1"));
        gateway.send(post("Erika"));

        assertThat(desk.requests())
                .extracting(PeerRequest::toString)
                .containsExactly("GET /cases/7 (0 bytes)", "POST /cases (10 bytes)");
        assertThat(desk.requests("/cases/{id}")).singleElement().satisfies(request -> {
            assertThat(request.variable("id")).isEqualTo("7");
            assertThat(request.header("x-one")).contains("1");
        });
    }

    @Test
    void refuses_and_remembers_what_it_does_not_understand() {
        assertThat(get("/nothing").status()).isEqualTo(404);
        assertThat(get("/cases").status()).isEqualTo(404);
        assertThat(get("/cases/").status()).isEqualTo(404);
        assertThat(get("/favicon.ico").status()).isEqualTo(404);

        assertThatThrownBy(desk::assertNoUnexpectedCalls)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("GET /nothing", "GET /cases ", "GET /cases/ ")
                .hasMessageNotContaining("favicon");
    }

    @Test
    void a_mistake_in_the_mock_does_not_pass_unnoticed() {
        assertThat(get("/broken").status()).isEqualTo(500);

        assertThatThrownBy(desk::assertNoUnexpectedCalls)
                .isInstanceOf(AssertionError.class)
                .hasRootCauseMessage("a mistake in the mock");
    }

    @Test
    void does_not_follow_the_browser_when_it_sends_it_away() {
        HttpAnswer answer = get("/away");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("https://elsewhere.example.org/");
    }

    @Test
    void loses_an_answer_after_handling_the_call() {
        desk.next(Fault.lostAnswer());

        assertBroken(post("Erika"));

        assertThat(desk.cases).containsExactly("Erika");
        assertThat(gateway.send(post("Max")).status()).isEqualTo(201);
        assertThat(desk.cases).containsExactly("Erika", "Max");
    }

    @Test
    void breaks_a_connection_without_handling_the_call() {
        desk.next(Fault.reset());

        assertBroken(post("Erika"));

        assertThat(desk.cases).isEmpty();
    }

    @Test
    void is_unavailable_as_often_as_told() {
        desk.next(Fault.unavailable(Duration.ofSeconds(7)), Fault.unavailable(Duration.ZERO));

        HttpAnswer first = gateway.send(post("Erika"));

        assertThat(first.status()).isEqualTo(503);
        assertThat(first.header("Retry-After")).contains("7");
        assertThat(gateway.send(post("Erika")).header("Retry-After")).contains("0");
        assertThat(gateway.send(post("Erika")).status()).isEqualTo(201);
        assertThat(desk.cases).hasSize(1);
    }

    @Test
    void answers_late() {
        desk.next(Fault.delay(Duration.ofSeconds(20)));

        assertThatThrownBy(() -> gateway.send(post("Erika").timeout(Duration.ofMillis(500))))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.code()).isEqualTo("http.timeout"));
        assertThat(desk.cases).containsExactly("Erika");
    }

    @Test
    void answers_nonsense() {
        desk.next(Fault.garbage());

        HttpAnswer answer = gateway.send(post("Erika"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.text()).contains("\u0000<{").doesNotContain("id");
        assertThat(desk.cases).hasSize(1);
    }

    @Test
    void breaks_one_route_and_leaves_the_others_alone() {
        desk.next("/cases", Fault.unavailable(Duration.ZERO));

        assertThat(get("/cases/1").status()).isEqualTo(200);
        assertThat(get("/nothing").status()).isEqualTo(404);
        assertThat(gateway.send(post("Erika")).status()).isEqualTo(503);
        assertThatThrownBy(() -> desk.next("/case", Fault.reset()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/cases");
    }

    @Test
    void waits_for_calls_but_not_for_ever() {
        CompletableFuture<HttpAnswer> later = CompletableFuture.supplyAsync(() -> gateway.send(post("Erika")));

        assertThat(desk.awaitRequests("/cases", 1, Duration.ofSeconds(10))).hasSize(1);
        assertThat(later.join().status()).isEqualTo(201);
        assertThatThrownBy(() -> desk.awaitRequests("/cases", 2, Duration.ofMillis(50)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("called 1 time(s)");
    }

    @Test
    void forgets_everything_on_reset() {
        gateway.send(post("Erika"));
        get("/nothing");
        desk.next(Fault.reset());
        desk.next("/cases", Fault.reset());

        desk.reset();

        assertThat(desk.requests()).isEmpty();
        assertThat(desk.cases).isEmpty();
        desk.assertNoUnexpectedCalls();
        assertThat(gateway.send(post("Erika")).status()).isEqualTo(201);
    }

    @Test
    void is_reached_from_this_machine_only() throws IOException {
        assertThat(desk.uri().getHost()).isEqualTo("127.0.0.1");
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, desk.uri().getPort()).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void starts_and_stops_quickly_even_while_an_answer_is_late() {
        long begin = System.nanoTime();
        MockDesk second = new MockDesk();
        second.next(Fault.delay(Duration.ofSeconds(20)));
        CompletableFuture<HttpAnswer> waiting =
                CompletableFuture.supplyAsync(() -> gateway.send(HttpCall.get(second.uri("/cases/1"))));
        second.awaitRequests("/cases/{id}", 1, Duration.ofSeconds(10));
        second.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(waiting.handle((answer, broken) -> answer == null ? 0 : answer.status()))
                .as("the late caller is let go: cut off, or told 503, never given the answer")
                .succeedsWithin(Duration.ofSeconds(10))
                .isIn(0, 503);
        assertThatThrownBy(() -> gateway.send(HttpCall.get(second.uri("/cases/1"))))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.code()).isEqualTo("http.connect"));
    }

    @Test
    void survives_a_path_and_a_query_that_cannot_be_decoded() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", desk.uri().getPort())) {
            socket.getOutputStream()
                    .write("GET /cases/%C3%28?x=%C3%28 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 ");
        }
        assertThat(get("/cases/1").status()).isEqualTo(200);
    }

    private HttpAnswer get(String path) {
        return gateway.send(HttpCall.get(desk.uri(path)));
    }

    private static HttpCall post(String name) {
        return HttpCall.post(desk.uri("/cases")).form(Map.of("name", name));
    }

    private void assertBroken(HttpCall call) {
        assertThatThrownBy(() -> gateway.send(call)).isInstanceOfSatisfying(TransportException.class, e -> {
            assertThat(e.code()).isEqualTo("http.broken");
            assertThat(e.mayHaveArrived()).isTrue();
        });
    }
}

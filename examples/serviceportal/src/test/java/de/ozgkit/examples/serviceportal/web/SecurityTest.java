// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.examples.serviceportal.RunningPortal;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {

    private static RunningPortal portal;

    @BeforeAll
    static void start(@TempDir Path folder) {
        portal = RunningPortal.in(folder);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/marl", "/gibt-es-nicht", "/assets/portal.css", "/barriere-melden"})
    void sends_the_security_headers_with_every_answer(String path) {
        var headers = portal.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self';")
                .contains("form-action 'self' http://127.0.0.1:", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void insists_on_https_once_citizens_come_by_https(@TempDir Path folder) {
        try (RunningPortal secure = RunningPortal.with(
                folder,
                Map.of("OZG_PUBLIC_URL", "https://portal.example.de", "OZG_FORM_TARGETS", "https://id.example.de"))) {
            var headers = secure.get("/barriere-melden").headers();

            assertThat(headers.firstValue("Strict-Transport-Security").orElseThrow())
                    .contains("max-age=63072000");
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("form-action 'self' https://id.example.de ");
            assertThat(headers.firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-ozg=")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                    .doesNotContain("Domain", "Expires");
        }
    }

    @Test
    void sets_no_cookie_on_pages_without_a_form() {
        assertThat(portal.get("/").headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(portal.get("/datteln/leistung/hund-anmelden").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void keeps_pages_with_a_session_out_of_every_cache() {
        assertThat(portal.get("/barriere-melden").headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(portal.get("/").headers().firstValue("Cache-Control").orElseThrow())
                .contains("no-");
    }

    @Test
    void refuses_a_form_without_the_token_of_its_session() {
        portal.get("/barriere-melden");

        var answer = portal.post("/barriere-melden", Map.of("text", "Ein Test"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Diese Seite war zu lange offen", "laden Sie die Seite neu");
    }

    @Test
    void refuses_the_token_of_another_session(@TempDir Path folder) {
        String foreign;
        try (RunningPortal other = RunningPortal.in(folder)) {
            foreign = other.page("/barriere-melden").select("[name=_csrf]").val();
        }
        portal.get("/barriere-melden");

        assertThat(foreign).hasSize(24);
        assertThat(portal.post("/barriere-melden", Map.of("text", "Ein Test", "_csrf", foreign))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void takes_a_form_with_its_token_once_and_leads_on() {
        String token = portal.page("/barriere-melden").select("[name=_csrf]").val();

        var answer =
                portal.post("/barriere-melden", Map.of("text", "Die Suche geht nicht", "mail", "", "_csrf", token));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .matches(".*/barriere-melden/danke\\?nr=[0-9a-f]{8}");
    }

    @Test
    void turns_away_bodies_that_are_too_large_or_have_no_length() {
        String large = "text=" + "x".repeat(3_000_000);
        String many = IntStream.range(0, 400).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
        String form = "application/x-www-form-urlencoded";

        assertThat(portal.post("/barriere-melden", form, large).statusCode()).isEqualTo(413);
        assertThat(portal.post("/barriere-melden", form, large).body()).contains("Das ist zu groß");
        assertThat(portal.post("/barriere-melden", form, many).statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = portal.send(HttpRequest.newBuilder(portal.uri("/barriere-melden"))
                .header("Content-Type", form)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[10])))
                .build());
        assertThat(chunked.statusCode()).isEqualTo(411);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2f",
                "/..%2f..%2fetc%2fpasswd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%2fportal.css",
                "/assets/%2e%2e%2flogback.xml",
                "/assets/logback.xml",
                "/atlantis",
                "/marl/leistung/gibt-es-nicht",
                "/marl/thema/querschnitt",
                "/marl/leistung/%00",
                "/marl;jsessionid=1/x",
                "//marl//x",
                "/marl/%c0%af",
                "/%",
                "/marl/leistung/<script>"
            })
    void shows_the_page_for_nothing_there_whatever_the_address_is(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("Diese Seite gibt es nicht", "Nummer für Rückfragen");
        assertThat(answer).contains("Content-Security-Policy: default-src 'none'");
        assertThat(answer).doesNotContain("<script>", "java.", "Jetty", "Exception");
    }

    @Test
    void shows_a_page_of_ours_for_a_header_that_is_too_long() throws IOException {
        String answer = raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 414")
                .contains("<html lang=\"de\"")
                .doesNotContain("Jetty");
    }

    @Test
    void shows_what_was_searched_for_as_text() {
        String html =
                portal.get("/suche?q=%3Cscript%3Ealert(1)%3C/script%3E%22%27").body();

        assertThat(html).doesNotContain("<script>alert").contains("&lt;script&gt;");
        assertThat(Jsoup.parse(html).select("#q").val()).isEqualTo("<script>alert(1)</script>\"'");
    }

    @Test
    void answers_a_method_that_no_page_knows_with_the_page_for_nothing_there() throws IOException {
        assertThat(raw("POST /impressum HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("DELETE /marl HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", portal.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

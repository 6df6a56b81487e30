// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.PeerException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.sql.Database;
import de.ozgkit.examples.serviceportal.PortalConfig;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class WebServerTest {

    private static int databases;

    @Test
    void finishes_what_is_under_way_before_it_stops() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        WebServer server = start(
                Set.of(),
                routes -> routes.get("/slow", ctx -> {
                    arrived.countDown();
                    Thread.sleep(700);
                    ctx.result("fertig");
                }));
        CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(uri(server, "/slow")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        server.close();

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("fertig");
    }

    @Test
    void tells_of_an_error_of_ours_without_showing_it() throws Exception {
        try (WebServer server = start(
                Set.of(),
                routes -> routes.get("/kaputt", ctx -> {
                    throw new IllegalStateException("geheim: Erika Mustermann");
                }))) {
            HttpResponse<String> answer = get(server, "/kaputt");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("Bei uns ist ein Fehler passiert", "115")
                    .containsPattern("Nummer für Rückfragen: [0-9a-f]{8}")
                    .doesNotContain("geheim", "Erika", "IllegalState", "at de.ozgkit");
        }
    }

    @Test
    void tells_what_a_peer_did_in_public_words_only() throws Exception {
        try (WebServer server = start(
                Set.of(),
                routes -> routes.get("/peer", ctx -> {
                    throw new PeerException("payment.odd", "the platform answered 500 with 12 bytes", true);
                }))) {
            HttpResponse<String> answer = get(server, "/peer");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("Ein beteiligtes System antwortet zurzeit nicht richtig")
                    .doesNotContain("payment.odd", "12 bytes");
        }
    }

    @Test
    void lets_other_systems_post_to_their_paths_without_a_token_of_ours() throws Exception {
        Set<String> fromOutside = Set.of("/saml/acs", "/zahlung/notify");
        try (WebServer server = start(fromOutside, routes -> {
            routes.post("/saml/acs", ctx -> ctx.result("gelesen"));
            routes.post("/zahlung/notify/{token}", ctx -> ctx.result("gelesen"));
            routes.post("/saml/acsx", ctx -> ctx.result("falsch"));
        })) {
            assertThat(post(server, "/saml/acs").body()).isEqualTo("gelesen");
            assertThat(post(server, "/zahlung/notify/abc").body()).isEqualTo("gelesen");
            assertThat(post(server, "/saml/acsx").statusCode()).isEqualTo(403);
        }
    }

    private static WebServer start(Set<String> fromOutside, Consumer<RoutesConfig> pages) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:server" + databases++ + ";DB_CLOSE_DELAY=-1");
        PortalConfig config = PortalConfig.from(Map.of("OZG_PORT", "0"));
        Sessions sessions =
                new Sessions(Database.of(database), config.sessions(), false, Clock.systemUTC(), Tokens.secure());
        Site site = new Site("Portal", "localhost", true, new Assets(""), List.of());
        return WebServer.start(config, new Views(site, sessions), sessions, Tokens.secure(), fromOutside, pages);
    }

    private static URI uri(WebServer server, String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private static HttpResponse<String> get(WebServer server, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(server, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(WebServer server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(server, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=1"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.Tokens;
import de.ozgkit.core.sql.Database;
import de.ozgkit.examples.serviceportal.PortalConfig.SessionLimits;
import io.javalin.Javalin;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionsTest {

    private static EmbeddedPostgres postgres;
    private static int databases;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    static List<DataSource> databases() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:sessions" + databases++ + ";DB_CLOSE_DELAY=-1");
        return List.of(h2, postgres.getPostgresDatabase());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void remembers_values_across_a_restart(DataSource database) throws Exception {
        CookieManager cookies = new CookieManager();
        try (Server first = new Server(database, new MovableClock(), false)) {
            first.get("/put?hund=Bello", cookies);
            first.get("/put?hund=Rex", cookies);
        }
        try (Server second = new Server(database, new MovableClock(), false)) {
            assertThat(second.get("/show", cookies)).isEqualTo("Rex");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void stores_only_a_hash_of_what_the_browser_holds(DataSource database) throws Exception {
        CookieManager cookies = new CookieManager();
        try (Server server = new Server(database, new MovableClock(), false)) {
            server.get("/put?hund=Bello", cookies);
        }
        HttpCookie cookie = cookies.getCookieStore().getCookies().get(0);
        List<String> ids =
                Database.of(database).call(tx -> tx.query("select id from ozg_portal_session", row -> row.text("id")));

        assertThat(cookie.getValue()).hasSize(24);
        assertThat(ids).allSatisfy(id -> assertThat(id).hasSize(64).isNotEqualTo(cookie.getValue()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void forgets_after_half_an_hour_without_a_request(DataSource database) throws Exception {
        MovableClock clock = new MovableClock();
        CookieManager cookies = new CookieManager();
        try (Server server = new Server(database, clock, false)) {
            server.get("/put?hund=Bello", cookies);
            clock.move(Duration.ofMinutes(29));
            assertThat(server.get("/show", cookies)).isEqualTo("Bello");
            clock.move(Duration.ofMinutes(29));
            assertThat(server.get("/show", cookies)).isEqualTo("Bello");
            clock.move(Duration.ofMinutes(31));
            assertThat(server.get("/show", cookies)).isEqualTo("nothing");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void ends_after_eight_hours_however_busy(DataSource database) throws Exception {
        MovableClock clock = new MovableClock();
        CookieManager cookies = new CookieManager();
        try (Server server = new Server(database, clock, false)) {
            server.get("/put?hund=Bello", cookies);
            for (int i = 0; i < 24; i++) {
                assertThat(server.get("/show", cookies)).isEqualTo("Bello");
                clock.move(Duration.ofMinutes(20));
            }
            clock.move(Duration.ofMinutes(1));
            assertThat(server.get("/show", cookies)).isEqualTo("nothing");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void gives_a_new_id_and_token_at_log_in_and_makes_the_old_id_worthless(DataSource database) throws Exception {
        CookieManager cookies = new CookieManager();
        try (Server server = new Server(database, new MovableClock(), false)) {
            server.get("/put?hund=Bello", cookies);
            String tokenBefore = server.get("/token", cookies);
            CookieManager thief = new CookieManager();
            cookies.getCookieStore().getCookies().forEach(c -> thief.getCookieStore()
                    .add(server.uri("/"), c));

            server.get("/login", cookies);

            assertThat(server.get("/show", cookies)).isEqualTo("Bello");
            assertThat(server.get("/token", cookies)).isNotEqualTo(tokenBefore);
            assertThat(server.get("/show", thief)).isEqualTo("nothing");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void forgets_everything_at_log_out(DataSource database) throws Exception {
        CookieManager cookies = new CookieManager();
        try (Server server = new Server(database, new MovableClock(), false)) {
            server.get("/put?hund=Bello", cookies);
            server.get("/logout", cookies);

            assertThat(server.get("/show", cookies)).isEqualTo("nothing");
        }
    }

    /** A server with nothing but sessions. */
    private static final class Server implements AutoCloseable {

        private final Javalin javalin;

        Server(DataSource database, Clock clock, boolean secure) {
            Sessions sessions = new Sessions(
                    Database.of(database),
                    new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(8)),
                    secure,
                    clock,
                    Tokens.secure());
            javalin = Javalin.create(config -> {
                        config.startup.showJavalinBanner = false;
                        config.routes.get("/put", ctx -> sessions.open(ctx).put("hund", ctx.queryParam("hund")));
                        config.routes.get(
                                "/show",
                                ctx -> ctx.result(sessions.find(ctx)
                                        .flatMap(session -> session.get("hund"))
                                        .orElse("nothing")));
                        config.routes.get(
                                "/token", ctx -> ctx.result(sessions.open(ctx).csrf()));
                        config.routes.get("/login", sessions::rotate);
                        config.routes.get("/logout", sessions::end);
                    })
                    .start(0);
        }

        URI uri(String path) {
            return URI.create("http://localhost:" + javalin.port() + path);
        }

        String get(String path, CookieManager cookies) throws IOException, InterruptedException {
            return HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .build()
                    .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }

        @Override
        public void close() {
            javalin.stop();
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.now();

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

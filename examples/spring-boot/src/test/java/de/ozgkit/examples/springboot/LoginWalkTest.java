// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.springboot;

import static de.ozgkit.core.TrustLevel.BASIC;
import static de.ozgkit.core.TrustLevel.HIGH;
import static de.ozgkit.core.TrustLevel.SUBSTANTIAL;
import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static de.ozgkit.testkit.TestPersons.MAX_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.ResponseDefect;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter in Spring Boot's Tomcat, with a mock account beside it and a clock that the test moves. */
@Tag("slow")
class LoginWalkTest {

    private static final String LOGIN_COOKIE = "ozg-login";
    private static final String SESSION_COOKIE = "JSESSIONID";
    private static final MovableClock CLOCK = new MovableClock();

    @TempDir
    private static Path folder;

    private static Running running;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        running = Running.in(folder, Running.freePort(), "jdbc:h2:mem:walk;DB_CLOSE_DELAY=-1", CLOCK);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void forget() {
        running.account.reset();
    }

    @Test
    void shows_the_open_page_to_everybody_and_sets_no_cookie() {
        HttpResponse<String> start = browser.get(running.uri("/"));

        assertThat(start.statusCode()).isEqualTo(200);
        assertThat(start.body()).contains("nicht angemeldet");
        assertThat(start.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void leads_to_the_account_and_back_to_the_page_asked_for() {
        HttpResponse<String> back =
                logIn(browser, "/hund?rasse=Mops", login(ERIKA_MUSTERMANN).at(SUBSTANTIAL));

        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.uri()).isEqualTo(running.uri("/hund?rasse=Mops"));
        assertThat(back.body()).contains("Guten Tag", "(substanziell)");
        assertThat(back.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(browser.open(running.uri("/")).body()).contains("Guten Tag");
    }

    @Test
    void sends_the_page_to_the_account_with_its_headers_and_a_cookie_that_comes_back_from_another_site() {
        HttpResponse<String> away = browser.open(running.uri("/hund"));

        assertThat(away.uri().getPath()).isEqualTo("/saml/login");
        assertThat(away.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(away.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(away.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action " + running.account.uri(""));
        assertThat(away.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith(LOGIN_COOKIE + "=")
                .contains("Path=/", "Max-Age=900", "Secure", "HttpOnly", "SameSite=None");
        assertThat(browser.get(running.uri("/saml/login.js")).headers().firstValue("Content-Type"))
                .hasValue("text/javascript;charset=UTF-8");
    }

    @Test
    void gives_the_session_a_new_id_at_every_log_in_and_deletes_the_cookie_of_the_log_in() {
        logIn(browser, "/hund", login(ERIKA_MUSTERMANN).at(SUBSTANTIAL));
        String first = session();
        HttpResponse<String> answer =
                answer(browser, "/ausweis", login(ERIKA_MUSTERMANN).at(HIGH));

        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith(SESSION_COOKIE).contains("HttpOnly", "SameSite=Lax"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith(LOGIN_COOKIE + "=;").contains("Max-Age=0"));
        assertThat(session()).isNotEmpty().isNotEqualTo(first);
        assertThat(browser.cookie(running.uri("/"), LOGIN_COOKIE)).isEmpty();
    }

    @Test
    void asks_for_a_better_proof_where_a_page_needs_it() {
        logIn(browser, "/hund", login(ERIKA_MUSTERMANN).at(SUBSTANTIAL));

        assertThat(browser.get(running.uri("/ausweis")).statusCode()).isEqualTo(303);
        HttpResponse<String> back =
                logIn(browser, "/ausweis", login(ERIKA_MUSTERMANN).at(HIGH));
        assertThat(back.uri().getPath()).isEqualTo("/ausweis");
        assertThat(back.body()).contains("(hoch)");
        assertThat(browser.get(running.uri("/hund")).statusCode()).isEqualTo(200);
    }

    @Test
    void lets_nobody_else_prove_it_better_and_keeps_the_session_as_it_was() {
        logIn(browser, "/hund", login(ERIKA_MUSTERMANN).at(SUBSTANTIAL));
        HttpResponse<String> answer =
                logIn(browser, "/ausweis", login(MAX_MUSTERMANN).at(HIGH));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("anderen Nutzerkonto");
        assertThat(browser.get(running.uri("/hund")).body()).contains("(substanziell)");
        assertThat(browser.get(running.uri("/ausweis")).statusCode()).isEqualTo(303);
    }

    @Test
    void tells_no_more_than_a_number_about_a_forged_answer() {
        HttpResponse<String> answer = logIn(
                browser,
                "/hund",
                login(ERIKA_MUSTERMANN).at(SUBSTANTIAL).broken(ResponseDefect.RESPONSE_SIGNED_BY_STRANGER));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).containsPattern("Vorgang [0-9a-f]{8}").doesNotContain("signature", "Mustermann");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(session()).isEmpty();
    }

    @Test
    void takes_no_answer_in_a_browser_that_did_not_ask() {
        HttpResponse<String> fromAccount =
                atTheAccount(browser, "/hund", login(ERIKA_MUSTERMANN).at(SUBSTANTIAL));
        Browser victim = new Browser();

        assertThat(victim.post(running.uri("/saml/acs"), true, Browser.fields(fromAccount))
                        .statusCode())
                .isEqualTo(400);
        assertThat(victim.get(running.uri("/hund")).statusCode()).isEqualTo(303);
    }

    @Test
    void takes_every_answer_once() {
        HttpResponse<String> fromAccount =
                atTheAccount(browser, "/hund", login(ERIKA_MUSTERMANN).at(SUBSTANTIAL));

        assertThat(browser.press(fromAccount).statusCode()).isEqualTo(303);
        assertThat(browser.press(fromAccount).statusCode()).isEqualTo(400);
    }

    @Test
    void says_so_when_the_citizen_cancels_or_proves_too_little() {
        HttpResponse<String> cancelled = logIn(browser, "/hund", MockLogin.cancelled());
        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(cancelled.body()).contains("abgebrochen", "/saml/login?returnTo=%2Fhund");

        HttpResponse<String> tooLow =
                logIn(browser, "/hund", login(ERIKA_MUSTERMANN).at(BASIC));
        assertThat(tooLow.statusCode()).isEqualTo(403);
        assertThat(tooLow.body()).contains("reicht");
        assertThat(session()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SUBSTANTIAL, /hund, 29, 31", "HIGH, /ausweis, 4, 6"})
    void ends_a_session_that_nobody_uses(TrustLevel level, String page, int stillThere, int gone) {
        logIn(browser, page, login(ERIKA_MUSTERMANN).at(level));

        CLOCK.pass(Duration.ofMinutes(stillThere));
        assertThat(browser.get(running.uri(page)).statusCode()).isEqualTo(200);
        CLOCK.pass(Duration.ofMinutes(stillThere));
        assertThat(browser.get(running.uri(page)).statusCode()).isEqualTo(200);
        CLOCK.pass(Duration.ofMinutes(gone));
        assertThat(browser.get(running.uri(page)).statusCode()).isEqualTo(303);
        assertThat(browser.open(running.uri("/")).body()).contains("nicht angemeldet");
    }

    @Test
    void ends_a_session_after_its_whole_time_however_it_is_used() {
        logIn(browser, "/ausweis", login(ERIKA_MUSTERMANN).at(HIGH));
        for (int minutes = 4; minutes < 30; minutes += 4) {
            CLOCK.pass(Duration.ofMinutes(4));
            assertThat(browser.get(running.uri("/ausweis")).statusCode()).isEqualTo(200);
        }
        CLOCK.pass(Duration.ofMinutes(3));
        assertThat(browser.get(running.uri("/ausweis")).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "//evil.example", "/\\evil.example", "/%0d%0aX:1;", "/saml/login", "/%zz"
            })
    void returns_to_paths_of_its_own_only(String wanted) {
        HttpResponse<String> away = browser.get(running.uri("/saml/login?returnTo=" + encoded(wanted)));
        running.account.nextLogin(login(ERIKA_MUSTERMANN).at(HIGH));
        HttpResponse<String> answer = browser.press(browser.press(away));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ausweis?a=b", "/%61usweis", "/ausweis/x"})
    void asks_at_once_for_the_level_of_the_page_to_return_to(String wanted) {
        HttpResponse<String> away = browser.get(running.uri("/saml/login?returnTo=" + encoded(wanted)));
        running.account.nextLogin(login(ERIKA_MUSTERMANN).at(SUBSTANTIAL));

        assertThat(browser.press(browser.press(away)).statusCode()).isEqualTo(403);
    }

    @Test
    void logs_out_here_and_at_the_account_by_a_form_of_its_own_only() {
        HttpResponse<String> page =
                logIn(browser, "/hund", login(ERIKA_MUSTERMANN).at(SUBSTANTIAL));

        assertThat(browser.get(running.uri("/saml/logout")).statusCode()).isEqualTo(405);
        assertThat(browser.post(running.uri("/saml/logout"), false, Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get(running.uri("/hund")).statusCode()).isEqualTo(200);

        HttpResponse<String> toAccount = browser.submit(page);
        assertThat(browser.get(running.uri("/hund")).statusCode()).isEqualTo(303);
        HttpResponse<String> out = browser.submit(browser.submit(toAccount));
        assertThat(out.uri()).isEqualTo(running.uri("/"));
        assertThat(out.body()).contains("nicht angemeldet");
        assertThat(browser.get(running.uri("/hund")).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/hund;x=1", "//hund", "/x/..;/hund", "/x%2f..%2fhund", "/./hund", "/%2e/hund", "/x/%2e%2e/hund"
            })
    void refuses_paths_that_can_be_read_in_two_ways(String path) {
        assertThat(browser.get(running.uri(path)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hund", "/hund/", "/hund/x", "/%68und", "/hun%64/x"})
    void guards_a_path_and_all_below_it_however_it_is_written(String path) {
        assertThat(browser.get(running.uri(path)).statusCode()).isEqualTo(303);
    }

    @Test
    void does_not_lead_scripts_through_the_account() {
        assertThat(browser.get(running.uri("/hund"), "Sec-Fetch-Mode", "cors").statusCode())
                .isEqualTo(401);
        assertThat(browser.post(running.uri("/hund"), false, Map.of()).headers().firstValue("Location"))
                .hasValue("/saml/login?returnTo=%2F");
    }

    @Test
    void looks_at_the_body_of_an_answer_before_it_reads_it() throws IOException, InterruptedException {
        assertThat(browser.post(running.uri("/saml/acs"), true, Map.of("SAMLResponse", "A".repeat(800_000)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(browser.post(running.uri("/saml/acs?SAMLResponse=x"), true, Map.of("RelayState", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("application/json", BodyPublishers.ofString("{}"))).isEqualTo(415);
        assertThat(post(
                        "application/x-www-form-urlencoded",
                        BodyPublishers.fromPublisher(BodyPublishers.ofString("SAMLResponse=x"))))
                .isEqualTo(411);
    }

    @Test
    void shows_what_to_hand_in_at_the_account() {
        assertThat(browser.get(running.uri("/saml/metadata")).body())
                .isEqualTo(running.konto().metadata());
    }

    private static int post(String type, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(running.uri("/saml/acs"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", type)
                .POST(body)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private String session() {
        return browser.cookie(running.uri("/"), SESSION_COOKIE);
    }

    /** From the page to the account, where the form with the answer is. */
    private static HttpResponse<String> atTheAccount(Browser browser, String page, MockLogin login) {
        running.account.nextLogin(login);
        return browser.press(browser.open(running.uri(page)));
    }

    /** To the account and back, without the redirect that follows. */
    private static HttpResponse<String> answer(Browser browser, String page, MockLogin login) {
        return browser.press(atTheAccount(browser, page, login));
    }

    private static HttpResponse<String> logIn(Browser browser, String page, MockLogin login) {
        return browser.submit(atTheAccount(browser, page, login));
    }

    /** Goes on only when told to. */
    private static final class MovableClock extends Clock {

        private Instant now = Instant.now();

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public synchronized Instant instant() {
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

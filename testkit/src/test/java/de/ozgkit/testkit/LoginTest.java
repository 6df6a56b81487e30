// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static de.ozgkit.testkit.MockLogin.cancelled;
import static de.ozgkit.testkit.MockLogin.denied;
import static de.ozgkit.testkit.MockLogin.failed;
import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginMethod;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.Person;
import de.ozgkit.identity.PersonAttribute;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginTest {

    private static final DataSource DATABASE = Portal.h2();

    private static MockNutzerkonto account;
    private static LoginState state;
    private static Nutzerkonto konto;

    @BeforeAll
    static void start() {
        account = new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC());
        state = LoginState.jdbc(DATABASE);
        konto = Portal.with(account, state).build();
        account.serviceProvider(konto.metadata());
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    @Test
    void greets_erika_at_level_high() {
        LoginOutcome.Authenticated in = in(login(ERIKA_MUSTERMANN).at(TrustLevel.HIGH));

        assertThat(in.identity().displayName()).isEqualTo("ERIKA MUSTERMANN");
        assertThat(in.identity().key()).contains("k2jBT0cykDVqiKWia1VMzqmntTu-EwGskIYlcCIGt_8");
        assertThat(person(in).birthDate()).contains(LocalDate.of(1964, 8, 12));
        assertThat(person(in).mail()).contains("erika@example.test");
        assertThat(person(in).address()).hasValueSatisfying(address -> {
            assertThat(address.street()).contains("HEIDESTRAẞE 17");
            assertThat(address.city()).contains("KÖLN");
        });
        assertThat(person(in).trustIn(PersonAttribute.FAMILY_NAME)).contains(TrustLevel.HIGH);
        assertThat(person(in).trustIn(PersonAttribute.MAIL)).contains(TrustLevel.LOW);
        assertThat(person(in).get(PersonAttribute.PROVED_BY)).contains("eID");
        assertThat(in.level()).isEqualTo(TrustLevel.HIGH);
        assertThat(in.returnTo()).isEqualTo("/hund");
        assertThat(Duration.between(in.authenticatedAt(), in.session().endsAt()))
                .isCloseTo(Duration.ofMinutes(30), Duration.ofMinutes(1));
        assertThat(person(in).toString()).doesNotContain("ERIKA").doesNotContain("1964");
        assertThat(in.toString()).doesNotContain("MUSTERMANN");
    }

    @Test
    void gives_only_what_was_asked_for() {
        Login asking = Portal.login().asking(PersonAttribute.FAMILY_NAME);

        LoginOutcome outcome = Portal.walk(konto, account, asking, login(ERIKA_MUSTERMANN));

        assertThat(outcome).isInstanceOfSatisfying(LoginOutcome.Authenticated.class, in -> assertThat(
                        person(in).values())
                .containsOnlyKeys(PersonAttribute.FAMILY_NAME, PersonAttribute.KEY));
    }

    @Test
    void knows_people_with_one_name_and_half_a_birth_date() {
        LoginOutcome.Authenticated in = in(login(TestPersons.SINGLE_NAME));

        assertThat(person(in).givenName()).isEmpty();
        assertThat(in.identity().displayName()).isEqualTo("SUPRAPTO");
        assertThat(person(in).birthDate()).isEmpty();
        assertThat(person(in).birthDateText()).contains("1971");
        assertThat(person(in(login(TestPersons.WITHOUT_ADDRESS))).address()).isEmpty();
        assertThat(person(in(login(TestPersons.ABROAD))).familyName()).contains("Przykład-D'Exemple");
    }

    @Test
    void reads_signatures_with_pss_and_signs_with_it() {
        Nutzerkonto pss = Portal.with(account, state).signWithPss().build();

        assertThat(Portal.walk(
                        pss, account, Portal.login(), login(ERIKA_MUSTERMANN).signedWithPss()))
                .isInstanceOf(LoginOutcome.Authenticated.class);
    }

    @Test
    void the_account_may_sign_the_assertion_alone_if_the_portal_says_so() {
        MockLogin unsigned = login(ERIKA_MUSTERMANN).withUnsignedResponse();
        Nutzerkonto content =
                Portal.with(account, state).acceptUnsignedResponse().build();

        assertThat(Portal.walk(content, account, Portal.login(), unsigned))
                .isInstanceOf(LoginOutcome.Authenticated.class);
        rejected(LoginFailure.SIGNATURE_MISSING, () -> Portal.walk(konto, account, Portal.login(), unsigned));
    }

    @Test
    void tells_cancelled_from_denied_from_failed() {
        assertThat(Portal.walk(konto, account, Portal.login(), cancelled()))
                .isEqualTo(new LoginOutcome.Cancelled("/hund"));
        assertThat(Portal.walk(konto, account, Portal.login(), denied()))
                .isEqualTo(new LoginOutcome.Refused(LoginFailure.STATUS_DENIED, "/hund"));
        assertThat(Portal.walk(konto, account, Portal.login(), failed()))
                .isEqualTo(new LoginOutcome.Refused(LoginFailure.STATUS_OTHER, "/hund"));
    }

    @Test
    void does_not_believe_an_unsigned_cancel() {
        rejected(
                LoginFailure.SIGNATURE_MISSING,
                () -> Portal.walk(konto, account, Portal.login(), cancelled().withUnsignedResponse()));
    }

    @Test
    void refuses_a_level_below_the_one_asked_for_whatever_the_account_promises() {
        LoginOutcome outcome = Portal.walk(
                konto, account, Portal.login(), login(ERIKA_MUSTERMANN).at(TrustLevel.BASIC));

        assertThat(outcome).isEqualTo(new LoginOutcome.Refused(LoginFailure.LEVEL_TOO_LOW, "/hund"));
        String text = outcome.fold(in -> "", cancelled -> "", LoginOutcome.Refused::publicText);
        assertThat(text).contains("Online-Ausweis");
    }

    @ParameterizedTest
    @EnumSource
    void knows_every_level(TrustLevel level) {
        Login least = Login.atLeast(TrustLevel.BASIC);

        assertThat(Portal.walk(konto, account, least, login(ERIKA_MUSTERMANN).at(level)))
                .isInstanceOfSatisfying(LoginOutcome.Authenticated.class, in -> assertThat(in.level())
                        .isEqualTo(level));
    }

    @Test
    void lets_guests_in_only_where_they_are_allowed() {
        assertThat(Portal.walk(konto, account, Portal.login().allowingGuests(), login(TestPersons.GUEST)))
                .isInstanceOfSatisfying(
                        LoginOutcome.Authenticated.class,
                        in -> assertThat(in.identity().key()).isEmpty());
        assertThat(Portal.walk(konto, account, Portal.login(), login(TestPersons.GUEST)))
                .isEqualTo(new LoginOutcome.Refused(LoginFailure.ATTRIBUTE_MISSING, "/hund"));
    }

    @Test
    void asks_for_the_methods_that_the_service_offers() {
        Login eidOnly = Portal.login().by(LoginMethod.EID);

        assertThat(Portal.walk(konto, account, eidOnly, login(ERIKA_MUSTERMANN)))
                .isInstanceOf(LoginOutcome.Authenticated.class);
    }

    @Test
    void refuses_another_browser_and_leaves_the_log_in_open_for_the_right_one() {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        String response = account.answer(request, login(ERIKA_MUSTERMANN));
        BrowserKey stranger = BrowserKey.fresh(Tokens.secure());

        rejected(LoginFailure.UNSOLICITED, () -> konto.complete(response, Portal.relayState(request), stranger));
        assertThat(konto.complete(response, Portal.relayState(request), Portal.BROWSER))
                .isInstanceOf(LoginOutcome.Authenticated.class);
    }

    @Test
    void refuses_a_response_that_nobody_asked_for() {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        String response = account.answer(request, login(ERIKA_MUSTERMANN));

        rejected(LoginFailure.UNSOLICITED, () -> konto.complete(response, "unknown", Portal.BROWSER));
        rejected(LoginFailure.UNSOLICITED, () -> konto.complete(response, null, Portal.BROWSER));
        rejected(LoginFailure.UNSOLICITED, () -> konto.complete(response, "x".repeat(81), Portal.BROWSER));
        rejected(LoginFailure.NOT_A_RESPONSE, () -> konto.complete(null, Portal.relayState(request), Portal.BROWSER));
        rejected(LoginFailure.NOT_A_RESPONSE, () -> konto.complete("", Portal.relayState(request), Portal.BROWSER));
    }

    @Test
    void refuses_the_answer_to_another_log_in_of_the_same_browser() {
        LoginRequest first = konto.begin(Portal.login(), Portal.BROWSER);
        LoginRequest second = konto.begin(Portal.login(), Portal.BROWSER);
        String response = account.answer(first, login(ERIKA_MUSTERMANN));

        rejected(
                LoginFailure.IN_RESPONSE_TO, () -> konto.complete(response, Portal.relayState(second), Portal.BROWSER));
    }

    @Test
    void refuses_a_response_meant_for_another_city() {
        Nutzerkonto dorsten = Portal.with(account, state)
                .serviceProvider("https://dorsten.example.test", URI.create("https://dorsten.example.test/acs"))
                .build();
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        String response = account.answer(request, login(ERIKA_MUSTERMANN));

        rejected(
                LoginFailure.UNSOLICITED, () -> dorsten.complete(response, Portal.relayState(request), Portal.BROWSER));
    }

    @Test
    void refuses_a_tampered_response_and_the_right_one_after_it() {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        String tampered = account.answer(request, login(ERIKA_MUSTERMANN).broken(ResponseDefect.ASSERTION_TAMPERED));
        String right = account.answer(request, login(ERIKA_MUSTERMANN));

        rejected(
                LoginFailure.SIGNATURE_INVALID,
                () -> konto.complete(tampered, Portal.relayState(request), Portal.BROWSER));
        rejected(LoginFailure.REPLAY, () -> konto.complete(right, Portal.relayState(request), Portal.BROWSER));
    }

    @Test
    void the_same_response_posted_from_many_threads_logs_in_once() throws Exception {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        String response = account.answer(request, login(ERIKA_MUSTERMANN));
        Nutzerkonto otherNode = Portal.with(account, LoginState.jdbc(DATABASE)).build();
        int threads = 4;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier together = new CyclicBarrier(threads);
        try {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Nutzerkonto node = i % 2 == 0 ? konto : otherNode;
                results.add(pool.submit(() -> {
                    together.await();
                    return codeOf(() -> node.complete(response, Portal.relayState(request), Portal.BROWSER));
                }));
            }
            List<String> codes = new ArrayList<>();
            for (Future<String> result : results) {
                codes.add(result.get());
            }
            assertThat(codes).containsExactlyInAnyOrder("in", "saml.replay", "saml.replay", "saml.replay");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_log_in_survives_a_restart_and_goes_on_at_another_node() {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        String response = account.answer(request, login(ERIKA_MUSTERMANN));

        Nutzerkonto restarted = Portal.with(account, LoginState.jdbc(DATABASE)).build();

        BrowserKey fromCookie = BrowserKey.of(Portal.BROWSER.value());
        assertThat(restarted.complete(response, Portal.relayState(request), fromCookie))
                .isInstanceOf(LoginOutcome.Authenticated.class);
        rejected(LoginFailure.REPLAY, () -> konto.complete(response, Portal.relayState(request), Portal.BROWSER));
    }

    @Test
    void a_request_older_than_fifteen_minutes_is_not_answered_any_more() {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        Nutzerkonto later = Portal.with(account, state)
                .clock(at(Instant.now().plus(Duration.ofMinutes(16))))
                .build();

        rejected(
                LoginFailure.EXPIRED,
                () -> later.complete(
                        account.answer(request, login(ERIKA_MUSTERMANN)), Portal.relayState(request), Portal.BROWSER));
    }

    @Test
    void clocks_may_differ_by_the_skew_and_no_more() {
        assertThat(codeOf(() -> walkWithAccountAhead(Duration.ofSeconds(50)))).isEqualTo("in");
        assertThat(codeOf(() -> walkWithAccountAhead(Duration.ofSeconds(70)))).isEqualTo("saml.not_yet_valid");
        assertThat(codeOf(() -> walkWithAccountAhead(Duration.ofSeconds(-50)))).isEqualTo("in");
        assertThat(codeOf(() -> walkWithAccountAhead(Duration.ofSeconds(-70)))).isEqualTo("saml.expired");
    }

    @Test
    void a_former_key_still_opens_responses_while_the_account_changes_over() {
        Nutzerkonto rolledOver = Portal.with(account, state)
                .keys(Portal.IDP_KEY)
                .alsoOpensWith(Portal.SP_KEY)
                .build();
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);

        assertThat(rolledOver.complete(
                        account.answer(request, login(ERIKA_MUSTERMANN)), Portal.relayState(request), Portal.BROWSER))
                .isInstanceOf(LoginOutcome.Authenticated.class);
    }

    private static LoginOutcome walkWithAccountAhead(Duration ahead) {
        Instant now = Instant.now();
        try (MockNutzerkonto other =
                new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, at(now.plus(ahead)))) {
            Nutzerkonto at = Portal.with(other, state).clock(at(now)).build();
            other.serviceProvider(at.metadata());
            return Portal.walk(at, other, Portal.login(), login(ERIKA_MUSTERMANN));
        }
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static Person person(LoginOutcome.Authenticated in) {
        return (Person) in.identity();
    }

    private static LoginOutcome.Authenticated in(MockLogin script) {
        return (LoginOutcome.Authenticated) Portal.walk(konto, account, Portal.login(), script);
    }

    private static String codeOf(Callable<LoginOutcome> work) throws RuntimeException {
        try {
            return work.call().fold(in -> "in", cancelled -> "cancelled", refused -> "refused");
        } catch (RejectedException e) {
            return e.code();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rejected(LoginFailure failure, Callable<LoginOutcome> work) {
        assertThatThrownBy(work::call).isInstanceOfSatisfying(RejectedException.class, e -> assertThat(e.code())
                .isEqualTo(failure.code()));
    }
}

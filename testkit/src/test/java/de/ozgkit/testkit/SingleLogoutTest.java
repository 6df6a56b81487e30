// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.LogoutMessage;
import de.ozgkit.identity.LogoutOrder;
import de.ozgkit.identity.LogoutOutcome;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.UnverifiedLogout;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SingleLogoutTest {

    private static final URI SLO = URI.create("https://serviceportal.example.test/saml/slo");
    private static final LoginState STATE = LoginState.jdbc(Portal.h2());

    private static MockNutzerkonto account;
    private static Nutzerkonto konto;
    private static Nutzerkonto byRedirect;

    @BeforeAll
    static void start() {
        account = new MockNutzerkonto(0, AccountProfile.UNTERNEHMENSKONTO, Portal.IDP_KEY, Clock.systemUTC());
        konto = portal().build();
        byRedirect = portal().bindRequests(Binding.REDIRECT).build();
        account.serviceProvider(konto.metadata());
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    @Test
    void logs_out_at_the_account_and_comes_back() {
        LogoutMessage request = konto.beginLogout(handle(), "/abgemeldet").orElseThrow();

        LogoutOutcome outcome = konto.completeLogout(incoming(account.answer(request)));

        assertThat(outcome).isEqualTo(new LogoutOutcome(true, "/abgemeldet"));
        assertThat(request.destination()).isEqualTo(account.uri("/slo"));
        assertThat(request.page("/login.js")).contains("SAMLRequest");
        assertThat(request.headers().get("Content-Security-Policy")).contains("form-action " + account.uri());
    }

    @Test
    void logs_out_by_redirect() {
        LogoutMessage request = byRedirect.beginLogout(handle(), "/").orElseThrow();

        assertThat(request.redirect().orElseThrow().toString()).startsWith(account.uri("/slo") + "?SAMLRequest=");
        assertThat(byRedirect.completeLogout(incoming(account.answer(request))).everywhere())
                .isTrue();
    }

    @Test
    void an_account_without_single_log_out_leaves_it_to_the_portal() {
        IdpMetadata without = new IdpMetadata(
                account.metadata().entityId(),
                account.metadata().ssoLocation(),
                account.metadata().signingCertificates(),
                Optional.empty());

        assertThat(portal().identityProvider(without).build().beginLogout(handle(), "/"))
                .isEmpty();
    }

    @Test
    void an_answer_counts_once_and_only_with_its_request() {
        LogoutMessage answer = account.answer(konto.beginLogout(handle(), "/").orElseThrow());
        konto.completeLogout(incoming(answer));
        refused(LoginFailure.UNSOLICITED, () -> konto.completeLogout(incoming(answer)));

        LogoutMessage first = account.answer(konto.beginLogout(handle(), "/").orElseThrow());
        LogoutMessage second = account.answer(konto.beginLogout(handle(), "/").orElseThrow());
        refused(
                LoginFailure.IN_RESPONSE_TO,
                () -> konto.completeLogout(
                        posted(first, Map.of("RelayState", second.fields().get("RelayState")))));
        refused(LoginFailure.UNSOLICITED, () -> konto.completeLogout(posted(second, Map.of("RelayState", "unknown"))));
    }

    @Test
    void an_answer_must_be_signed_as_it_came() {
        refused(
                LoginFailure.SIGNATURE_MISSING,
                () -> konto.completeLogout(changed(xml -> xml.replaceAll("<ds:Signature .*</ds:Signature>", ""))));
        refused(
                LoginFailure.SIGNATURE_INVALID,
                () -> konto.completeLogout(changed(xml -> xml.replace("status:Success", "status:Responder"))));
        refused(
                LoginFailure.ALGORITHM_FORBIDDEN,
                () -> konto.completeLogout(changed(xml -> xml.replace(
                        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                        "http://www.w3.org/2000/09/xmldsig#rsa-sha1"))));
        refused(
                LoginFailure.SIGNATURE_INVALID,
                () -> konto.completeLogout(changed(xml -> xml.replace(
                        "</saml2p:LogoutResponse>",
                        xml.replaceAll("(?s).*(<ds:Signature .*</ds:Signature>).*", "$1")
                                + "</saml2p:LogoutResponse>"))));
        refused(
                LoginFailure.DTD_FORBIDDEN,
                () -> konto.completeLogout(changed(xml -> "<!DOCTYPE x>" + xml.replaceFirst("<\\?xml[^>]*>", ""))));
    }

    @Test
    void a_stranger_cannot_log_anybody_out() {
        try (var stranger = new MockNutzerkonto(
                0,
                AccountProfile.UNTERNEHMENSKONTO,
                MockNutzerkonto.newKey(MockNutzerkonto.KeyKind.RSA_2048, Clock.systemUTC()),
                Clock.systemUTC())) {
            stranger.serviceProvider(konto.metadata());
            for (Binding binding : Binding.values()) {
                refused(
                        LoginFailure.SIGNATURE_INVALID,
                        () -> konto.answerLogout(incoming(stranger.beginLogout(handle(), binding)), order -> true));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ends_the_session_that_the_account_names(Binding binding) {
        List<LogoutOrder> orders = new ArrayList<>();

        LogoutMessage answer = konto.answerLogout(incoming(account.beginLogout(handle(), binding)), orders::add);

        assertThat(account.endedBy(answer)).isTrue();
        assertThat(orders).singleElement().satisfies(order -> {
            assertThat(order.means(handle())).isTrue();
            assertThat(order.lookup()).isEqualTo(handle().lookup());
            assertThat(order.means(handle("other-session"))).isFalse();
            assertThat(order.means(named("du-2"))).isFalse();
            assertThat(order.toString()).doesNotContain("du-1");
        });
    }

    @Test
    void tells_the_account_if_there_was_nothing_to_end() {
        LogoutMessage answer =
                konto.answerLogout(incoming(account.beginLogout(handle(), Binding.POST)), order -> false);

        assertThat(account.endedBy(answer)).isFalse();
    }

    @Test
    void the_accounts_request_counts_once() {
        LogoutMessage request = account.beginLogout(handle(), Binding.REDIRECT);
        konto.answerLogout(incoming(request), order -> true);

        refused(LoginFailure.REPLAY, () -> konto.answerLogout(incoming(request), order -> true));
    }

    @Test
    void nothing_in_the_accounts_query_may_be_changed_or_doubled() {
        String query = account.beginLogout(handle(), Binding.REDIRECT)
                .redirect()
                .orElseThrow()
                .getRawQuery();
        String relayState = query.replaceAll(".*&RelayState=([^&]*).*", "$1");

        refusedQuery(LoginFailure.SIGNATURE_INVALID, query.replace(relayState, "x" + relayState.substring(1)));
        refusedQuery(LoginFailure.SIGNATURE_INVALID, query.replace("&RelayState=" + relayState, ""));
        refusedQuery(LoginFailure.SIGNATURE_MISSING, query.replaceAll("&Signature=.*", ""));
        refusedQuery(LoginFailure.SIGNATURE_MISSING, query.replaceAll("&SigAlg=[^&]*", ""));
        refusedQuery(LoginFailure.ALGORITHM_FORBIDDEN, query.replace("rsa-sha256", "rsa-sha1"));
        refusedQuery(LoginFailure.MALFORMED_XML, query + "&SAMLRequest=" + query.substring(12, 40));
        refusedQuery(LoginFailure.MALFORMED_XML, query + "&SAMLRe%71uest=again");
        refusedQuery(LoginFailure.MALFORMED_XML, query + "&SAMLResponse=again");
        refusedQuery(LoginFailure.MALFORMED_XML, query + "&x=" + "y".repeat(70_000));
    }

    @Test
    void checks_addressee_and_time() {
        Nutzerkonto elsewhere = portal().singleLogout(URI.create("https://serviceportal.example.test/other"))
                .build();
        Nutzerkonto late = portal().clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(7)))
                .build();
        Nutzerkonto early = portal().clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-3)))
                .build();

        refused(
                LoginFailure.DESTINATION,
                () -> elsewhere.answerLogout(incoming(account.beginLogout(handle(), Binding.POST)), order -> true));
        refused(
                LoginFailure.EXPIRED,
                () -> late.answerLogout(incoming(account.beginLogout(handle(), Binding.POST)), order -> true));
        refused(
                LoginFailure.NOT_YET_VALID,
                () -> early.answerLogout(incoming(account.beginLogout(handle(), Binding.POST)), order -> true));
    }

    @Test
    void a_request_is_no_answer_and_an_answer_no_request() {
        LogoutMessage answer = account.answer(konto.beginLogout(handle(), "/").orElseThrow());
        LogoutMessage request = account.beginLogout(handle(), Binding.POST);

        refused(LoginFailure.MALFORMED_XML, () -> konto.completeLogout(incoming(request)));
        refused(LoginFailure.MALFORMED_XML, () -> konto.answerLogout(incoming(answer), order -> true));
        refused(
                LoginFailure.MALFORMED_XML,
                () -> konto.completeLogout(UnverifiedLogout.posted(
                        Map.of("SAMLResponse", List.of(request.fields().get("SAMLRequest"))))));
    }

    private static Nutzerkonto.Builder portal() {
        return Nutzerkonto.unternehmenskonto()
                .serviceProvider(Portal.ENTITY_ID, Portal.ACS)
                .identityProvider(account.metadata())
                .keys(Portal.SP_KEY)
                .singleLogout(SLO)
                .state(STATE);
    }

    private static LogoutHandle handle() {
        return handle("session-1");
    }

    private static LogoutHandle handle(String session) {
        return new LogoutHandle(
                account.metadata().entityId(),
                "du-1",
                Optional.of("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(session));
    }

    private static LogoutHandle named(String name) {
        return new LogoutHandle(
                account.metadata().entityId(),
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("session-1"));
    }

    private static UnverifiedLogout changed(UnaryOperator<String> change) {
        LogoutMessage answer = account.answer(konto.beginLogout(handle(), "/").orElseThrow());
        String xml =
                new String(Base64.getDecoder().decode(answer.fields().get("SAMLResponse")), StandardCharsets.UTF_8);
        String broken = change.apply(xml);
        assertThat(broken).isNotEqualTo(xml);
        return posted(
                answer,
                Map.of("SAMLResponse", Base64.getEncoder().encodeToString(broken.getBytes(StandardCharsets.UTF_8))));
    }

    private static UnverifiedLogout posted(LogoutMessage message, Map<String, String> instead) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        message.fields().forEach((name, value) -> form.put(name, List.of(instead.getOrDefault(name, value))));
        return UnverifiedLogout.posted(form);
    }

    private static UnverifiedLogout incoming(LogoutMessage message) {
        return message.redirect()
                .map(address -> UnverifiedLogout.redirected(address.getRawQuery()))
                .orElseGet(() -> posted(message, Map.of()));
    }

    private static void refusedQuery(LoginFailure failure, String query) {
        refused(failure, () -> konto.answerLogout(UnverifiedLogout.redirected(query), order -> true));
    }

    private static void refused(LoginFailure failure, Callable<?> attempt) {
        assertThatThrownBy(attempt::call)
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(LoginFailure.of(e))
                        .contains(failure));
    }
}

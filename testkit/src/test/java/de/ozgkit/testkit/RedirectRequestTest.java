// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginMethod;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.PersonAttribute;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectRequestTest {

    private static final LoginState STATE = LoginState.jdbc(Portal.h2());

    private static MockNutzerkonto account;
    private static Nutzerkonto konto;

    @BeforeAll
    static void start() {
        account = new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC());
        konto = Portal.with(account, STATE).bindRequests(Binding.REDIRECT).build();
        account.serviceProvider(konto.metadata());
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    @Test
    void logs_in_with_a_request_in_the_address() {
        assertThat(walk(konto)).isInstanceOf(LoginOutcome.Authenticated.class);
    }

    @Test
    void logs_in_with_pss() {
        Nutzerkonto pss = Portal.with(account, STATE)
                .bindRequests(Binding.REDIRECT)
                .signWithPss()
                .build();

        assertThat(walk(pss)).isInstanceOf(LoginOutcome.Authenticated.class);
    }

    @Test
    void the_address_has_the_parameters_in_order_and_no_signature_inside() throws Exception {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        URI address = request.redirect().orElseThrow();

        assertThat(Arrays.stream(address.getRawQuery().split("&")).map(pair -> pair.split("=")[0]))
                .containsExactly("SAMLRequest", "RelayState", "SigAlg", "Signature");
        assertThat(address.toString()).startsWith(account.uri("/sso") + "?").hasSizeLessThan(8000);
        assertThat(request.fields()).isEmpty();
        assertThat(request.page("/login.js")).contains("id=\"ozg-login\"").contains(">Weiter</a>");
        assertThat(request.toString()).doesNotContain("SAMLRequest");
        assertThat(get(address.getRawQuery()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_by_redirect_cannot_be_read_if_anything_of_it_was_changed() throws Exception {
        String query = query();
        String relayState = parameter(query, "RelayState");

        refused(query.replace(relayState, "x" + relayState.substring(1)), "saml-request-not-signed");
        refused(query.replace("&RelayState=" + relayState, ""), "saml-request-not-signed");
        refused(query.replaceAll("&Signature=.*", ""), "saml-request-not-signed");
        refused(query.replace("rsa-sha256", "rsa-sha1"), "saml-algorithm");
        refused(query.replace("%2B", "%2b") + "&RelayState=again", "saml-duplicate-parameter");
        refused(query + "&SAMLRequest=again", "saml-duplicate-parameter");
        refused(query + "&more=1", "saml-unknown-parameter");
    }

    @Test
    void the_signature_covers_the_very_characters_and_not_what_they_mean() throws Exception {
        String query = query();
        String handle = parameter(query, "RelayState");
        String same = "%" + Integer.toHexString(handle.charAt(0)) + handle.substring(1);

        refused(query.replace("RelayState=" + handle, "RelayState=" + same), "saml-request-not-signed");
    }

    @Test
    void a_bomb_in_the_address_does_not_go_off() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            for (int i = 0; i < 5_000; i++) {
                out.write(new byte[1024]);
            }
        }
        String bomb = URLEncoder.encode(
                Base64.getEncoder().encodeToString(packed.toByteArray()), StandardCharsets.UTF_8);

        refused("SAMLRequest=" + bomb + "&SigAlg=x&Signature=AAAA", "saml-request-too-large");
    }

    @Test
    void refuses_to_make_an_address_that_is_too_long() {
        Nutzerkonto wordy = Portal.with(account, STATE)
                .bindRequests(Binding.REDIRECT)
                .onlineService("BMI-B0000001", incompressible())
                .build();

        assertThatThrownBy(() -> wordy.begin(Portal.login(), Portal.BROWSER))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e.code()).isEqualTo("saml.redirect_too_long");
                    assertThat(e.getMessage()).contains("by POST");
                });
    }

    @ParameterizedTest
    @CsvSource({"POST, en", "REDIRECT, uk"})
    void asks_for_everything_that_bundid_offers(Binding binding, String language) {
        Nutzerkonto full = Portal.with(account, STATE)
                .bindRequests(binding)
                .backUrl(URI.create("https://serviceportal.example.test/zurueck?a=1&b=2"))
                .requestTransientName()
                .build();
        Login login = Login.atLeast(TrustLevel.SUBSTANTIAL)
                .asking(AccountProfile.BUNDID.attributeNames().keySet().toArray(PersonAttribute[]::new))
                .requiring(PersonAttribute.FAMILY_NAME)
                .by(LoginMethod.EID, LoginMethod.ELSTER)
                .inLanguage(Locale.forLanguageTag(language));
        LoginRequest request = full.begin(login, Portal.BROWSER);

        assertThat(account.answer(request, login(ERIKA_MUSTERMANN))).isNotEmpty();
    }

    private LoginOutcome walk(Nutzerkonto portal) {
        LoginRequest request = portal.begin(Portal.login(), Portal.BROWSER);
        String handle = parameter(request.redirect().orElseThrow().getRawQuery(), "RelayState");
        return portal.complete(account.answer(request, login(ERIKA_MUSTERMANN)), handle, Portal.BROWSER);
    }

    private static String query() {
        return konto.begin(Portal.login(), Portal.BROWSER)
                .redirect()
                .orElseThrow()
                .getRawQuery();
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .collect(Collectors.joining());
    }

    private static void refused(String query, String code) throws Exception {
        HttpResponse<String> answer = get(query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(code);
    }

    private static HttpResponse<String> get(String query) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(account.uri("/sso") + "?" + query)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String incompressible() {
        return Base64.getEncoder()
                .encodeToString(Tokens.from(new Random(1)).bytes(6000));
    }
}

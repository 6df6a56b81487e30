// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import static de.ozgkit.testkit.MockLogin.cancelled;
import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.Person;
import de.ozgkit.identity.PersonAttribute;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockNutzerkontoTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private MockNutzerkonto account;
    private Nutzerkonto konto;

    @BeforeEach
    void start() {
        account = new MockNutzerkonto(0, AccountProfile.SERVICEKONTO_NRW, Portal.IDP_KEY, Clock.systemUTC());
        konto = Nutzerkonto.servicekontoNrw()
                .serviceProvider(Portal.ENTITY_ID, Portal.ACS)
                .identityProvider(account.metadata())
                .keys(Portal.SP_KEY)
                .onlineService("BMI-B0000001", "Stadt Recklinghausen")
                .state(LoginState.jdbc(Portal.h2()))
                .build();
        account.serviceProvider(konto.metadata());
    }

    @AfterEach
    void stop() {
        account.assertNoUnexpectedCalls();
        account.close();
    }

    @Test
    void a_citizen_walks_through_the_pages_without_javascript() throws Exception {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);

        HttpResponse<String> choice = post(request.destination(), request.fields());

        assertThat(choice.body())
                .contains("<html lang=\"de\">", "<title>Anmeldung – Servicekonto.NRW", "Stadt Recklinghausen")
                .contains("<label for=\"person-erika\">Erika Mustermann</label>", "Abbrechen", "ELSTER")
                .doesNotContain("Benutzername und Passwort", "Gast ohne Konto");
        HttpResponse<String> sending = post(
                account.uri("/login"),
                hidden(choice.body(), Map.of("person", "max", "method", "ELSTER", "action", "login")));
        assertThat(sending.body()).contains("action=\"" + Portal.ACS + "\"", "<button type=\"submit\">Weiter</button>");
        assertThat(sending.headers().firstValue("Content-Security-Policy"))
                .contains(
                        "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                                + " form-action https://serviceportal.example.test");
        assertThat(complete(sending)).isInstanceOfSatisfying(LoginOutcome.Authenticated.class, in -> {
            assertThat(in.identity().displayName()).isEqualTo("Max Mustermann");
            assertThat(in.level()).isEqualTo(TrustLevel.SUBSTANTIAL);
        });
    }

    @Test
    void a_citizen_cancels_on_the_page() throws Exception {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        HttpResponse<String> choice = post(request.destination(), request.fields());

        HttpResponse<String> sending =
                post(account.uri("/login"), hidden(choice.body(), Map.of("person", "max", "action", "cancel")));

        assertThat(complete(sending)).isEqualTo(new LoginOutcome.Cancelled("/hund"));
    }

    @Test
    void a_citizen_chooses_how_the_account_answers() throws Exception {
        assertThat(choosing(Map.of("person", "max", "method", "EIDAS_HIGH", "action", "login")))
                .isEqualTo("Max Mustermann HIGH eIDAS");
        assertThat(choosing(Map.of("person", "max", "ending", "DENIED", "action", "login")))
                .isEqualTo("STATUS_DENIED");
        assertThat(choosing(Map.of("person", "max", "ending", "FAILED", "action", "login")))
                .isEqualTo("STATUS_OTHER");
        assertThat(choosing(Map.of("person", "max", "defect", "STATUS_DETAIL", "action", "login")))
                .isEqualTo("ATTRIBUTE_MISSING");
    }

    private String choosing(Map<String, String> choice) throws IOException, InterruptedException {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        HttpResponse<String> page = post(request.destination(), request.fields());
        return complete(post(account.uri("/login"), hidden(page.body(), choice)))
                .fold(
                        in -> in.identity().displayName() + " " + in.level() + " "
                                + ((Person) in.identity())
                                        .get(PersonAttribute.PROVED_BY)
                                        .orElse(""),
                        cancelled -> "cancelled",
                        refused -> refused.reason().name());
    }

    @Test
    void a_script_answers_at_once_and_in_order() throws Exception {
        account.nextLogin(login(ERIKA_MUSTERMANN).at(TrustLevel.HIGH), cancelled());

        LoginRequest first = konto.begin(Portal.login(), Portal.BROWSER);
        assertThat(complete(post(first.destination(), first.fields()))).isInstanceOf(LoginOutcome.Authenticated.class);
        LoginRequest second = konto.begin(Portal.login(), Portal.BROWSER);
        assertThat(complete(post(second.destination(), second.fields()))).isInstanceOf(LoginOutcome.Cancelled.class);
        assertThat(account.requests("/sso")).hasSize(2);
    }

    @Test
    void an_organisation_is_chosen_on_the_page_of_its_account() throws Exception {
        try (var business =
                new MockNutzerkonto(0, AccountProfile.UNTERNEHMENSKONTO, Portal.IDP_KEY, Clock.systemUTC())) {
            Nutzerkonto portal = Portal.with(business, LoginState.jdbc(Portal.h2()), Nutzerkonto.unternehmenskonto())
                    .build();
            business.serviceProvider(portal.metadata());
            LoginRequest request = portal.begin(Portal.login(), Portal.BROWSER);

            HttpResponse<String> choice = post(request.destination(), request.fields());
            HttpResponse<String> sending = post(
                    business.uri("/login"),
                    hidden(choice.body(), Map.of("person", "gartenbau", "method", "ELSTER", "action", "login")));

            assertThat(choice.body())
                    .contains("<title>Anmeldung – Mein Unternehmenskonto", "Welches Unternehmen", "Beispiel AG")
                    .contains("Max Mustermann (Privatperson mit IdNr)", "ELSTER-Zertifikat")
                    .doesNotContain("Gefordertes Vertrauensniveau", "Online-Ausweis", "Gast ohne Konto")
                    .doesNotContain("LEVEL_IN_OTHER_CASE");
            Map<String, String> fields = hidden(sending.body(), Map.of());
            assertThat(portal.complete(fields.get("SAMLResponse"), fields.get("RelayState"), Portal.BROWSER))
                    .isInstanceOfSatisfying(
                            LoginOutcome.Authenticated.class,
                            in -> assertThat(in.identity().displayName()).isEqualTo("Gartenbau Erika Mustermann"));
        }
    }

    @Test
    void serves_metadata_and_the_script_of_its_page() throws Exception {
        assertThat(get("/metadata").body()).contains("entityID=\"" + account.uri("/idp") + "\"", "IDPSSODescriptor");
        assertThat(get("/auto-submit.js").body()).contains("submit()");
    }

    @Test
    void shows_the_error_codes_of_bundid() throws Exception {
        assertThat(codeFor(xml -> xml.replaceAll("(?s)<ds:Signature .*?</ds:Signature>", "")))
                .isEqualTo("saml-request-not-signed");
        assertThat(codeFor(xml -> xml.replace("Stadt Recklinghausen", "Stadt Elsewhere")))
                .isEqualTo("saml-request-not-signed");
        assertThat(codeFor(xml -> "nonsense")).isEqualTo("saml-request-unreadable");
        assertThat(codeFor(xml -> xml.replace(Portal.ENTITY_ID + "<", "https://stranger.example.test<")))
                .isEqualTo("saml-unknown-issuer");
        assertThat(codeOf(post(account.uri("/login"), Map.of("handle", "unknown"))))
                .isEqualTo("session-unknown");
    }

    @Test
    void refuses_a_service_without_the_akdb_extension() throws Exception {
        Nutzerkonto plain = Nutzerkonto.of(AccountProfile.BUNDID.withoutAkdbExtension())
                .serviceProvider(Portal.ENTITY_ID, Portal.ACS)
                .identityProvider(account.metadata())
                .keys(Portal.SP_KEY)
                .state(LoginState.jdbc(Portal.h2()))
                .build();
        LoginRequest request = plain.begin(Portal.login(), Portal.BROWSER);

        assertThat(codeOf(post(request.destination(), request.fields()))).isEqualTo("akdb-extension-missing");
    }

    @Test
    void refuses_a_service_whose_id_is_not_one_of_bundid() throws Exception {
        Nutzerkonto wrong = Portal.with(account, LoginState.jdbc(Portal.h2()))
                .onlineService("4711", "Stadt Recklinghausen")
                .build();
        LoginRequest request = wrong.begin(Portal.login(), Portal.BROWSER);

        assertThat(codeOf(post(request.destination(), request.fields()))).isEqualTo("online-service-id-missing");
    }

    @Test
    void takes_the_metadata_of_a_portal_from_a_file_that_is_written_later(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sp.xml");
        try (MockNutzerkonto other = new MockNutzerkonto(0, AccountProfile.BUNDID, Portal.IDP_KEY, Clock.systemUTC())
                .serviceProvider(file)) {
            Nutzerkonto portal =
                    Portal.with(other, LoginState.jdbc(Portal.h2())).build();
            Files.writeString(file, portal.metadata());

            assertThat(Portal.walk(portal, other, Portal.login(), login(ERIKA_MUSTERMANN)))
                    .isInstanceOf(LoginOutcome.Authenticated.class);
        }
    }

    private String codeFor(UnaryOperator<String> change) throws IOException, InterruptedException {
        LoginRequest request = konto.begin(Portal.login(), Portal.BROWSER);
        Map<String, String> fields = new LinkedHashMap<>(request.fields());
        String xml = new String(Base64.getDecoder().decode(fields.get("SAMLRequest")), StandardCharsets.UTF_8);
        fields.put(
                "SAMLRequest",
                Base64.getEncoder().encodeToString(change.apply(xml).getBytes(StandardCharsets.UTF_8)));
        return codeOf(post(request.destination(), fields));
    }

    private static String codeOf(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(400);
        Matcher code = Pattern.compile("<code>([^<]*)</code>").matcher(page.body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private LoginOutcome complete(HttpResponse<String> page) {
        Map<String, String> fields = hidden(page.body(), Map.of());
        return konto.complete(fields.get("SAMLResponse"), fields.get("RelayState"), Portal.BROWSER);
    }

    private static Map<String, String> hidden(String html, Map<String, String> more) {
        Map<String, String> fields = Forms.hidden(html);
        fields.putAll(more);
        return fields;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(account.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI target, Map<String, String> fields) throws IOException, InterruptedException {
        return Forms.send(target, fields);
    }
}

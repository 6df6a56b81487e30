// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static de.ozgkit.testkit.MockLogin.cancelled;
import static de.ozgkit.testkit.MockLogin.denied;
import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static de.ozgkit.testkit.TestPersons.GUEST;
import static de.ozgkit.testkit.TestPersons.MAX_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.identity.AccountLinks;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginOutcome.Authenticated;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.LogoutMessage;
import de.ozgkit.identity.MetadataSource;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.Organisation;
import de.ozgkit.identity.OrganisationAttribute;
import de.ozgkit.identity.UnverifiedLogout;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto;
import de.ozgkit.testkit.ResponseDefect;
import de.ozgkit.testkit.ResponseStyle;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guide, "Log in with BundID / Servicekonto.NRW": every snippet against the mock. */
class LogInTest {

    private static final char[] PASSWORD = "for-this-test-only".toCharArray();
    private static final KeyMaterial KEY = MockNutzerkonto.newKey(Clock.systemUTC());
    private static final KeyMaterial ACCOUNT_KEY = MockNutzerkonto.newKey(Clock.systemUTC());
    private static final LoginState STATE = LoginState.jdbc(Databases.fresh());
    private static final String LOGIN_COOKIE = "__Host-ozg-login=";

    @TempDir
    private static Path folder;

    private static MockNutzerkonto account;
    private static Nutzerkonto konto;

    private final List<Authenticated> sessions = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        account = mock(AccountProfile.BUNDID);
        KEY.writePkcs12(folder.resolve("portal.p12"), PASSWORD);
        HttpGateway http = HttpGateway.to("account").build();
        Path metadata = Files.write(
                folder.resolve("bundid.xml"),
                http.send(HttpCall.get(account.uri("/metadata"))).body());
        konto = LogIn.account(metadata, folder.resolve("portal.p12"), PASSWORD, Databases.fresh());
        account.serviceProvider(konto.metadata());
    }

    @AfterAll
    static void stop() {
        account.close();
    }

    @AfterEach
    void the_account_understood_everything() {
        account.assertNoUnexpectedCalls();
    }

    @Test
    void leads_to_the_account_and_back_into_a_new_session() {
        Reply page = LogIn.begin(konto, null);
        assertThat(page.headers()).containsKeys("Content-Security-Policy", "Content-Type", "Cache-Control");
        assertThat(page.cookies()).singleElement().asString().startsWith(LOGIN_COOKIE);
        assertThat(page.html()).contains("/assets/login.js");

        Reply back = answered(page, login(ERIKA_MUSTERMANN).at(TrustLevel.SUBSTANTIAL));

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.headers()).containsEntry("Location", "/hund");
        assertThat(back.cookies()).hasSize(2).contains("session=1").anyMatch(c -> c.contains("Max-Age=0"));
        assertThat(sessions)
                .singleElement()
                .satisfies(in -> assertThat(in.identity().displayName()).isEqualTo("ERIKA MUSTERMANN"));
    }

    @Test
    void takes_the_key_that_the_browser_has_already() {
        String cookie = value(LogIn.begin(konto, null));

        assertThat(value(LogIn.begin(konto, cookie))).isEqualTo(cookie);
        assertThat(value(LogIn.begin(konto, "forged;"))).isNotEqualTo("forged;");
    }

    @Test
    void tells_the_citizen_what_happened_otherwise() {
        assertThat(walk(cancelled()).html()).contains("abgebrochen");
        assertThat(walk(denied()).status()).isEqualTo(403);
        assertThat(walk(login(ERIKA_MUSTERMANN).at(TrustLevel.BASIC)).html()).contains("Online-Ausweis");
        assertThat(walk(login(ERIKA_MUSTERMANN).broken(ResponseDefect.ASSERTION_TAMPERED))
                        .status())
                .isEqualTo(400);
        assertThat(LogIn.complete(konto, "", "", null, in -> "").status()).isEqualTo(400);
        assertThat(sessions).isEmpty();
    }

    @Test
    void keeps_in_the_session_what_is_needed_later() {
        Authenticated in = in(konto, account, login(ERIKA_MUSTERMANN).at(TrustLevel.SUBSTANTIAL));
        LogIn.Session session = LogIn.Session.of(konto, in);
        Instant now = in.authenticatedAt();

        assertThat(session.account()).isEqualTo(account.uri("/idp").toString());
        assertThat(session.key()).isEqualTo(in.identity().key()).isPresent();
        assertThat(session.isEnough(TrustLevel.SUBSTANTIAL, now, now)).isTrue();
        assertThat(session.isEnough(TrustLevel.HIGH, now, now)).isFalse();
        assertThat(session.isEnough(TrustLevel.LOW, now, now.plus(Duration.ofMinutes(31))))
                .as("half an hour without a click")
                .isFalse();
        Instant evening = now.plus(Duration.ofMinutes(121));
        assertThat(session.isEnough(TrustLevel.LOW, evening, evening))
                .as("two hours")
                .isFalse();
    }

    @Test
    void steps_up_the_same_person_only() {
        Authenticated before = in(konto, account, login(ERIKA_MUSTERMANN).at(TrustLevel.SUBSTANTIAL));
        BrowserKey browser = BrowserKey.of(value(LogIn.begin(konto, null)));

        LoginRequest go = LogIn.stepUp(konto, before.identity(), browser);
        assertThat(complete(konto, account, go, browser, login(ERIKA_MUSTERMANN)))
                .isInstanceOfSatisfying(Authenticated.class, in -> {
                    assertThat(in.level()).isEqualTo(TrustLevel.HIGH);
                    assertThat(in.returnTo()).isEqualTo("/ausweis");
                });

        LoginRequest again = LogIn.stepUp(konto, before.identity(), browser);
        assertThat(complete(konto, account, again, browser, login(MAX_MUSTERMANN)))
                .isEqualTo(new LoginOutcome.Refused(LoginFailure.OTHER_PERSON, "/ausweis"));
    }

    @Test
    void lets_guests_in_where_the_service_may() {
        BrowserKey browser = BrowserKey.of(value(LogIn.begin(konto, null)));

        assertThat(complete(konto, account, LogIn.guest(konto, browser), browser, login(GUEST)))
                .isInstanceOfSatisfying(Authenticated.class, in -> {
                    assertThat(in.temporary()).isTrue();
                    assertThat(in.identity().displayName()).isEqualTo("Toni Gast");
                });
        assertThat(walk(login(GUEST)).html()).as("and nowhere else").contains("fehlen Angaben");
    }

    @Test
    void logs_out_here_alone_at_bundid() {
        Authenticated in = in(konto, account, login(ERIKA_MUSTERMANN));
        List<String> ended = new ArrayList<>();

        Reply reply = LogIn.logOut(konto, in.logout().asText(), () -> ended.add("session"));

        assertThat(reply.headers()).containsEntry("Location", "/abgemeldet");
        assertThat(ended).hasSize(1);
    }

    @Test
    void logs_out_at_mein_unternehmenskonto_too() {
        try (MockNutzerkonto elster = mock(AccountProfile.UNTERNEHMENSKONTO)) {
            Nutzerkonto business = LogIn.business(elster.metadata(), KEY, STATE);
            elster.serviceProvider(business.metadata());
            LogoutHandle handle = new LogoutHandle(
                    business.account(),
                    "du-1",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("s1"));

            Reply away = LogIn.logOut(business, handle.asText(), () -> {});
            assertThat(away.html()).contains("SAMLRequest");
            LogoutMessage request = new LogoutMessage(elster.uri("/slo"), hidden(away), Binding.POST);
            Reply back = LogIn.loggedOut(business, incoming(elster.answer(request)), order -> true);
            assertThat(back.headers()).containsEntry("Location", "/abgemeldet");

            LogoutMessage order = elster.beginLogout(handle, Binding.POST);
            Reply answer = LogIn.loggedOut(business, incoming(order), one -> one.means(handle));
            assertThat(elster.endedBy(new LogoutMessage(elster.uri("/slo"), hidden(answer), Binding.POST)))
                    .isTrue();
        }
    }

    @Test
    void greets_persons_and_organisations() {
        Organisation club = new Organisation(
                Map.of(
                        OrganisationAttribute.NAME, "Hundefreunde e. V.",
                        OrganisationAttribute.LEGAL_FORM_TEXT, "Verein"),
                Optional.empty(),
                Optional.empty(),
                Map.of());

        assertThat(LogIn.greeting(club)).isEqualTo("Guten Tag Hundefreunde e. V., Verein");
        assertThat(LogIn.greeting(in(konto, account, login(MAX_MUSTERMANN)).identity()))
                .startsWith("Guten Tag Max");
    }

    @Test
    void links_a_former_account_when_both_logged_in() {
        try (MockNutzerkonto servicekonto = mock(AccountProfile.SERVICEKONTO_NRW)) {
            Nutzerkonto nrw = with(Nutzerkonto.servicekontoNrw(), servicekonto).build();
            servicekonto.serviceProvider(nrw.metadata());
            AccountLinks links = AccountLinks.jdbc(Databases.fresh());
            Authenticated former = in(nrw, servicekonto, login(MAX_MUSTERMANN));
            Authenticated present = in(konto, account, login(ERIKA_MUSTERMANN));
            String key = present.identity().key().orElseThrow();

            assertThat(LogIn.keys(links, nrw.account(), konto, key)).containsExactly(key);
            assertThat(LogIn.link(links, former, present, Instant.now())).isTrue();
            assertThat(LogIn.keys(links, nrw.account(), konto, key))
                    .containsExactly(key, former.identity().key().orElseThrow());
        }
    }

    @Test
    void signs_and_opens_with_a_key_that_it_does_not_hold() {
        ModuleKey module = new ModuleKey(KEY.certificate(), KEY.privateKey());
        Nutzerkonto withModule =
                withoutKey(Nutzerkonto.bundId(), account).keys(module).build();

        assertThat(in(withModule, account, login(ERIKA_MUSTERMANN)).identity().key())
                .isPresent();
        Nutzerkonto pss = withoutKey(Nutzerkonto.bundId(), account)
                .keys(module)
                .signWithPss()
                .build();
        assertThatThrownBy(() -> LogIn.begin(pss, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void believes_the_pinned_certificates_of_fetched_metadata_only() throws Exception {
        Path copy = folder.resolve("data/bundid.xml");
        String pin = fingerprint(account.metadata());

        MetadataSource source = LogIn.metadata(account.uri("/metadata"), copy, pin);
        Nutzerkonto fetched =
                with(Nutzerkonto.bundId(), account).identityProvider(source).build();
        assertThat(in(fetched, account, login(ERIKA_MUSTERMANN)).temporary()).isFalse();
        assertThat(copy).exists();

        MetadataSource wrong = LogIn.metadata(account.uri("/metadata"), folder.resolve("other.xml"), "00".repeat(32));
        assertThatThrownBy(wrong::current).hasMessageContaining("saml.metadata");
    }

    @Test
    void logs_in_at_another_identity_provider() {
        AccountProfile profile = LogIn.keycloak();
        ResponseStyle keycloak =
                ResponseStyle.usual().with(ResponseStyle.NameId.PERSISTENT).with(ResponseStyle.Prefixes.KEYCLOAK);
        try (MockNutzerkonto realm = mock(profile)) {
            Nutzerkonto portal = with(Nutzerkonto.of(profile), realm).build();
            realm.serviceProvider(portal.metadata());
            BrowserKey browser = BrowserKey.of(value(LogIn.begin(konto, null)));
            LoginRequest go = portal.begin(Login.atLeast(TrustLevel.LOW), browser);

            MockLogin script = login(ERIKA_MUSTERMANN).at(TrustLevel.LOW).in(keycloak);
            assertThat(complete(portal, realm, go, browser, script)).isInstanceOfSatisfying(Authenticated.class, in -> {
                assertThat(in.identity().key()).isPresent();
                assertThat(in.identity().displayName()).isEqualTo("ERIKA MUSTERMANN");
            });
        }
    }

    @Test
    void both_keys_are_published_and_open_while_they_change() {
        KeyMaterial next = MockNutzerkonto.newKey(Clock.systemUTC());
        try (MockNutzerkonto other = mock(AccountProfile.BUNDID)) {
            Nutzerkonto before = LogIn.changing(withoutKey(Nutzerkonto.bundId(), other), KEY, next)
                    .build();
            Nutzerkonto after = LogIn.changing(withoutKey(Nutzerkonto.bundId(), other), next, KEY)
                    .build();
            assertThat(before.metadata().split("use=\"signing\"", -1)).hasSize(3);
            assertThat(before.metadata().split("use=\"encryption\"", -1)).hasSize(3);

            other.serviceProvider(before.metadata()); // which encrypts for the first of the two
            assertThat(in(before, other, login(ERIKA_MUSTERMANN)).temporary()).isFalse();
            assertThat(in(after, other, login(ERIKA_MUSTERMANN)).temporary()).isFalse();
        }
    }

    @Test
    void the_chapter_tells_what_every_refusal_means() {
        String chapter = Checkout.text(Checkout.file("docs/guide/log-in.md"));

        assertThat(LoginFailure.values()).allSatisfy(failure -> assertThat(chapter)
                .containsPattern("\\| [^|]*`" + failure.code() + "`[^|]* \\|"));
    }

    private Reply walk(MockLogin script) {
        return answered(LogIn.begin(konto, null), script);
    }

    /** What the browser does with the page, and what the account answers. */
    private Reply answered(Reply page, MockLogin script) {
        Document html = Jsoup.parse(page.html());
        Map<String, String> fields = hidden(page);
        LoginRequest request = new LoginRequest(URI.create(html.select("form").attr("action")), fields);
        return LogIn.complete(
                konto, account.answer(request, script), fields.get("RelayState"), value(page), this::newSession);
    }

    private String newSession(Authenticated in) {
        sessions.add(in);
        return "session=" + sessions.size();
    }

    private static MockNutzerkonto mock(AccountProfile profile) {
        return new MockNutzerkonto(0, profile, ACCOUNT_KEY, Clock.systemUTC());
    }

    private static Nutzerkonto.Builder with(Nutzerkonto.Builder portal, MockNutzerkonto account) {
        return withoutKey(portal, account).keys(KEY);
    }

    private static Nutzerkonto.Builder withoutKey(Nutzerkonto.Builder portal, MockNutzerkonto account) {
        return portal.serviceProvider("https://portal.example.de", URI.create("https://portal.example.de/saml/acs"))
                .identityProvider(account.metadata())
                .onlineService("BMI-B0000001", "Stadt Recklinghausen")
                .state(STATE);
    }

    private static Authenticated in(Nutzerkonto konto, MockNutzerkonto account, MockLogin script) {
        BrowserKey browser = BrowserKey.of(value(LogIn.begin(konto, null)));
        LoginRequest go = konto.begin(Login.atLeast(TrustLevel.SUBSTANTIAL), browser);
        LoginOutcome outcome = complete(konto, account, go, browser, script);
        assertThat(outcome).isInstanceOf(Authenticated.class);
        return (Authenticated) outcome;
    }

    private static LoginOutcome complete(
            Nutzerkonto konto, MockNutzerkonto account, LoginRequest go, BrowserKey browser, MockLogin script) {
        return konto.complete(account.answer(go, script), go.fields().get("RelayState"), browser);
    }

    private static UnverifiedLogout incoming(LogoutMessage message) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        message.fields().forEach((name, value) -> form.put(name, List.of(value)));
        return UnverifiedLogout.posted(form);
    }

    private static Map<String, String> hidden(Reply page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Jsoup.parse(page.html())
                .select("input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        return fields;
    }

    private static String value(Reply page) {
        String cookie = page.cookies().get(0);
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private static String fingerprint(IdpMetadata metadata) throws Exception {
        byte[] certificate = metadata.signingCertificates().get(0).getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    }
}

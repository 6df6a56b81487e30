// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static de.ozgkit.testkit.MockLogin.cancelled;
import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto;
import de.ozgkit.testkit.OzgMocks;
import de.ozgkit.testkit.ResponseDefect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OzgMocks
class LogInTest {

    private static final char[] PASSWORD = "for-this-test-only".toCharArray();

    @TempDir
    static Path folder;

    private Nutzerkonto konto;
    private MockNutzerkonto account;

    @BeforeAll
    static void makeKey() {
        KeyMaterial.selfSigned("portal.example.de", Duration.ofDays(1), Clock.systemUTC())
                .writePkcs12(folder.resolve("portal.p12"), PASSWORD);
    }

    @BeforeEach
    void setUp(MockNutzerkonto mock) throws IOException {
        account = mock;
        HttpGateway http = HttpGateway.to("account").build();
        Path metadata = Files.write(
                folder.resolve("bundid.xml"),
                http.send(HttpCall.get(account.uri("/metadata"))).body());
        konto = LogIn.account(metadata, folder.resolve("portal.p12"), PASSWORD, Databases.fresh());
        account.serviceProvider(konto.metadata());
    }

    @Test
    void greets_whom_the_account_knows() {
        assertThat(walk(login(ERIKA_MUSTERMANN).at(TrustLevel.SUBSTANTIAL)))
                .isEqualTo("Guten Tag ERIKA MUSTERMANN (SUBSTANTIAL)");
    }

    @Test
    void says_what_happened_otherwise() {
        assertThat(walk(cancelled())).isEqualTo("Anmeldung abgebrochen");
        assertThat(walk(login(ERIKA_MUSTERMANN).at(TrustLevel.BASIC))).contains("Online-Ausweis");
        assertThat(walk(login(ERIKA_MUSTERMANN).broken(ResponseDefect.ASSERTION_TAMPERED)))
                .doesNotContain("Guten Tag");
        assertThat(LogIn.complete(konto, "", "", null)).doesNotContain("Guten Tag");
    }

    @Test
    void keeps_the_key_in_a_cookie_of_its_own() {
        BrowserKey fresh = LogIn.browser(null);

        assertThat(LogIn.browser(fresh.value()).hash()).isEqualTo(fresh.hash());
        assertThat(LogIn.setCookie(fresh))
                .startsWith("__Host-ozg-login=" + fresh.value())
                .contains("Secure", "HttpOnly", "SameSite=None", "Path=/");
    }

    private String walk(MockLogin script) {
        BrowserKey browser = LogIn.browser(null);
        Document page = Jsoup.parse(LogIn.begin(konto, browser));
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.val()));
        LoginRequest request = new LoginRequest(URI.create(page.select("form").attr("action")), fields);
        String answer = account.answer(request, script);
        return LogIn.complete(konto, answer, fields.getOrDefault("RelayState", ""), browser.value());
    }
}

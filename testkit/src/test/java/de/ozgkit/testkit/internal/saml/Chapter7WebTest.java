// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Chapter7.verdict;
import static de.ozgkit.testkit.internal.saml.Handmade.replacing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginCookie;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.testkit.MockNutzerkonto;
import de.ozgkit.testkit.MockNutzerkonto.KeyKind;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@DisplayName("Chapter 7, web")
class Chapter7WebTest {

    private static final Nutzerkonto KONTO =
            Handmade.portal(Handmade.keycloak()).build();

    @Nested
    @DisplayName("line 19: the relay state is a random handle, and the way back leads nowhere else")
    class Line19 {

        @Test
        void a_handle_fits_into_eighty_bytes_and_is_another_every_time() {
            String first = Handmade.begin(KONTO).fields().get("RelayState");
            String second = Handmade.begin(KONTO).fields().get("RelayState");

            assertThat(first).hasSizeBetween(22, 80).isNotEqualTo(second).doesNotContain("hund");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example.test",
                    "//evil.example.test",
                    "/\\evil.example.test",
                    "javascript:x",
                    ""
                })
        void no_way_back_to_somebody_else(String path) {
            assertThatThrownBy(() -> Login.atLeast(TrustLevel.BASIC).returningTo(path))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    @DisplayName("line 20: a log-in is bound to a cookie that comes back from another site")
    class Line20 {

        @Test
        void the_cookie_is_for_this_host_and_for_no_script() {
            assertThat(LoginCookie.of(Handmade.ACS).set(Handmade.BROWSER))
                    .startsWith("__Host-")
                    .contains("; Path=/;")
                    .contains("Secure")
                    .contains("HttpOnly")
                    .contains("SameSite=None");
        }
    }

    @Nested
    @DisplayName("line 21: the page that posts itself cannot be turned against anybody")
    class Line21 {

        private final LoginRequest evil = new LoginRequest(
                URI.create("https://idp.example.test:8443/sso?a=1&b='2'"),
                Map.of("Relay\"State", "'\"><script>x</script>&"));

        @Test
        void every_value_is_escaped() {
            assertThat(evil.page("/login.js?\"'"))
                    .contains("action=\"https://idp.example.test:8443/sso?a=1&amp;b=&#39;2&#39;\"")
                    .contains("name=\"Relay&quot;State\" value=\"&#39;&quot;&gt;&lt;script&gt;x&lt;/script&gt;&amp;\"")
                    .contains("src=\"/login.js?&quot;&#39;\"");
        }

        @Test
        void the_headers_name_the_origin_of_the_account_and_keep_the_page_to_itself() {
            assertThat(evil.headers())
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("Referrer-Policy", "no-referrer")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Content-Type", "text/html; charset=UTF-8")
                    .hasEntrySatisfying("Content-Security-Policy", policy -> assertThat(policy)
                            .startsWith("default-src 'none'; script-src 'self';")
                            .endsWith("form-action https://idp.example.test:8443"));
        }
    }

    @Nested
    @DisplayName("line 22: metadata run out, keys change, and the log keeps what an investigation needs")
    class Line22 {

        private final KeyMaterial other = MockNutzerkonto.newKey(KeyKind.EC_P256, Clock.systemUTC());

        @Test
        void while_keys_change_each_of_them_counts_and_no_key_that_was_taken_out() {
            assertThat(new Handmade().verdict(knowing(Optional.empty(), other, Handmade.IDP_KEY)))
                    .isEqualTo("key-1");
            assertThat(new Handmade().verdict(knowing(Optional.empty(), other))).isEqualTo("SIGNATURE_INVALID");
        }

        @Test
        void nobody_is_sent_to_an_account_whose_metadata_have_run_out() {
            assertThatThrownBy(() -> Handmade.begin(knowing(Optional.of(Instant.now()), Handmade.IDP_KEY)))
                    .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.code())
                            .isEqualTo("saml.metadata_expired"));
        }

        @Test
        void the_log_names_request_assertion_times_and_certificate_and_no_person() throws Exception {
            Logger logger = (Logger) LoggerFactory.getLogger("de.ozgkit.identity.internal.Completion");
            ListAppender<ILoggingEvent> lines = new ListAppender<>();
            lines.start();
            logger.addAppender(lines);
            logger.setLevel(Level.INFO);
            try {
                new Handmade().verdict(KONTO);
            } finally {
                logger.setLevel(null);
                logger.detachAppender(lines);
            }
            String fingerprint = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Handmade.IDP_KEY.certificate().getEncoded()));

            assertThat(lines.list).singleElement().satisfies(line -> assertThat(line.getFormattedMessage())
                    .contains(fingerprint, "assertion _a", "issued 20", "authenticated 20", "Log-in _")
                    .doesNotContain("Erika")
                    .doesNotContain("key-1")
                    .doesNotContain("erika@"));
        }

        private Nutzerkonto knowing(Optional<Instant> until, KeyMaterial... keys) {
            return Handmade.portal(Handmade.keycloak())
                    .identityProvider(new IdpMetadata(
                            Handmade.IDP,
                            URI.create(Handmade.IDP + "/sso"),
                            Stream.of(keys).map(KeyMaterial::certificate).toList(),
                            until))
                    .build();
        }
    }

    @Nested
    @DisplayName("line 23: nobody's data show where they should not")
    class Line23 {

        @Test
        void neither_an_outcome_nor_a_refusal_tells_who_it_was() {
            LoginOutcome outcome = new Handmade().at(KONTO);
            Handmade late = new Handmade();
            late.assertion = xml -> xml.replaceFirst("Recipient=\"[^\"]*\"", "Recipient=\"https://x\"");

            assertThat(outcome.toString()).doesNotContain("Erika", "key-1", "erika@", "one");
            assertThatThrownBy(() -> late.at(KONTO)).satisfies(e -> assertThat(e.getMessage() + e)
                    .contains("saml.recipient")
                    .doesNotContain("Erika", "key-1", "erika@"));
        }
    }

    @Nested
    @DisplayName("line 24: what can be refused cheaply is refused before cryptography, and everything has a limit")
    class Line24 {

        @Test
        void address_issuer_and_request_are_looked_at_first() {
            // The signature is broken too, and is never looked at.
            assertThat(verdict(made -> made.responseAfterSigning = replacing("sp.example.test/acs", "x.example.test")))
                    .isEqualTo("DESTINATION");
            assertThat(verdict(
                            made -> made.responseAfterSigning = replacing(">https://idp.example.test<", ">https://x<")))
                    .isEqualTo("UNKNOWN_ISSUER");
            assertThat(verdict(made -> made.responseAfterSigning =
                            xml -> xml.replaceFirst("InResponseTo=\"[^\"]*\"", "InResponseTo=\"_x\"")))
                    .isEqualTo("IN_RESPONSE_TO");
        }

        @Test
        void metadata_have_a_size() {
            byte[] huge = "<a/>".concat(" ".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);

            assertThatThrownBy(() -> IdpMetadata.read(new ByteArrayInputStream(huge)))
                    .isInstanceOfSatisfying(
                            ConfigurationException.class, e -> assertThat(e).hasMessageContaining("1 MiB"));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Chapter7.verdict;
import static de.ozgkit.testkit.internal.saml.Handmade.replacing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Tokens;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.testkit.ResponseDefect;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Line 18, about attributes, is in {@link Chapter7AttributesTest}. */
@DisplayName("Chapter 7, protocol")
class Chapter7ProtocolTest {

    @Nested
    @DisplayName("line 12: the answer to a request of this browser at this account, once and in time")
    class Line12 {

        private final LoginState state = database();
        private final Nutzerkonto konto =
                Handmade.portal(Handmade.keycloak()).state(state).build();
        private final LoginRequest request = Handmade.begin(konto);
        private final String response = new Handmade().answer(request);

        @ParameterizedTest
        @CsvSource({
            "WRONG_IN_RESPONSE_TO, IN_RESPONSE_TO",
            "WRONG_SUBJECT_IN_RESPONSE_TO, IN_RESPONSE_TO",
            "WITHOUT_SUBJECT_IN_RESPONSE_TO, IN_RESPONSE_TO",
            "WITHOUT_IN_RESPONSE_TO, UNSOLICITED"
        })
        void it_names_the_request_twice(ResponseDefect defect, String failure) {
            assertThat(verdict(defect)).isEqualTo(failure);
        }

        @Test
        void it_comes_from_the_browser_that_asked() {
            BrowserKey stranger = BrowserKey.fresh(Tokens.secure());

            assertThat(at(konto, relayState(), stranger)).isEqualTo("UNSOLICITED");
            assertThat(at(konto, relayState(), Handmade.BROWSER)).isEqualTo("key-1");
        }

        @Test
        void it_comes_with_the_handle_of_its_request() {
            assertThat(at(konto, null, Handmade.BROWSER)).isEqualTo("UNSOLICITED");
            assertThat(at(konto, "unknown", Handmade.BROWSER)).isEqualTo("UNSOLICITED");
            assertThat(at(konto, Handmade.begin(konto).fields().get("RelayState"), Handmade.BROWSER))
                    .isEqualTo("IN_RESPONSE_TO");
        }

        @Test
        void it_comes_from_the_account_that_was_asked() {
            Nutzerkonto other = Handmade.portal(Handmade.keycloak())
                    .state(state)
                    .identityProvider(new IdpMetadata(
                            "https://other.example.test",
                            URI.create("https://other.example.test/sso"),
                            List.of(Handmade.IDP_KEY.certificate()),
                            Optional.empty()))
                    .build();

            assertThat(at(other, relayState(), Handmade.BROWSER)).isEqualTo("UNSOLICITED");
        }

        @Test
        void it_counts_once_even_if_the_first_was_refused() {
            Handmade tampered = new Handmade();
            tampered.responseAfterSigning =
                    xml -> xml.replaceFirst("<ds:SignatureValue>\\s*....", "<ds:SignatureValue>AAAA");
            String broken = tampered.answer(request);

            assertThat(Handmade.verdict(() -> konto.complete(broken, relayState(), Handmade.BROWSER)))
                    .isEqualTo("SIGNATURE_INVALID");
            assertThat(at(konto, relayState(), Handmade.BROWSER)).isEqualTo("REPLAY");
        }

        @Test
        void it_counts_on_one_node_only() {
            Nutzerkonto late = Handmade.portal(Handmade.keycloak())
                    .state(new Forgetful() {
                        @Override
                        public boolean claim(String handle, Instant now) {
                            return false;
                        }
                    })
                    .build();
            LoginRequest asked = Handmade.begin(late);
            String answer = new Handmade().answer(asked);

            assertThat(Handmade.verdict(
                            () -> late.complete(answer, asked.fields().get("RelayState"), Handmade.BROWSER)))
                    .isEqualTo("REPLAY");
        }

        @Test
        void it_comes_in_time() {
            Nutzerkonto late = Handmade.portal(Handmade.keycloak())
                    .state(state)
                    .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(16)))
                    .build();

            assertThat(at(late, relayState(), Handmade.BROWSER)).isEqualTo("EXPIRED");
        }

        private String at(Nutzerkonto portal, String relayState, BrowserKey browser) {
            return Handmade.verdict(() -> portal.complete(response, relayState, browser));
        }

        private String relayState() {
            return request.fields().get("RelayState");
        }
    }

    @Nested
    @DisplayName("line 13: meant for us and said by the account, letter by letter")
    class Line13 {

        @ParameterizedTest
        @CsvSource({
            "WRONG_DESTINATION, DESTINATION",
            "WITHOUT_DESTINATION, DESTINATION",
            "DESTINATION_WITH_MORE, DESTINATION",
            "INVISIBLE_IN_DESTINATION, DESTINATION",
            "WRONG_RECIPIENT, RECIPIENT",
            "WITHOUT_RECIPIENT, RECIPIENT",
            "WRONG_AUDIENCE, AUDIENCE",
            "AUDIENCE_WITH_MORE, AUDIENCE",
            "INVISIBLE_IN_AUDIENCE, AUDIENCE",
            "SECOND_AUDIENCE_RESTRICTION, AUDIENCE",
            "WITHOUT_AUDIENCE, AUDIENCE",
            "NAME_FOR_ANOTHER_SERVICE, AUDIENCE",
            "WRONG_ISSUER, UNKNOWN_ISSUER",
            "INVISIBLE_IN_ISSUER, UNKNOWN_ISSUER",
            "WRONG_ISSUER_FORMAT, UNKNOWN_ISSUER",
            "WRONG_ASSERTION_ISSUER, UNKNOWN_ISSUER"
        })
        void nothing_but_the_very_names_and_addresses(ResponseDefect defect, String failure) {
            assertThat(verdict(defect)).isEqualTo(failure);
        }

        @Test
        void every_restriction_names_us_and_issuers_have_the_format_of_an_entity() {
            String other =
                    "<saml:AudienceRestriction><saml:Audience>https://x</saml:Audience></saml:AudienceRestriction>";
            assertThat(verdict(made -> made.assertion = replacing("</saml:Conditions>", other + "</saml:Conditions>")))
                    .isEqualTo("AUDIENCE");
            assertThat(verdict(made -> made.assertion = replacing("<saml:Issuer>", "<saml:Issuer Format=\"urn:x\">")))
                    .isEqualTo("UNKNOWN_ISSUER");
        }
    }

    @Nested
    @DisplayName("line 14: bearer, and every time within the skew")
    class Line14 {

        @ParameterizedTest
        @CsvSource({
            "HOLDER_OF_KEY, MALFORMED_XML",
            "SENDER_VOUCHES, MALFORMED_XML",
            "WITHOUT_END, EXPIRED",
            "NOT_BEFORE_IN_CONFIRMATION, MALFORMED_XML",
            "WITHOUT_CONDITIONS_START, MALFORMED_XML",
            "WITHOUT_CONDITIONS_END, MALFORMED_XML",
            "EXPIRED, EXPIRED",
            "EXPIRED_CONDITIONS, EXPIRED",
            "EXPIRED_SESSION, EXPIRED",
            "OLD_AUTHENTICATION, EXPIRED",
            "ISSUED_BEFORE_REQUEST, EXPIRED",
            "ASSERTION_ISSUED_BEFORE_REQUEST, EXPIRED",
            "NOT_YET_VALID, NOT_YET_VALID",
            "ISSUED_IN_FUTURE, NOT_YET_VALID",
            "ASSERTION_ISSUED_IN_FUTURE, NOT_YET_VALID",
            "AUTHENTICATED_IN_FUTURE, NOT_YET_VALID"
        })
        void nothing_too_early_nothing_too_late_nothing_without_an_end(ResponseDefect defect, String failure) {
            assertThat(verdict(defect)).isEqualTo(failure);
        }

        @Test
        void the_skew_is_at_most_three_minutes() {
            assertThat(Handmade.portal(Handmade.keycloak())
                            .clockSkew(Duration.ofSeconds(180))
                            .build())
                    .isNotNull();
            assertThatThrownBy(() -> Handmade.portal(Handmade.keycloak())
                            .clockSkew(Duration.ofSeconds(181))
                            .build())
                    .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.code())
                            .isEqualTo("saml.setup"));
        }
    }

    @Nested
    @DisplayName("line 15: an assertion counts once, whatever it answers")
    class Line15 {

        @Test
        void the_same_id_in_the_answer_to_another_request_is_a_replay() {
            Nutzerkonto konto =
                    Handmade.portal(Handmade.keycloak()).state(database()).build();
            Handmade same = new Handmade();
            same.assertion = xml -> xml.replaceFirst(" ID=\"[^\"]*\"", " ID=\"_same\"");

            assertThat(same.verdict(konto)).isEqualTo("key-1");
            assertThat(same.verdict(konto)).isEqualTo("REPLAY");
            assertThat(new Handmade().verdict(konto)).isEqualTo("key-1");
        }
    }

    @Nested
    @DisplayName("line 16: the level is checked, and conditions that nobody knows are refused")
    class Line16 {

        @ParameterizedTest
        @EnumSource(names = {"UNKNOWN_LEVEL", "LEVEL_IN_OTHER_CASE", "LEVEL_CONTRADICTORY"})
        void a_level_that_is_not_clear_is_too_low(ResponseDefect defect) {
            assertThat(verdict(defect)).isEqualTo("LEVEL_TOO_LOW");
        }

        @Test
        void one_time_use_is_what_happens_anyhow_and_proxies_are_nobodys_business() {
            assertThat(verdict(made -> made.assertion = replacing(
                            "</saml:Conditions>",
                            "<saml:OneTimeUse/><saml:ProxyRestriction Count=\"0\"/></saml:Conditions>")))
                    .isEqualTo("key-1");
        }

        @Test
        void an_unknown_condition_is_refused() {
            String unknown = "<saml:Condition xmlns:v=\"urn:v\""
                    + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"v:mine\"/>";
            assertThat(verdict(
                            made -> made.assertion = replacing("</saml:Conditions>", unknown + "</saml:Conditions>")))
                    .isEqualTo("MALFORMED_XML");
            assertThat(verdict(ResponseDefect.UNKNOWN_CONDITION)).isEqualTo("MALFORMED_XML");
        }
    }

    @Nested
    @DisplayName("line 17: success stands at the top or nowhere")
    class Line17 {

        @ParameterizedTest
        @CsvSource({
            "SUCCESS_NESTED, STATUS_OTHER",
            "SUCCESS_NESTED_WITH_ASSERTION, MALFORMED_XML",
            "ERROR_WITH_ASSERTION, MALFORMED_XML",
            "STATUS_RESPONDER, STATUS_OTHER",
            "STATUS_UNKNOWN, STATUS_OTHER",
            "STATUS_CANCELLED, STATUS_CANCELLED",
            "STATUS_DETAIL, ATTRIBUTE_MISSING",
            "STATUS_DETAIL_BROKEN, STATUS_DENIED"
        })
        void an_error_is_an_error(ResponseDefect defect, String failure) {
            assertThat(verdict(defect)).isEqualTo(failure);
        }

        @Test
        void a_success_below_an_error_and_a_success_in_small_letters_are_none() {
            String success = "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/>";
            assertThat(verdict(made -> made.response = xml -> xml.replace(
                                    success,
                                    "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\">"
                                            + success + "</samlp:StatusCode>")
                            .replaceFirst("(?s)<saml2:EncryptedAssertion.*</saml2:EncryptedAssertion>", "")))
                    .isEqualTo("STATUS_OTHER");
            assertThat(verdict(made -> made.response = replacing("status:Success", "status:success")))
                    .isEqualTo("MALFORMED_XML");
        }
    }

    private static LoginState database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return LoginState.jdbc(database);
    }
}

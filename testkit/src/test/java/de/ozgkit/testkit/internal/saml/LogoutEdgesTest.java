// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.LogoutQuery.encode;
import static de.ozgkit.testkit.internal.saml.LogoutQuery.packed;
import static de.ozgkit.testkit.internal.saml.LogoutQuery.signed;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.LogoutMessage;
import de.ozgkit.identity.LogoutOutcome;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.UnverifiedLogout;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a signed message about a log-out must say besides, and the last moment at which it counts. */
class LogoutEdgesTest {

    private static final Instant NOW = Instant.now();
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration TICK = Duration.ofMillis(1);
    private static final URI SLO = URI.create(Handmade.SP + "/slo");
    private static final URI ANSWERS = URI.create(Handmade.IDP + "/answers");
    private static final String ALGORITHM = "&SigAlg=" + encode("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    private static final LoginState STATE = database();
    private static final Nutzerkonto KONTO = portal(NOW).build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|x|ended",
                "https://idp.example.test<|https://idp.example.test/<|UNKNOWN_ISSUER",
                "<saml:Issuer>|<saml:Issuer Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\">|ended",
                "<saml:Issuer>|<saml:Issuer Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:transient\">|UNKNOWN_ISSUER",
                "Version=\"2.0\"|Version=\"2.1\"|MALFORMED_XML",
                "ID=\"_|ID=\"a:|MALFORMED_XML",
                "Destination=\"https://sp.example.test/slo\"|Destination=\"https://sp.example.test/slo/\"|DESTINATION",
                "Destination=\"https://sp.example.test/slo\"||DESTINATION",
                "IssueInstant|Consent|MALFORMED_XML",
                "IssueInstant=\"2|IssueInstant=\"on 2|MALFORMED_XML",
                "<saml:NameID>du-1</saml:NameID>||MALFORMED_XML",
                "saml:NameID|samlp:NameID|MALFORMED_XML",
                "saml:Issuer|samlp:Issuer|MALFORMED_XML",
                "samlp:SessionIndex|saml:SessionIndex|MALFORMED_XML",
                "</samlp:LogoutRequest>|<samlp:Other/></samlp:LogoutRequest>|MALFORMED_XML",
                "<saml:NameID>|<samlp:Extensions/><saml:NameID>|ended",
                "samlp:LogoutRequest|samlp:AuthnRequest|MALFORMED_XML",
            })
    void a_request_is_from_the_account_for_us_and_whole(String from, String to, String verdict) throws Exception {
        assertThat(ended(request(NOW).replace(from, to == null ? "" : to))).isEqualTo(verdict);
    }

    @Test
    void a_request_counts_for_five_minutes_give_or_take_the_skew() throws Exception {
        Instant oldest = NOW.minus(Duration.ofMinutes(5)).minus(SKEW);

        assertThat(ended(request(NOW.plus(SKEW)))).isEqualTo("ended");
        assertThat(ended(request(NOW.plus(SKEW).plus(TICK)))).isEqualTo("NOT_YET_VALID");
        assertThat(ended(request(oldest.plus(TICK)))).isEqualTo("ended");
        assertThat(ended(request(oldest))).isEqualTo("EXPIRED");
    }

    @Test
    void a_request_counts_no_longer_than_it_says() throws Exception {
        Instant last = NOW.minus(SKEW);

        assertThat(ended(request(NOW).replace(" Version", " NotOnOrAfter=\"" + last.plus(TICK) + "\" Version")))
                .isEqualTo("ended");
        assertThat(ended(request(NOW).replace(" Version", " NotOnOrAfter=\"" + last + "\" Version")))
                .isEqualTo("EXPIRED");
        assertThat(ended(request(NOW).replace(" Version", " NotOnOrAfter=\"soon\" Version")))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void our_answer_names_the_request_and_goes_where_answers_go() throws Exception {
        String query = signed("SAMLRequest=" + packed(request(NOW).replace("ID=\"_", "ID=\"_mine"))
                + "&RelayState=a%2Bb" + ALGORITHM);

        LogoutMessage done = KONTO.answerLogout(UnverifiedLogout.redirected(query), order -> true);

        assertThat(done.destination()).isEqualTo(ANSWERS);
        assertThat(done.fields()).containsEntry("RelayState", "a+b");
        assertThat(xml(done, "SAMLResponse"))
                .contains(
                        "InResponseTo=\"_mine", "Destination=\"" + ANSWERS, "status:Success", ">" + Handmade.SP + "<");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|x|true",
                "status:Success|status:Responder|false",
                "<samlp:StatusCode Value|<samlp:StatusCode/><samlp:StatusCode Value|false",
                "Success\"/>|Success\"><samlp:StatusCode Value=\"urn:x\"/></samlp:StatusCode>|false",
                "InResponseTo=\"_|InResponseTo=\"_x|IN_RESPONSE_TO",
                "https://idp.example.test<|https://else.example.test<|UNKNOWN_ISSUER",
                "samlp:Status>|samlp:State>|MALFORMED_XML",
            })
    void an_answer_says_that_everything_ended_or_it_did_not(String from, String to, String verdict) throws Exception {
        assertThat(completed(KONTO, NOW, from, to)).isEqualTo(verdict);
    }

    @Test
    void an_answer_comes_in_time_and_to_the_portal_that_asked() throws Exception {
        Instant late = NOW.plus(Duration.ofMinutes(16));
        Nutzerkonto neighbour = portal(NOW)
                .serviceProvider("https://neighbour.example.test", Handmade.ACS)
                .build();

        assertThat(completed(portal(late).build(), late, "x", "x")).isEqualTo("EXPIRED");
        assertThat(completed(neighbour, NOW, "x", "x")).isEqualTo("UNSOLICITED");
    }

    private static String ended(String xml) throws Exception {
        String query = signed("SAMLRequest=" + packed(xml) + ALGORITHM);
        return verdict(() -> {
            KONTO.answerLogout(UnverifiedLogout.redirected(query), order -> true);
            return "ended";
        });
    }

    /** A log-out that begins at our portal and is answered to that one. */
    private static String completed(Nutzerkonto portal, Instant issued, String from, String to) throws Exception {
        LogoutHandle handle = new LogoutHandle(
                Handmade.IDP, "du-1", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        LogoutMessage begun = KONTO.beginLogout(handle, "/").orElseThrow();
        String id = xml(begun, "SAMLRequest").replaceAll("(?s).* ID=\"([^\"]*)\".*", "$1");
        String query = signed("SAMLResponse=" + packed(response(id, issued).replace(from, to)) + "&RelayState="
                + encode(begun.fields().get("RelayState")) + ALGORITHM);
        return verdict(() -> {
            LogoutOutcome outcome = portal.completeLogout(UnverifiedLogout.redirected(query));
            return String.valueOf(outcome.everywhere());
        });
    }

    private static String verdict(Callable<String> attempt) throws Exception {
        try {
            return attempt.call();
        } catch (RejectedException e) {
            return LoginFailure.of(e).map(Enum::name).orElse(e.code());
        }
    }

    private static String xml(LogoutMessage message, String field) {
        return new String(Base64.getDecoder().decode(message.fields().get(field)), StandardCharsets.UTF_8);
    }

    private static String request(Instant issued) {
        return """
            <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
            xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_%s" Version="2.0" IssueInstant="%s" Destination="%s">\
            <saml:Issuer>%s</saml:Issuer><saml:NameID>du-1</saml:NameID>\
            <samlp:SessionIndex>session-1</samlp:SessionIndex></samlp:LogoutRequest>"""
                .formatted(UUID.randomUUID(), issued, SLO, Handmade.IDP);
    }

    private static String response(String inResponseTo, Instant issued) {
        return """
            <samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
            xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_%s" Version="2.0" IssueInstant="%s" Destination="%s" \
            InResponseTo="%s"><saml:Issuer>%s</saml:Issuer><samlp:Status>\
            <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:LogoutResponse>"""
                .formatted(UUID.randomUUID(), issued, SLO, inResponseTo, Handmade.IDP);
    }

    private static Nutzerkonto.Builder portal(Instant now) {
        return Handmade.portal(AccountProfile.UNTERNEHMENSKONTO)
                .identityProvider(new IdpMetadata(
                        Handmade.IDP,
                        Map.of(Binding.POST, URI.create(Handmade.IDP + "/sso")),
                        Map.of(Binding.POST, new IdpMetadata.LogoutService(URI.create(Handmade.IDP + "/slo"), ANSWERS)),
                        List.of(Handmade.IDP_KEY.certificate()),
                        Optional.empty()))
                .singleLogout(SLO)
                .state(STATE)
                .clockSkew(SKEW)
                .clock(Clock.fixed(now, ZoneOffset.UTC));
    }

    private static LoginState database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return LoginState.jdbc(database);
    }
}

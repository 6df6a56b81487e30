// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.Fixture;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.PendingLogin;
import de.ozgkit.identity.PendingLogout;
import de.ozgkit.identity.PersonAttribute;
import de.ozgkit.identity.SamlKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last moment, the last character and the last element that still count, and the first that do not. */
class ResponseEdgesTest {

    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration MAX_AGE = Duration.ofMinutes(15);
    private static final Duration TICK = Duration.ofMillis(1);
    private static final String US = "https://portal.example.test";
    private static final String ACS = US + "/acs";
    private static final String THEM = "https://account.example.test";
    private static final BrowserKey BROWSER = BrowserKey.fresh(Tokens.secure());
    private static final KeyMaterial KEY = Fixture.KEY;
    private static final String FINE = "fine";
    /** An unsigned response whose envelope is right comes as far as this. */
    private static final String UNSIGNED = "saml.signature_missing";

    @Test
    void a_request_is_answered_until_its_time_is_over() {
        assertThat(response(begunAt(NOW.minus(MAX_AGE).plus(TICK)), text -> text))
                .isEqualTo(UNSIGNED);
        assertThat(response(begunAt(NOW.minus(MAX_AGE)), text -> text)).isEqualTo("saml.expired");
    }

    @Test
    void a_response_is_made_after_the_request_and_not_in_the_future_give_or_take_the_skew() {
        assertThat(issued(NOW.plus(SKEW))).isEqualTo(UNSIGNED);
        assertThat(issued(NOW.plus(SKEW).plus(TICK))).isEqualTo("saml.not_yet_valid");
        assertThat(issued(begun().minus(SKEW))).isEqualTo(UNSIGNED);
        assertThat(issued(begun().minus(SKEW).minus(TICK))).isEqualTo("saml.expired");
    }

    @Test
    void a_handle_has_at_most_eighty_characters() {
        PendingLogin login = begunAt(begun());

        assertThat(run(login, field(responseXml()), "h".repeat(80), BROWSER)).isEqualTo(UNSIGNED);
        assertThat(run(login, field(responseXml()), "h".repeat(81), BROWSER)).isEqualTo("saml.unsolicited");
        assertThat(run(login, field(responseXml()), "", BROWSER)).isEqualTo("saml.unsolicited");
        assertThat(run(login, field(responseXml()), "h", BrowserKey.fresh(Tokens.secure())))
                .isEqualTo("saml.unsolicited");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "InResponseTo=\"_request\"|InResponseTo=\"_other\"|saml.in_response_to",
                "InResponseTo=\"_request\"||saml.unsolicited",
                "Version=\"2.0\"|Version=\"1.1\"|saml.malformed_xml",
                "portal.example.test/acs|portal.example.test/acs/|saml.destination",
                "<a:Issuer>|<a:Issuer Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\">|" + UNSIGNED,
                "<a:Issuer>|<a:Issuer"
                        + " Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:transient\">|saml.unknown_issuer",
                "account.example.test|account.example.test.example.org|saml.unknown_issuer",
                "ID=\"_response\"|ID=\"1response\"|" + UNSIGNED,
                "ID=\"_response\"|ID=\"a:response\"|saml.malformed_xml",
                "status:Success|status:Responder|" + UNSIGNED,
            })
    void the_envelope_is_exactly_that_of_the_answer(String from, String to, String verdict) {
        assertThat(response(begunAt(begun()), xml -> xml.replace(from, to == null ? "" : to)))
                .isEqualTo(verdict);
    }

    @Test
    void a_field_has_at_most_256_kib() {
        String spaces = " ".repeat(256 * 1024);

        assertThat(run(begunAt(begun()), "a" + spaces.substring(1), "h", BROWSER))
                .isEqualTo("saml.malformed_xml");
        assertThat(run(begunAt(begun()), "a" + spaces, "h", BROWSER)).isEqualTo("saml.not_a_response");
        assertThat(run(begunAt(begun()), " \n", "h", BROWSER)).isEqualTo("saml.not_a_response");
        assertThat(run(begunAt(begun()), "\r\n" + field(responseXml()) + "\r\n", "h", BROWSER))
                .isEqualTo(UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 257})
    void an_id_has_at_most_256_characters(int length) {
        assertThat(response(begunAt(begun()), xml -> xml.replace("_response", "_" + "r".repeat(length - 1))))
                .isEqualTo(length == 256 ? UNSIGNED : "saml.malformed_xml");
    }

    @Test
    void the_times_of_an_assertion_hold_to_the_millisecond() {
        assertThat(end("confirmation", NOW.minus(SKEW).plus(TICK))).isEqualTo(FINE);
        assertThat(end("confirmation", NOW.minus(SKEW))).isEqualTo("saml.expired");
        assertThat(end("conditions", NOW.minus(SKEW).plus(TICK))).isEqualTo(FINE);
        assertThat(end("conditions", NOW.minus(SKEW))).isEqualTo("saml.expired");
        assertThat(end("session", NOW.minus(SKEW).plus(TICK))).isEqualTo(FINE);
        assertThat(end("session", NOW.minus(SKEW))).isEqualTo("saml.expired");
        assertThat(end("start", NOW.plus(SKEW))).isEqualTo(FINE);
        assertThat(end("start", NOW.plus(SKEW).plus(TICK))).isEqualTo("saml.not_yet_valid");
        assertThat(end("authentication", NOW.plus(SKEW))).isEqualTo(FINE);
        assertThat(end("authentication", NOW.plus(SKEW).plus(TICK))).isEqualTo("saml.not_yet_valid");
        assertThat(end("authentication", begun().minus(SKEW))).isEqualTo(FINE);
        assertThat(end("authentication", begun().minus(SKEW).minus(TICK))).isEqualTo("saml.expired");
    }

    @Test
    void an_assertion_is_remembered_until_it_would_be_too_old_anyhow() {
        Instant end = NOW.plus(Duration.ofMinutes(5));

        assertThat(check(assertionXml().replace("@confirmation@", end.toString())))
                .isEqualTo(end.plus(SKEW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cm:bearer|cm:sender-vouches|saml.malformed_xml",
                "Recipient=\"https://portal.example.test/acs\"|Recipient=\"https://portal.example.test/ACS\"|saml.recipient",
                "Recipient=\"https://portal.example.test/acs\"||saml.recipient",
                "InResponseTo=\"_request\"||saml.in_response_to",
                "InResponseTo=\"_request\"|InResponseTo=\"_request2\"|saml.in_response_to",
                "Version=\"2.0\"|Version=\"2.1\"|saml.malformed_xml",
                "<a:Audience>https://portal.example.test<|<a:Audience>https://portal.example.test/<|saml.audience",
                "<a:AudienceRestriction>|<a:AudienceRestriction><a:Audience>https://else.example.test</a:Audience>|fine",
            })
    void an_assertion_names_us_and_our_request(String from, String to, String verdict) {
        String xml = assertionXml().replace(from, to == null ? "" : to);

        assertThat(verdict(xml)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"2000,fine", "2001,saml.malformed_xml"})
    void a_value_has_at_most_two_thousand_characters(int length, String verdict) {
        assertThat(text("<a:AttributeValue>" + "v".repeat(length) + "</a:AttributeValue>"))
                .isEqualTo(verdict.equals(FINE) ? "v".repeat(length) : verdict);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501})
    void an_assertion_has_at_most_five_hundred_values(int values) {
        String verdict = text("<a:AttributeValue>v</a:AttributeValue>".repeat(values));

        assertThat(verdict).isEqualTo(values == 500 ? "saml.duplicate_attribute" : "saml.malformed_xml");
    }

    @ParameterizedTest
    @CsvSource({"8234", "8238", "8294", "8297", "127"})
    void a_text_that_turns_the_direction_or_hides_is_refused(int character) {
        assertThat(text("<a:AttributeValue>a&#" + character + ";b</a:AttributeValue>"))
                .isEqualTo("saml.malformed_xml");
    }

    @ParameterizedTest
    @CsvSource({"8233", "8239", "8293", "8298", "223"})
    void the_characters_beside_them_are_not(int character) {
        assertThat(text("<a:AttributeValue>a&#" + character + ";b</a:AttributeValue>"))
                .hasSize(3);
    }

    @Test
    void no_value_and_a_blank_one_and_a_nil_one_are_the_same() {
        assertThat(text("")).isEqualTo("none");
        assertThat(text("<a:AttributeValue/>")).isEqualTo("none");
        assertThat(text("<a:AttributeValue>  </a:AttributeValue>")).isEqualTo("none");
        assertThat(text("<a:AttributeValue xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/>"))
                .isEqualTo("none");
        assertThat(text("<a:AttributeValue xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='1'/>"
                        + "<a:AttributeValue>v</a:AttributeValue>"))
                .isEqualTo("v");
        assertThat(text("<a:AttributeValue>a</a:AttributeValue><a:AttributeValue>b</a:AttributeValue>"))
                .isEqualTo("saml.duplicate_attribute");
    }

    @ParameterizedTest
    @CsvSource({"4,4,HIGH", "4,3,SUBSTANTIAL", "3,4,", "2,2,LOW", "1,2,", "4,9,", "9,4,"})
    void a_level_that_is_stated_twice_may_not_grow(String context, String attribute, String level) {
        String name = String.valueOf(AccountProfile.BUNDID.attributeNames().get(PersonAttribute.LEVEL));
        String xml = assertionXml()
                .replace("Level-4", "Level-" + context)
                .replace("@name@", name)
                .replace("@values@", "<a:AttributeValue>STORK-QAA-Level-" + attribute + "</a:AttributeValue>");
        var assertion = Inbound.assertion(bytes(defaults(xml)), Admitted.STRICT);

        assertThat(Levels.of(assertion, new Statements(assertion), AccountProfile.BUNDID)
                        .map(Enum::name))
                .isEqualTo(Optional.ofNullable(level));
    }

    @ParameterizedTest
    @CsvSource({"4999,fine", "5000,saml.malformed_xml"})
    void a_message_has_at_most_five_thousand_elements(int audiences, String verdict) {
        assertThat(structure("<a:AudienceRestriction xmlns:a='urn:oasis:names:tc:SAML:2.0:assertion'>"
                        + "<a:Audience>x</a:Audience>".repeat(audiences) + "</a:AudienceRestriction>"))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"200,fine", "201,saml.malformed_xml"})
    void a_message_has_at_most_two_hundred_elements_that_saml_does_not_know(int details, String verdict) {
        assertThat(structure("<p:StatusDetail xmlns:p='urn:oasis:names:tc:SAML:2.0:protocol'>" + "<x/>".repeat(details)
                        + "</p:StatusDetail>"))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xmlns=''|fine",
                "xmlns='urn:x'|fine",
                "xmlns='x'|saml.malformed_xml",
                "xmlns:b='x'|saml.malformed_xml",
                "xmlns:b='urn:x'|fine"
            })
    void the_name_of_a_namespace_is_absolute_or_nothing(String declaration, String verdict) {
        assertThat(structure("<a:Audience xmlns:a='urn:oasis:names:tc:SAML:2.0:assertion' " + declaration
                        + ">x</a:Audience>"))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"akdb:TrustLevel='HOCH'|HIGH", "akdb:TrustLevel='sehr hoch'|", "TrustLevel='HOCH'|", "|"})
    void the_trust_in_an_attribute_stands_beside_its_name(String attribute, String level) {
        String xml = "<a:Attribute xmlns:akdb='https://www.akdb.de/request/2018/09' "
                + (attribute == null ? "" : attribute) + " Name=\"name\">";
        Supplier<String> trust = () -> new Statements(Inbound.assertion(
                        bytes(defaults(assertionXml()).replace("<a:Attribute Name=\"name\">", xml)), Admitted.STRICT))
                .trust("name")
                .map(Enum::name)
                .orElse("");

        assertThat(verdictOf(trust))
                .isEqualTo("TrustLevel='HOCH'".equals(attribute) ? "saml.malformed_xml" : level == null ? "" : level);
    }

    @Test
    void a_refusal_says_which_request_it_is_about() {
        assertThatThrownBy(() -> check(assertionXml().replace("Recipient=\"" + ACS, "Recipient=\"" + THEM)))
                .hasMessageContaining("of the assertion for _request");
    }

    @ParameterizedTest
    @CsvSource({"200,fine", "201,saml.malformed_xml"})
    void a_list_of_prefixes_has_at_most_two_hundred_characters(int length, String verdict) {
        String xml = "<ec:InclusiveNamespaces xmlns:ec='http://www.w3.org/2001/10/xml-exc-c14n#' PrefixList='"
                + "p".repeat(length) + "'/>";

        assertThat(verdictOf(() -> {
                    Algorithms.check(SafeDom.parse(bytes(xml)).getDocumentElement());
                    return FINE;
                }))
                .isEqualTo(verdict);
    }

    private static String structure(String xml) {
        return verdictOf(() -> {
            Structure.check(SafeDom.parse(bytes(xml)).getDocumentElement(), Admitted.STRICT);
            return FINE;
        });
    }

    private static Instant begun() {
        return NOW.minus(Duration.ofMinutes(5));
    }

    private static PendingLogin begunAt(Instant begun) {
        return new PendingLogin(
                "h",
                "_request",
                US,
                THEM,
                BROWSER.hash(),
                "/",
                TrustLevel.BASIC,
                false,
                Optional.empty(),
                begun,
                NOW.plus(MAX_AGE),
                Optional.empty());
    }

    private static String issued(Instant instant) {
        return response(
                begunAt(begun()),
                xml -> xml.replaceFirst("IssueInstant=\"[^\"]*\"", "IssueInstant=\"" + instant + "\""));
    }

    private static String response(PendingLogin login, UnaryOperator<String> change) {
        return run(login, field(change.apply(responseXml())), "h", BROWSER);
    }

    private static String run(PendingLogin login, String field, String handle, BrowserKey browser) {
        return verdictOf(() -> {
            LoginOutcome outcome = new Completion(registration(login)).run(field, handle, browser);
            return outcome.getClass().getSimpleName();
        });
    }

    private static String end(String what, Instant instant) {
        return verdict(assertionXml().replace("@" + what + "@", instant.toString()));
    }

    private static String verdict(String xml) {
        return verdictOf(() -> {
            check(xml);
            return FINE;
        });
    }

    private static Instant check(String xml) {
        PendingLogin login = begunAt(begun());
        return new AssertionCheck(registration(login), login.requestId(), login, NOW)
                .check(Inbound.assertion(bytes(defaults(xml)), Admitted.STRICT));
    }

    private static String text(String values) {
        String xml = defaults(assertionXml().replace("@values@", values));
        return verdictOf(() -> new Statements(Inbound.assertion(bytes(xml), Admitted.STRICT))
                .text("name")
                .orElse("none"));
    }

    private static String verdictOf(Supplier<String> work) {
        try {
            return work.get();
        } catch (RejectedException e) {
            return e.code();
        }
    }

    private static Registration registration(PendingLogin login) {
        return new Registration(
                AccountProfile.BUNDID,
                US,
                URI.create(ACS),
                new IdpMetadata(THEM, URI.create(THEM + "/sso"), List.of(KEY.certificate()), Optional.empty()),
                List.of(SamlKey.of(KEY)),
                new Wishes(Binding.POST, false, Optional.empty(), Optional.empty()),
                "BMI-B0000001",
                "Stadt",
                Algorithms.RSA_SHA256,
                true,
                false,
                false,
                MAX_AGE,
                SKEW,
                new OneLogin(login),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Tokens.secure());
    }

    private static String responseXml() {
        return """
            <p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion" \
            ID="_response" Version="2.0" IssueInstant="%s" InResponseTo="_request" Destination="%s">\
            <a:Issuer>%s</a:Issuer><p:Status><p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/>\
            </p:Status></p:Response>"""
                .formatted(NOW, ACS, THEM);
    }

    private static String assertionXml() {
        return """
            <a:Assertion xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion" ID="_assertion" Version="2.0" \
            IssueInstant="%1$s"><a:Issuer>%2$s</a:Issuer><a:Subject>\
            <a:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">n</a:NameID>\
            <a:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><a:SubjectConfirmationData \
            InResponseTo="_request" NotOnOrAfter="@confirmation@" Recipient="%3$s"/></a:SubjectConfirmation></a:Subject>\
            <a:Conditions NotBefore="@start@" NotOnOrAfter="@conditions@"><a:AudienceRestriction>\
            <a:Audience>%4$s</a:Audience></a:AudienceRestriction></a:Conditions>\
            <a:AuthnStatement AuthnInstant="@authentication@" SessionNotOnOrAfter="@session@"><a:AuthnContext>\
            <a:AuthnContextClassRef>STORK-QAA-Level-4</a:AuthnContextClassRef></a:AuthnContext></a:AuthnStatement>\
            <a:AttributeStatement><a:Attribute Name="@name@">@values@</a:Attribute></a:AttributeStatement>\
            </a:Assertion>"""
                .formatted(NOW, THEM, ACS, US);
    }

    private static String defaults(String xml) {
        return xml.replaceAll("@(confirmation|conditions|session|start|authentication)@", NOW.toString())
                .replace("@name@", "name")
                .replace("@values@", "");
    }

    private static String field(String xml) {
        return Base64.getEncoder().encodeToString(bytes(xml));
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** Knows one log-in, whatever its handle is called. */
    private record OneLogin(PendingLogin login) implements LoginState {

        @Override
        public void remember(PendingLogin begun) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PendingLogin> find(String handle) {
            return Optional.of(login);
        }

        @Override
        public boolean claim(String handle, Instant now) {
            return true;
        }

        @Override
        public boolean useAssertion(String assertion, Instant expiresAt) {
            return true;
        }

        @Override
        public void remember(PendingLogout logout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PendingLogout> take(String handle) {
            return Optional.empty();
        }

        @Override
        public long forgetBefore(Instant now) {
            return 1;
        }
    }
}

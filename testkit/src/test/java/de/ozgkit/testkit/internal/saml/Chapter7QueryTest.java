// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.LogoutQuery.encode;
import static de.ozgkit.testkit.internal.saml.LogoutQuery.packed;
import static de.ozgkit.testkit.internal.saml.LogoutQuery.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginFailure;
import de.ozgkit.identity.LogoutOrder;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.UnverifiedLogout;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Chapter 7, signatures, line 9: the signature of a query covers the very characters that came")
class Chapter7QueryTest {

    private static final URI SLO = URI.create(Handmade.SP + "/slo");
    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String ALGORITHM = "&SigAlg=" + encode(RSA_SHA256);
    private static final Nutzerkonto KONTO = Handmade.portal(AccountProfile.UNTERNEHMENSKONTO)
            .identityProvider(new IdpMetadata(
                    Handmade.IDP,
                    Map.of(Binding.POST, URI.create(Handmade.IDP + "/sso")),
                    Map.of(Binding.POST, new IdpMetadata.LogoutService(URI.create(Handmade.IDP + "/slo"), SLO)),
                    List.of(Handmade.IDP_KEY.certificate()),
                    Optional.empty()))
            .singleLogout(SLO)
            .build();

    @Test
    void a_query_that_is_signed_in_its_order_ends_the_session() throws Exception {
        assertThat(ended(signed(message() + "&RelayState=a%2Bb" + ALGORITHM))).isEqualTo("du-1 [session-1]");
        assertThat(ended(signed(message() + ALGORITHM))).isEqualTo("du-1 [session-1]");
        assertThat(ended(signed(message() + ALGORITHM) + "&utm=elsewhere")).isEqualTo("du-1 [session-1]");
    }

    @Test
    void another_order_or_another_spelling_was_not_signed() throws Exception {
        String state = "RelayState=a%2Bb";

        assertThat(ended(signed(state + "&" + message() + ALGORITHM))).isEqualTo("SIGNATURE_INVALID");
        assertThat(ended(signed(message() + ALGORITHM + "&" + state))).isEqualTo("SIGNATURE_INVALID");
        assertThat(ended(signed(message() + "&" + state + ALGORITHM).replace("a%2Bb", "a%2bb")))
                .isEqualTo("SIGNATURE_INVALID");
        assertThat(ended(signed(message() + "&" + state + ALGORITHM).replace("&" + state, "")))
                .isEqualTo("SIGNATURE_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SAMLRequest=x", "SAMLResponse=x", "RelayState=x", "SigAlg=x", "Signature=x", "SAMLReques%74"})
    void no_parameter_stands_twice(String again) throws Exception {
        assertThat(ended(signed(message() + "&RelayState=a" + ALGORITHM) + "&" + again))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void a_query_needs_both_its_signature_and_an_algorithm_that_is_allowed() throws Exception {
        String query = signed(message() + ALGORITHM);

        assertThat(ended(query.replaceAll("&Signature=.*", ""))).isEqualTo("SIGNATURE_MISSING");
        assertThat(ended(query.replace(ALGORITHM, ""))).isEqualTo("SIGNATURE_MISSING");
        assertThat(ended(query.replace("rsa-sha256", "rsa-sha1"))).isEqualTo("ALGORITHM_FORBIDDEN");
        assertThat(ended(query.replace("rsa-sha256", "ecdsa-sha256"))).isEqualTo("ALGORITHM_FORBIDDEN");
        assertThat(ended(query.replaceAll("&Signature=.*", "&Signature=*"))).isEqualTo("MALFORMED_XML");
        assertThat(ended(query.replaceAll("&Signature=.*", "&Signature=%zz"))).isEqualTo("MALFORMED_XML");
        assertThat(ended(query.replaceAll("&Signature=.*", "&Signature="))).isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void what_is_no_packed_xml_is_refused_even_if_it_is_signed() throws Exception {
        assertThat(ended(signed("SAMLRequest=AAAA" + ALGORITHM))).isEqualTo("MALFORMED_XML");
        assertThat(ended(signed("SAMLRequest=" + packed("<x") + ALGORITHM))).isEqualTo("MALFORMED_XML");
        assertThat(ended(signed("SAMLRequest=" + packed("<x/>") + ALGORITHM))).isEqualTo("MALFORMED_XML");
        assertThat(ended(signed("SAMLRequest=" + packed("<!DOCTYPE x><x/>") + ALGORITHM)))
                .isEqualTo("DTD_FORBIDDEN");
        assertThat(ended(signed("SAMLRequest=" + packed(" ".repeat(256 * 1024) + "<x/>") + ALGORITHM)))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void a_message_has_at_most_256_kib_unpacked_and_64_kib_as_it_comes() throws Exception {
        String xml = xml();
        String full = xml + " ".repeat(256 * 1024 - xml.length());

        assertThat(ended(signed("SAMLRequest=" + packed(full) + ALGORITHM))).isEqualTo("du-1 [session-1]");
        assertThat(ended(
                        signed("SAMLRequest=" + packed(xml() + " ".repeat(256 * 1024 - xml.length() + 1)) + ALGORITHM)))
                .isEqualTo("MALFORMED_XML");
        assertThat(ended("SAMLRequest" + "&x".repeat((64 * 1024 - 11) / 2) + "&"))
                .isEqualTo("SIGNATURE_MISSING");
        assertThat(ended("SAMLRequest" + "&x".repeat((64 * 1024 - 11) / 2) + "&&"))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void a_field_of_a_form_stands_once_too() {
        Map<String, List<String>> twice = Map.of("SAMLRequest", List.of("AAAA", "AAAA"));
        Map<String, List<String>> others = Map.of("SAMLRequest", List.of("*"), "more", List.of("1", "2"));

        assertThatThrownBy(() -> UnverifiedLogout.posted(twice)).hasMessageContaining("twice");
        assertThatThrownBy(() -> KONTO.answerLogout(UnverifiedLogout.posted(others), order -> true))
                .hasMessageContaining("base64");
    }

    @Test
    void a_simple_signature_beside_a_form_counts_for_nothing() {
        String xml = Base64.getEncoder().encodeToString(xml().getBytes(StandardCharsets.UTF_8));
        Map<String, List<String>> form =
                Map.of("SAMLRequest", List.of(xml), "SigAlg", List.of(RSA_SHA256), "Signature", List.of("AAAA"));

        assertThatThrownBy(() -> KONTO.answerLogout(UnverifiedLogout.posted(form), order -> true))
                .isInstanceOfSatisfying(RejectedException.class, e -> assertThat(LoginFailure.of(e))
                        .contains(LoginFailure.SIGNATURE_MISSING));
    }

    /** Who was to be logged out of which sessions, or the failure. */
    private static String ended(String query) {
        List<LogoutOrder> orders = new ArrayList<>();
        try {
            KONTO.answerLogout(UnverifiedLogout.redirected(query), orders::add);
        } catch (RejectedException e) {
            assertThat(orders).isEmpty();
            return LoginFailure.of(e).map(Enum::name).orElse(e.code());
        }
        LogoutOrder order = orders.get(0);
        return order.nameId() + " " + order.sessionIndexes();
    }

    private static String message() throws IOException {
        return "SAMLRequest=" + packed(xml());
    }

    private static String xml() {
        return """
            <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_%s" Version="2.0" IssueInstant="%s" \
            Destination="%s"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">%s</saml:Issuer>\
            <saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">du-1</saml:NameID>\
            <samlp:SessionIndex>session-1</samlp:SessionIndex></samlp:LogoutRequest>"""
                .formatted(UUID.randomUUID(), Instant.now(), SLO, Handmade.IDP);
    }
}

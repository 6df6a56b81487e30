// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginMethod;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nine codes of the account's error page. Source: interface description of BundID 10.2, chapter 9.6. */
class RequestErrorsTest {

    private static final SamlBench BENCH =
            SamlBench.of(AccountProfile.BUNDID, Login.atLeast(TrustLevel.HIGH).by(LoginMethod.EID));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "akdb-extension-missing | <(\\w+):Extensions>.*</\\1:Extensions> | ``",
                "akdb-extension-v1-deprecated | (<\\w+:AuthenticationRequest[^>]*) Version=\"2\" | $1 Version=\"1\"",
                "purpose-does-not-support-restricted-html | (<([\\w-]+):OrganizationDisplayName>) | <$2:Purpose><$2:b>x</$2:b></$2:Purpose>$1",
                "requested-attributes-empty | <(\\w+):RequestedAttribute .*</(\\w+):RequestedAttributes> | </$2:RequestedAttributes>",
                "requested-attributes-missing-name | (<\\w+:RequestedAttribute [^>]*)Name=\"[^\"]*\" | $1Name=\"\"",
                "empty-authentication-methods | <(\\w+):AuthnMethods>.*</\\1:AuthnMethods> | <$1:AuthnMethods/>",
                "organization-display-name-missing | >[^<]*(</[\\w-]+:OrganizationDisplayName>) | >$1"
            })
    void a_wrong_request_is_answered_with_its_code(String code, String pattern, String by) {
        String right = BENCH.requestXml.replaceAll("(?s)<ds:Signature .*?</ds:Signature>", "");
        String wrong = right.replaceFirst("(?s)" + pattern, by);

        assertThat(wrong).isNotEqualTo(right);
        refused(code, Signing.sign(wrong, SigningKey.usual(SamlBench.SP_KEY)), BENCH.idp);
    }

    @Test
    void a_request_must_be_signed_by_the_service_itself() {
        String unsigned = BENCH.requestXml.replaceAll("(?s)<ds:Signature .*?</ds:Signature>", "");

        refused("saml-request-not-signed", unsigned, BENCH.idp);
        refused(
                "saml-request-not-signed",
                Signing.sign(unsigned, SigningKey.usual(Defects.stranger())),
                BENCH.idp);
    }

    @Test
    void the_identity_card_needs_a_certificate_of_the_account() {
        SamlBench other = SamlBench.of(
                AccountProfile.BUNDID, Login.atLeast(TrustLevel.HIGH).by(LoginMethod.EID));
        other.idp.loseEidCertificate();

        refused("missing-berca", other.requestXml, other.idp, other.provider);
    }

    private static void refused(String code, String xml, SamlIdp idp) {
        refused(code, xml, idp, BENCH.provider);
    }

    private static void refused(String code, String xml, SamlIdp idp, ServiceProvider provider) {
        String field = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> idp.read(field, "state", List.of(provider)))
                .isInstanceOfSatisfying(RequestRefused.class, e -> assertThat(e.code())
                        .isEqualTo(code));
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.identity.Nutzerkonto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why an account denied a log-in stands in a JSON text, which is looked at only as far as it is whole. */
class StatusDetailTest {

    private static final String MISSING = "\"IDP_REQUIRED_ATTRIBUTES_MISSING\"";
    private static final Nutzerkonto KONTO =
            Handmade.portal(Handmade.keycloak()).build();

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"code\":@}", "[@]", "[[@],{}]", "[@,\"]\"]", "[@,\"{\"]", "[@,\"a\\\"]\"]", "[@,\"\\\\\"]"})
    void attributes_that_the_service_requires_were_not_given(String json) {
        assertThat(denied(json)).isEqualTo("ATTRIBUTE_MISSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "[\"OTHER\"]",
                "[IDP_REQUIRED_ATTRIBUTES_MISSING]",
                "[@",
                "@]",
                "[@}",
                "{@]",
                "[@]]",
                "[@,\"]",
                "[@,\"\\\"]"
            })
    void what_is_cut_off_or_torn_or_something_else_says_nothing(String json) {
        assertThat(denied(json)).isEqualTo("STATUS_DENIED");
    }

    @Test
    void it_is_twenty_brackets_deep_and_ten_thousand_characters_long_at_most() {
        assertThat(denied("[".repeat(20) + "@" + "]".repeat(20))).isEqualTo("ATTRIBUTE_MISSING");
        assertThat(denied("[".repeat(21) + "@" + "]".repeat(21))).isEqualTo("STATUS_DENIED");
        assertThat(denied("[@]" + " ".repeat(10_000 - MISSING.length() - 2))).isEqualTo("ATTRIBUTE_MISSING");
        assertThat(denied("[@]" + " ".repeat(10_001 - MISSING.length() - 2))).isEqualTo("STATUS_DENIED");
    }

    @Test
    void another_error_has_no_such_reason() {
        assertThat(verdict("NoPassive", "[@]")).isEqualTo("STATUS_OTHER");
        assertThat(verdict("AuthnFailed", "[@]")).isEqualTo("STATUS_CANCELLED");
    }

    private static String denied(String json) {
        return verdict("RequestDenied", json);
    }

    private static String verdict(String second, String json) {
        String status = "urn:oasis:names:tc:SAML:2.0:status:";
        String error =
                "<samlp:Status><samlp:StatusCode Value=\"" + status + "Responder\"><samlp:StatusCode Value=\"" + status
                        + second + "\"/></samlp:StatusCode><samlp:StatusDetail><akdb:StatusDetail"
                        + " xmlns:akdb=\"https://www.akdb.de/request/2018/09\">" + json.replace("@", MISSING)
                        + "</akdb:StatusDetail></samlp:StatusDetail></samlp:Status></samlp:Response>";
        Handmade made = new Handmade();
        made.response = xml -> xml.substring(0, xml.indexOf("<samlp:Status>")) + error;
        return made.verdict(KONTO);
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ozgkit.core.RejectedException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensaml.saml.saml2.core.Assertion;

/** An account that indents its messages states nothing where only the indentation stands. */
class BlankStatementsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "\n", "\n      ", "\t", "&#13;&#10;", "&#9;&#10;&#13; "})
    void white_space_alone_is_no_value(String value) {
        assertThat(statements(value).text("name")).isEmpty();
    }

    @Test
    void a_value_keeps_its_blanks_and_may_have_no_line_break() {
        assertThat(statements(" Erika ").text("name")).hasValue(" Erika ");
        for (String broken : new String[] {"Eri&#10;ka", "\nErika\n", "Erika&#13;", "Eri\tka", "\u0085", " \u202E "}) {
            assertThatThrownBy(() -> statements(broken).text("name"))
                    .as(broken.strip())
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("control characters");
        }
    }

    @Test
    void too_many_blanks_are_too_long_all_the_same() {
        assertThat(statements(" ".repeat(2000)).text("name")).isEmpty();
        assertThatThrownBy(() -> statements(" ".repeat(2001)).text("name")).isInstanceOf(RejectedException.class);
    }

    private static Statements statements(String value) {
        String xml = "<saml2:Assertion xmlns:saml2='urn:oasis:names:tc:SAML:2.0:assertion' ID='_1' Version='2.0'"
                + " IssueInstant='2026-05-04T12:00:00Z'><saml2:AttributeStatement><saml2:Attribute Name='name'>"
                + "<saml2:AttributeValue>" + value + "</saml2:AttributeValue></saml2:Attribute>"
                + "</saml2:AttributeStatement></saml2:Assertion>";
        return new Statements(OpenSaml.unmarshal(
                SafeDom.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement(), Assertion.class));
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.internal.saml.Chapter7.verdict;
import static de.ozgkit.testkit.internal.saml.Handmade.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.testkit.ResponseDefect;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Chapter 7, protocol, line 18: attributes stand once, within limits and in one spelling")
class Chapter7AttributesTest {

    @ParameterizedTest
    @CsvSource({
        "DUPLICATE_ATTRIBUTE, DUPLICATE_ATTRIBUTE",
        "TWO_VALUES, DUPLICATE_ATTRIBUTE",
        "ELEMENT_IN_VALUE, MALFORMED_XML",
        "CONTROL_CHARACTER_IN_VALUE, MALFORMED_XML",
        "DIRECTION_OVERRIDE_IN_VALUE, MALFORMED_XML",
        "HUGE_VALUE, MALFORMED_XML",
        "KEY_BY_FRIENDLY_NAME, ATTRIBUTE_MISSING",
        "BLANK_IN_NAME_OF_KEY, ATTRIBUTE_MISSING"
    })
    void an_attribute_says_one_thing_under_its_own_name(ResponseDefect defect, String failure) {
        assertThat(verdict(defect)).isEqualTo(failure);
    }

    @Test
    void a_value_has_a_length() {
        assertThat(verdict(made -> made.assertion = replacing("key-1", "k".repeat(2001))))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void there_is_a_number_of_values() {
        assertThat(verdict(made -> made.assertion = replacing(
                        "<saml:AttributeValue ", "<saml:AttributeValue/>".repeat(501) + "<saml:AttributeValue ")))
                .isEqualTo("MALFORMED_XML");
    }

    @Test
    void control_characters_are_refused_even_where_nobody_reads_the_value() {
        assertThat(verdict(made -> made.assertion = replacing("key-1", "key&#x85;1")))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertion = replacing(">one<", ">o&#x85;ne<")))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertion = replacing("key-1", "key&#10;1")))
                .isEqualTo("MALFORMED_XML");
        assertThat(verdict(made -> made.assertion = replacing(">one<", ">on&#9;e&#10;<")))
                .as("lines and columns where nobody reads the value")
                .isEqualTo("key-1");
    }

    @Test
    void letters_are_put_together() {
        assertThat(verdict(made -> made.assertion = replacing("key-1", "Ko\u0308ln")))
                .isEqualTo("Köln");
    }
}

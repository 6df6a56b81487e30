// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "[0-9]{5}~^(?:[0-9]{5})$~[0-9]{5}",
                "^[0-9]{5}$~^(?:[0-9]{5})$~[0-9]{5}",
                "^a|b$~^(?:a|b)$~a|b",
                "(?:\\+49|0)[1-9 /-]*~^(?:(?:\\+49|0)[1-9 \\/\\-]*)$~(\\+49|0)[1-9 /\\-]*",
                "\\d{2}\\.\\w+\\s?~^(?:[0-9]{2}\\.[a-zA-Z0-9_]+[ \\t\\n\\r\\f\\v]?)$~[0-9]{2}\\.[a-zA-Z0-9_]+[ \\t\\n\\r]?",
                "[\\d.-]+?~^(?:[0-9\\.\\-]+?)$~[0-9\\.\\-]+",
                "[\\w-.]~^(?:[a-zA-Z0-9_\\-\\.])$~[a-zA-Z0-9_\\-\\.]",
                "[^\\]\\[]|\\[x]?~^(?:[^\\]\\[]|\\[x\\]?)$~[^\\]\\[]|\\[x\\]?",
                "\\p{L}+-\\p{Lu}~^(?:\\p{L}+-\\p{Lu})$~\\p{L}+\\-\\p{Lu}",
                "[$]\\$a-b~^(?:[\\$]\\$a-b)$~[$]$a\\-b",
                "(?!000)[0-9]{3}~^(?:(?!000)[0-9]{3})$~",
                "(^a)b~^(?:(^a)b)$~",
                "a\\b~^(?:a\\b)$~",
                "ä😀~^(?:ä😀)$~ä😀"
            })
    void says_a_pattern_in_both_dialects(String pattern, String json, String xml) {
        assertThat(PatternText.forJsonSchema(pattern)).contains(json);
        assertThat(PatternText.forXmlSchema(pattern)).isEqualTo(java.util.Optional.ofNullable(xml));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a*)*",
                "[a-",
                "a++",
                "[a-z&&[^b]]",
                "[a[bc]]",
                "\\p{Alpha}",
                "\\p{IsLatin}",
                "(?>a)",
                "(?i)a",
                "[\\S]",
                "\\Qa\\E",
                "\\x41",
                "(?<n>a)"
            })
    void leaves_out_what_cannot_be_said_or_is_not_checked(String pattern) {
        assertThat(PatternText.forJsonSchema(pattern)).isEmpty();
        assertThat(PatternText.forXmlSchema(pattern)).isEmpty();
    }

    @Test
    void means_the_same_in_both_dialects() {
        List<String> texts =
                List.of("", "a", "ab", "a-b", "1", "-", ".", "\u00a0", "\u0661", "ä", "a\nb", "]", "$", "12345", "x_9");
        for (String pattern : List.of(
                "\\w+", "\\d", "\\s", "\\S+", ".", "[^a]", "[a-]+", "[-a]+", "a.b", "\\W", "[$]", "[^\\]]", "\\D+")) {
            for (String text : texts) {
                boolean matches = SafePattern.match(pattern, text) == SafePattern.Result.YES;
                assertThat(Pattern.compile(PatternText.forJsonSchema(pattern).orElseThrow())
                                .matcher(text)
                                .find())
                        .as("%s in JSON Schema: %s", pattern, text)
                        .isEqualTo(matches);
                assertThat(Pattern.matches(PatternText.forXmlSchema(pattern).orElseThrow(), text))
                        .as("%s in XML Schema: %s", pattern, text)
                        .isEqualTo(matches);
            }
        }
    }
}

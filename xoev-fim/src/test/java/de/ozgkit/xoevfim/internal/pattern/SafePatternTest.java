// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePatternTest {

    @Test
    void survives_deep_and_long_patterns() {
        assertThat(SafePattern.match("(".repeat(900) + "a" + ")".repeat(900), "a"))
                .isNotNull();
        assertThat(SafePattern.match("a".repeat(3_000), "a")).isEqualTo(SafePattern.Result.UNKNOWN);
        assertThat(SafePattern.match("(a|b)*", "ab".repeat(4_900))).isNotNull();
        assertThat(SafePattern.match("[0-9]{5}", "45657")).isEqualTo(SafePattern.Result.YES);
        assertThat(SafePattern.match("[0-9]{5}", "4565")).isEqualTo(SafePattern.Result.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0-9]{5}",
                "([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}",
                "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{1,63}$",
                "^(?:\\+49|0)[1-9][0-9 /-]*$",
                "DE[0-9]{2}( ?[0-9]{4}){4} ?[0-9]{2}",
                "\\p{L}+(?:[ '-]\\p{L}+)*",
                "[^\\]\\[]+|\\[x]?",
                "(?!000)[0-9]{3}"
            })
    void checks_every_pattern_as_it_stands_in_real_schemas(String pattern) {
        assertThat(PatternShape.isSafe(pattern)).isTrue();
        assertThat(SafePattern.match(pattern, "\u0000")).isNotEqualTo(SafePattern.Result.UNKNOWN);
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void makes_tokens_that_fit_into_urls_and_never_repeat() {
        Tokens tokens = Tokens.secure();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String token = tokens.token();
            assertThat(token).matches("[A-Za-z0-9_-]{24}");
            assertThat(seen.add(token)).isTrue();
        }
    }

    @Test
    void makes_random_uuids_of_the_right_kind() {
        Tokens tokens = Tokens.secure();
        for (int i = 0; i < 100; i++) {
            assertThat(tokens.uuid().version()).isEqualTo(4);
            assertThat(tokens.uuid().variant()).isEqualTo(2);
        }
        assertThat(tokens.uuid()).isNotEqualTo(tokens.uuid());
    }

    @Test
    void repeats_a_run_for_a_test() {
        Tokens first = Tokens.from(new Random(7));
        Tokens second = Tokens.from(new Random(7));

        assertThat(first.token()).isEqualTo(second.token());
        assertThat(first.uuid()).isEqualTo(second.uuid());
        assertThat(first.bytes(33)).isEqualTo(second.bytes(33)).hasSize(33);
        assertThat(first.toString()).doesNotContain("seed");
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class MutationTest {

    private static final int MANY = 3000;

    @BeforeAll
    static void silence() {
        MutationRun.silence();
    }

    @AfterAll
    static void speak() {
        MutationRun.speak();
    }

    /** A failure names its seed: {@code MutationRun.main("1", seed)} repeats the same change with other keys. */
    @Test
    @DisplayName("chapter 7, lines 1 and 6: no changed response is accepted with other data than the signed")
    void no_changed_response_is_accepted_with_other_data_than_the_signed() {
        MutationRun run = new MutationRun();
        long first = RandomGenerator.getDefault().nextLong(1, Long.MAX_VALUE / 2);

        for (long seed = first; seed < first + MANY; seed++) {
            run.post(seed);
        }

        assertThat(run.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(MANY);
        assertThat(run.counts().keySet())
                .contains(
                        "BOTH_SIGNED accepted as signed",
                        "BOTH_SIGNED SIGNATURE_INVALID",
                        "BOTH_SIGNED MALFORMED_XML",
                        "RESPONSE_SIGNED SIGNATURE_INVALID",
                        "ASSERTION_SIGNED SIGNATURE_INVALID",
                        "BOTH_SIGNED_ONE_NEEDED accepted as signed");
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrustLevelTest {

    @Test
    void is_enough_for_itself_and_for_everything_weaker() {
        assertThat(TrustLevel.HIGH.atLeast(TrustLevel.SUBSTANTIAL)).isTrue();
        assertThat(TrustLevel.SUBSTANTIAL.atLeast(TrustLevel.SUBSTANTIAL)).isTrue();
        assertThat(TrustLevel.LOW.atLeast(TrustLevel.SUBSTANTIAL)).isFalse();
        assertThat(TrustLevel.BASIC.atLeast(TrustLevel.LOW)).isFalse();
    }

    @Test
    void has_a_german_name_for_each_level() {
        assertThat(Arrays.stream(TrustLevel.values()).map(TrustLevel::germanName))
                .containsExactly("Basisregistrierung", "niedrig", "substanziell", "hoch");
    }
}

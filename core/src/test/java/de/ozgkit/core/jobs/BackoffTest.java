// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doubles_up_to_the_longest_pause() {
        assertThat(Backoff.DEFAULT.after(1, "a")).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
        assertThat(Backoff.DEFAULT.after(2, "a")).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(66));
        assertThat(Backoff.DEFAULT.after(3, "a")).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(132));
        assertThat(Backoff.DEFAULT.after(8, "a")).isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
        assertThat(Backoff.DEFAULT.after(Integer.MAX_VALUE, "a"))
                .isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
        assertThat(new Backoff(Duration.ofMillis(1), Duration.ofDays(3650)).after(99, "a"))
                .isLessThan(Duration.ofDays(4015));
    }

    @Test
    void spreads_jobs_that_failed_together() {
        assertThat(Backoff.DEFAULT.after(1, "a")).isNotEqualTo(Backoff.DEFAULT.after(1, "b"));
    }

    @Test
    void refuses_pauses_that_make_no_sense() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

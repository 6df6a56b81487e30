// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PollPlanTest {

    private static final Instant START = Instant.parse("2026-03-28T22:00:00Z");
    private static final Tokens NO_JITTER = Tokens.from(() -> 0L);
    private final PollPlan plan = new PollPlan(START, Duration.ofHours(1));

    @Test
    void asks_less_and_less_often() {
        List<Duration> steps = new ArrayList<>();
        Instant now = START;
        while (!plan.over(now)) {
            Instant next = plan.next(now, NO_JITTER);
            steps.add(Duration.between(now, next));
            now = next;
        }

        assertThat(steps)
                .startsWith(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(30),
                        Duration.ofHours(1));
        assertThat(steps.subList(7, 31)).containsOnly(Duration.ofHours(1));
        assertThat(steps.subList(31, steps.size()))
                .containsOnly(Duration.ofDays(1))
                .hasSize(7);
    }

    @Test
    void delays_by_a_tenth_at_most_and_never_asks_early() {
        Tokens tokens = Tokens.from(new Random(1));
        for (long age = 0; age < 700_000; age += 777) {
            Instant now = START.plusSeconds(age);
            Instant exact = plan.next(now, NO_JITTER);
            assertThat(plan.next(now, tokens)).isBetween(exact, exact.plus(Duration.ofMinutes(5)));
            assertThat(exact).isAfter(now);
        }
    }

    @Test
    void knows_the_ends() {
        assertThat(plan.pageUsable(START.plusSeconds(3599))).isTrue();
        assertThat(plan.pageUsable(START.plusSeconds(3600))).isFalse();
        assertThat(plan.expired(START.plus(Duration.ofHours(25)).minusNanos(1))).isFalse();
        assertThat(plan.expired(START.plus(Duration.ofHours(25)))).isTrue();
        assertThat(plan.over(START.plus(Duration.ofHours(25)).plus(Duration.ofDays(7))))
                .isTrue();
    }
}

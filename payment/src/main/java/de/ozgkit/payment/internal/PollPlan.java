// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When to ask the platform about an attempt: soon after the start, then less and less often. It depends on nothing but the age of the
 * attempt, so a restart changes nothing.
 */
public final class PollPlan {

    /** How long a call that opens an attempt may take; before that, asking about the attempt would only get in its way. */
    public static final Duration INITIATION = Duration.ofSeconds(30);

    private static final List<Duration> FIRST = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30));
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final Duration AFTER_PAGE = Duration.ofHours(24);
    private static final Duration LAST = Duration.ofDays(7);
    private static final Duration MOST_JITTER = Duration.ofMinutes(5);

    private final Instant createdAt;
    private final Duration pageLifetime;

    public PollPlan(Instant createdAt, Duration pageLifetime) {
        this.createdAt = createdAt;
        this.pageLifetime = pageLifetime;
    }

    /** Whether a payer who comes back may still be sent to the payment page of the attempt. */
    public boolean pageUsable(Instant now) {
        return now.isBefore(createdAt.plus(pageLifetime));
    }

    /** Whether the platform has had time enough, so that an open attempt is over. */
    public boolean expired(Instant now) {
        return !now.isBefore(expiry());
    }

    /** When that is. */
    public Instant expiry() {
        return createdAt.plus(pageLifetime).plus(AFTER_PAGE);
    }

    /** Whether to stop asking. */
    public boolean over(Instant now) {
        return !now.isBefore(expiry().plus(LAST));
    }

    /** When to ask next. Jitter only delays, so that no slot is asked twice. */
    public Instant next(Instant now, Tokens tokens) {
        Duration age = Duration.between(createdAt, now);
        Duration slot = Duration.ZERO;
        Duration step = HOURLY;
        for (int i = 0; slot.compareTo(age) <= 0; i++) {
            step = step(i, slot);
            slot = slot.plus(step);
        }
        return createdAt.plus(slot).plus(jitter(step, tokens));
    }

    private Duration step(int index, Duration slot) {
        if (index < FIRST.size()) {
            return FIRST.get(index);
        }
        return slot.compareTo(pageLifetime.plus(AFTER_PAGE)) < 0 ? HOURLY : DAILY;
    }

    private static Duration jitter(Duration step, Tokens tokens) {
        Duration most = step.dividedBy(10).compareTo(MOST_JITTER) < 0 ? step.dividedBy(10) : MOST_JITTER;
        return most.multipliedBy(tokens.bytes(1)[0] & 0xff).dividedBy(256);
    }
}

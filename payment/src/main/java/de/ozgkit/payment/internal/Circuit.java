// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps calls away from a platform that has not answered several times in a row, so that nobody waits for it in vain. From time to time one
 * call is let through to see whether the platform is back. Each node finds out by itself.
 */
final class Circuit {

    /** Code of what was not asked because of this. */
    static final String OPEN = "payment.circuit.open";

    static final int MOST_FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);

    private final String account;
    private final Clock clock;
    private int failures;
    private Instant nextTry = Instant.MIN;

    Circuit(String account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    /** Whether a call would be let through now. */
    synchronized boolean admits() {
        return failures < MOST_FAILURES || !clock.instant().isBefore(nextTry);
    }

    /** Lets a call through, or not; while one is out to see, the others wait. */
    synchronized boolean enter() {
        boolean admitted = admits();
        if (admitted && failures >= MOST_FAILURES) {
            nextTry = clock.instant().plus(PAUSE);
        }
        return admitted;
    }

    /** When the next call may be let through; in the past if it may be now. */
    synchronized Instant nextTry() {
        return nextTry;
    }

    /** What came of a call that was let through. */
    synchronized void note(boolean answered) {
        if (answered) {
            if (failures >= MOST_FAILURES) {
                LOG.info("payment.circuit {} answers again", account);
            }
            failures = 0;
            return;
        }
        failures++;
        if (failures >= MOST_FAILURES) {
            nextTry = clock.instant().plus(PAUSE);
        }
        if (failures == MOST_FAILURES) {
            LOG.warn("payment.circuit {} has not answered {} times in a row", account, failures);
        }
    }
}

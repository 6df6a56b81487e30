// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.xbezahldienste;

import java.time.Duration;

/** What is left of the time that a question may take with everything that belongs to it. */
final class TimeLeft {

    private final long end;

    TimeLeft(Duration all) {
        this.end = System.nanoTime() + all.toNanos();
    }

    /** At least a millisecond, in which nothing succeeds. */
    Duration asDuration() {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), 1_000_000));
    }
}

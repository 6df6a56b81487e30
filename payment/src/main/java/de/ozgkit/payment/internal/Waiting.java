// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Holds a citizen's request for a moment because the news are about to come. */
final class Waiting {

    private Waiting() {}

    /** Looks again and again until the condition holds; false if it did not in time, or if the thread was interrupted. */
    static boolean until(BooleanSupplier condition, Duration atMost, Duration between) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                Thread.sleep(Math.max(1, Math.min(between.toMillis(), left / 1_000_000)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}

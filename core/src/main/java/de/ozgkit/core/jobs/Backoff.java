// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import java.time.Duration;

/**
 * How long to wait after a failure: the first pause, doubled with every further failure, up to the longest pause. Up to a tenth is added,
 * different for each job, so that jobs which failed together do not come back together.
 *
 * @param first the pause after the first failure
 * @param longest no pause is longer than this, but for the added tenth
 * @since 0.1
 */
public record Backoff(Duration first, Duration longest) {

    /** Half a minute, doubled up to an hour. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(30), Duration.ofHours(1));

    private static final int MOST_DOUBLINGS = 30;
    private static final int SPREAD = 10;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "A backoff needs a positive first pause and a longest that is not shorter");
        }
    }

    /**
     * The pause after so many failures in a row.
     *
     * @param failures 1 or more
     * @param job the job that failed; it decides what is added
     */
    public Duration after(int failures, String job) {
        int doublings = Math.min(Math.max(failures, 1) - 1, MOST_DOUBLINGS);
        Duration grown = longest;
        if (first.compareTo(longest.dividedBy(1L << doublings)) < 0) {
            grown = first.multipliedBy(1L << doublings);
        }
        int part = Math.floorMod(31 * job.hashCode() + failures, 1000);
        return grown.plus(grown.dividedBy(SPREAD).multipliedBy(part).dividedBy(1000));
    }
}

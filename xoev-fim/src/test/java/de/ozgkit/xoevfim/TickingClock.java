// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes on a little with each question. */
public final class TickingClock extends Clock {

    private final Duration step;
    private Instant now = Instant.EPOCH;

    public TickingClock(Duration step) {
        this.step = step;
    }

    @Override
    public Instant instant() {
        now = now.plus(step);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

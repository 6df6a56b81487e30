// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import de.ozgkit.xoevfim.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells a listener now and then how far a reader is, and how long the rest will take. */
public final class ProgressMeter {

    private static final long PAUSE_MILLIS = 250;

    private final Progress listener;
    private final Clock clock;
    private final OptionalLong totalBytes;
    private final long begin;
    private long next;

    public ProgressMeter(Progress listener, Clock clock, OptionalLong totalBytes) {
        this.listener = listener;
        this.clock = clock;
        this.totalBytes = totalBytes;
        this.begin = clock.millis();
        this.next = begin + PAUSE_MILLIS;
    }

    /** After each object: tells the listener if it has not heard anything for a while. */
    public void moved(long bytes, long objects) {
        long now = clock.millis();
        if (now >= next) {
            next = now + PAUSE_MILLIS;
            listener.at(bytes, totalBytes, objects, left(now - begin, bytes));
        }
    }

    /** At the end. */
    public void finished(long bytes, long objects) {
        listener.at(bytes, totalBytes, objects, Optional.of(Duration.ZERO));
    }

    private Optional<Duration> left(long millis, long bytes) {
        if (totalBytes.isEmpty() || bytes <= 0) {
            return Optional.empty();
        }
        double share = (double) Math.max(0, totalBytes.getAsLong() - bytes) / bytes;
        return Optional.of(Duration.ofMillis((long) (Math.max(0, millis) * share)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity;

import de.ozgkit.core.TrustLevel;
import java.time.Duration;
import java.time.Instant;

/**
 * When the portal's own session must end: the surer the log-in, the sooner. Source: BSI TR-03160-1, as BundID asks of its services.
 *
 * @param endsAt the end, whatever happens
 * @param idle how long nothing may happen before the session ends earlier
 * @since 0.1
 */
public record SessionLimit(Instant endsAt, Duration idle) {

    /** 12 hours and 60 minutes idle below substantial, 2 hours and 30 minutes, 30 minutes and 5 minutes at high. */
    public static SessionLimit of(TrustLevel level, Instant begin) {
        return switch (level) {
            case BASIC, LOW -> new SessionLimit(begin.plus(Duration.ofHours(12)), Duration.ofMinutes(60));
            case SUBSTANTIAL -> new SessionLimit(begin.plus(Duration.ofHours(2)), Duration.ofMinutes(30));
            case HIGH -> new SessionLimit(begin.plus(Duration.ofMinutes(30)), Duration.ofMinutes(5));
        };
    }

    /** The same, ending no later than that. */
    public SessionLimit until(Instant latest) {
        return latest.isBefore(endsAt) ? new SessionLimit(latest, idle) : this;
    }

    /** Whether the session is over at {@code now}, if something happened in it at {@code lastUsed} for the last time. */
    public boolean isOver(Instant lastUsed, Instant now) {
        return !now.isBefore(endsAt) || !now.isBefore(lastUsed.plus(idle));
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import de.ozgkit.core.TransportException;
import de.ozgkit.identity.LoginState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the table of log-ins small: deletes what is over now and then, and refuses new ones when far too many are under way. Counts in the
 * database when it cleans, and by itself in between; what other nodes begin is seen at the next cleaning. Thread-safe.
 */
public final class Outstanding {

    private static final Logger LOG = LoggerFactory.getLogger(Outstanding.class);
    private static final Duration CLEANING = Duration.ofMinutes(5);
    private static final Duration CLEANING_WHEN_FULL = Duration.ofSeconds(10);

    private final LoginState state;
    private final long most;
    private final AtomicLong cleanedAt = new AtomicLong();
    private final AtomicLong count = new AtomicLong();

    public Outstanding(LoginState state, long most) {
        this.state = state;
        this.most = most;
    }

    /** Lets one more log-in begin. */
    public void admit(Instant now) {
        Duration pause = count.get() < most ? CLEANING : CLEANING_WHEN_FULL;
        long before = cleanedAt.get();
        long second = now.getEpochSecond();
        if (second - before >= pause.toSeconds() && cleanedAt.compareAndSet(before, second)) {
            clean(now);
        }
        if (count.get() >= most) {
            LOG.warn(
                    "More than {} log-ins are under way; new ones are refused. Somebody may be flooding the portal",
                    most);
            throw new TransportException("saml.busy", "Too many log-ins are under way", false, null);
        }
        count.incrementAndGet();
    }

    private void clean(Instant now) {
        try {
            count.set(state.forgetBefore(now));
        } catch (TransportException e) {
            // Another node may be cleaning too; a log-in must not fail over this.
            LOG.debug("Old log-ins were not deleted this time: {}", e.code());
        }
    }
}

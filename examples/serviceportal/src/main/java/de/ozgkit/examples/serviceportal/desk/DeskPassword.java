// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one password of all desks, with a pause after wrong tries, so that guessing takes too long. Thread-safe. */
public final class DeskPassword {

    private static final int FREE_TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final byte[] hash;
    private final Clock clock;
    private int wrong;
    private Instant openAgain = Instant.MIN;

    enum Answer {
        RIGHT,
        WRONG,
        WAIT
    }

    public DeskPassword(String password, Clock clock) {
        this.hash = hash(password);
        this.clock = clock;
    }

    synchronized Answer check(@Nullable String given) {
        if (clock.instant().isBefore(openAgain)) {
            return Answer.WAIT;
        }
        if (given != null && MessageDigest.isEqual(hash, hash(given))) {
            wrong = 0;
            return Answer.RIGHT;
        }
        wrong++;
        if (wrong >= FREE_TRIES) {
            wrong = 0;
            openAgain = clock.instant().plus(PAUSE);
        }
        return Answer.WRONG;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

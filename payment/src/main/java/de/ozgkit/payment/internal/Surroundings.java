// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.core.Tokens;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What all parts of the module stand on.
 *
 * @param callbacks base address of the portal's callback pages, without a slash at the end
 * @param patience how long a citizen may wait for news that are about to come
 */
public record Surroundings(
        Database database, Payees payees, Jobs jobs, URI callbacks, Clock clock, Tokens tokens, Duration patience) {

    Instant now() {
        return clock.instant();
    }

    URI returnTo(String token) {
        return URI.create(callbacks + "/return/" + token);
    }

    URI notifyAt(String token) {
        return URI.create(callbacks + "/notify/" + token);
    }

    /** Tokens are stored as hashes: who reads the database cannot make callbacks, and looking one up leaks no timing. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

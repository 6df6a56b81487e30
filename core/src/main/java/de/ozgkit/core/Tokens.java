// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Where ids and secrets come from. Everything in ozgkit that needs chance takes one, so that a test can repeat a run. Thread-safe if its
 * generator is; {@link #secure()} is.
 *
 * @since 0.1
 */
public final class Tokens {

    private static final int TOKEN_BYTES = 18;

    private final RandomGenerator random;

    private Tokens(RandomGenerator random) {
        this.random = random;
    }

    /** From the operating system's secure generator: what production uses. */
    public static Tokens secure() {
        return new Tokens(new SecureRandom());
    }

    /** From the given generator: for tests only, since whoever knows the seed knows the tokens. */
    public static Tokens from(RandomGenerator random) {
        return new Tokens(random);
    }

    /** A secret that nobody guesses: 144 random bits in 24 characters that fit into URLs and file names. */
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** A random id (UUID version 4). */
    public UUID uuid() {
        byte[] bytes = bytes(16);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x40);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        return new UUID(toLong(bytes, 0), toLong(bytes, 8));
    }

    /** So many random bytes. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static long toLong(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = value << Byte.SIZE | bytes[i] & 0xff;
        }
        return value;
    }
}

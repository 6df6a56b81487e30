// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.epaybl;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The proof that a notification is the Konnektor's (payment notes, 2): SHA-256 over nine values and a secret. Nothing stands between the
 * values, so that the borders of fields can be shifted without a change of the hash; a notification is therefore never more than a hint.
 */
public final class KonnektorHash {

    private static final List<String> VALUES = List.of(
            "mandant",
            "bewirtschafter",
            "zvgid",
            "kassenzeichen",
            "tan",
            "zvp",
            "zahlverfahren",
            "aktivierung",
            "status");

    private final byte[] secret;

    /** @param secret not kept as it is, so that the caller may wipe it */
    public KonnektorHash(char[] secret) {
        var bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        this.secret = Arrays.copyOf(bytes.array(), bytes.limit());
    }

    /** Whether the notification has the right hash. Takes the same time whatever is wrong with it. */
    boolean isGenuine(Map<String, String> fields) {
        byte[] right = HexFormat.of().formatHex(of(fields)).getBytes(StandardCharsets.US_ASCII);
        byte[] told =
                fields.getOrDefault("hash", "").strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, told);
    }

    private byte[] of(Map<String, String> fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : VALUES) {
                digest.update(fields.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

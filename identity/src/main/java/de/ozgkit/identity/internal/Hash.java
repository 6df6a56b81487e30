// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal over texts that must not run into each other. */
public final class Hash {

    private Hash() {}

    public static String of(String first, String second) {
        try {
            byte[] bytes = (first + "\n" + second).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

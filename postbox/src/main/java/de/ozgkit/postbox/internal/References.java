// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.internal;

import de.ozgkit.core.Tokens;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Reference numbers that people can read out: 40 random bits, so that nobody learns from one how many applications there are, in letters
 * and digits that are not mixed up (no I, L, O, U).
 */
final class References {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int HALF = 4;
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    private References() {}

    static String next(String prefix, Instant now, Tokens tokens) {
        StringBuilder random = new StringBuilder();
        for (byte b : tokens.bytes(2 * HALF)) {
            random.append(ALPHABET.charAt(b & 0x1f));
        }
        return prefix + "-" + now.atZone(GERMANY).getYear() + "-" + random.substring(0, HALF) + "-"
                + random.substring(HALF);
    }

    /** As it was given out, from what somebody typed: small letters, blanks, O for 0, I and L for 1 after the prefix. */
    static String normalize(String typed) {
        String plain = typed.strip().toUpperCase(Locale.ROOT).replaceAll("\\s*[-\u2010-\u2014\\s]\\s*", "-");
        int prefix = plain.indexOf('-') + 1;
        return plain.substring(0, prefix)
                + plain.substring(prefix).replace('O', '0').replace('I', '1').replace('L', '1');
    }
}

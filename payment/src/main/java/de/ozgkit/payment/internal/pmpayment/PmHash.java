// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.pmpayment;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash of pmPayment: HMAC-SHA256 over the values joined by a bar, all in UTF-8, as lower-case hexadecimal digits. */
public final class PmHash {

    private static final String BAR = "|";
    private static final List<String> START =
            List.of("ags", "amount", "procedure", "desc", "accountingRecord", "txid", "notifyURL", "redirectURL");
    private static final List<String> RETURN =
            List.of("ags", "txid", "amount", "desc", "status", "payment_method", "created_at");

    private final SecretKeySpec key;

    public PmHash(char[] salt) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(salt));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(encoded.array(), (byte) 0);
    }

    /** The hash of a start call. A field that is not sent is left out together with its bar. */
    public String ofStart(Map<String, String> form) {
        return of(START.stream().map(form::get).filter(Objects::nonNull).toList());
    }

    /** Whether the form that the browser brings back is signed. A field that is missing or empty keeps its place. */
    public boolean isGenuineReturn(Map<String, String> form) {
        List<String> values =
                RETURN.stream().map(name -> form.getOrDefault(name, "")).toList();
        // With a bar inside a value, the borders between values could be moved without changing the hash.
        if (hasBar(values)) {
            return false;
        }
        byte[] given = form.getOrDefault("hash", "").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, of(values).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether any value holds the separator. */
    public static boolean hasBar(Collection<String> values) {
        return values.stream().anyMatch(value -> value.contains(BAR));
    }

    private String of(List<String> values) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(String.join(BAR, values).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}

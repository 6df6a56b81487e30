// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.girocheckout;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed hash of GiroCheckout: HMAC-MD5 over values without a separator, all in UTF-8, as lower-case hexadecimal digits. It does not tell
 * where one value ends and the next begins, so that nothing rests on it alone.
 */
public final class GcHash {

    private static final String ALGORITHM = "HmacMD5";
    private static final List<String> TRANSACTION = List.of(
            "gcReference",
            "gcMerchantTxId",
            "gcBackendTxId",
            "gcAmount",
            "gcCurrency",
            "gcResultPayment",
            "gcResultAVS",
            "gcObvName");
    private static final List<String> PAGE = List.of(
            "gcPaymethod",
            "gcType",
            "gcProjectId",
            "gcReference",
            "gcMerchantTxId",
            "gcBackendTxId",
            "gcAmount",
            "gcCurrency",
            "gcResultPayment",
            "gcPkn",
            "gcCardnumber",
            "gcCardExpDate",
            "gcAccountHolder",
            "gcIban");

    private final SecretKeySpec key;

    public GcHash(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        key = new SecretKeySpec(bytes, ALGORITHM);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(encoded.array(), (byte) 0);
    }

    /** The hash of a call with these fields. */
    public String of(GcCall call, Map<String, String> fields) {
        return of(joined(call.order(), fields));
    }

    /** Whether the hash of an answer fits its body, byte by byte. */
    public boolean fits(byte[] body, String given) {
        return same(given, mac(body));
    }

    /**
     * Whether a message of the platform is signed.
     *
     * @param page whether the payment was opened on a page, whose messages have more fields
     */
    public boolean isGenuine(boolean page, Map<String, String> fields) {
        List<String> order = page ? PAGE : TRANSACTION;
        // Without these, the message of a payment would have the hash of one from a page.
        boolean whole = !page || fields.keySet().containsAll(PAGE.subList(0, 3));
        boolean clean = order.stream()
                .noneMatch(name -> fields.getOrDefault(name, "").codePoints().anyMatch(Character::isISOControl));
        return whole && clean && same(fields.getOrDefault("gcHash", ""), of(joined(order, fields)));
    }

    private static String joined(List<String> order, Map<String, String> fields) {
        return order.stream().map(name -> fields.getOrDefault(name, "")).collect(Collectors.joining());
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(
                given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                right.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of a text. */
    public String of(String text) {
        return mac(text.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-MD5", e);
        }
    }
}

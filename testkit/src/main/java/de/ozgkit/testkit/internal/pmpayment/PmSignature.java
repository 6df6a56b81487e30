// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.pmpayment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** pmPayment's side of the hashes; written apart from the connector's, so that one does not hide a mistake of the other. */
public final class PmSignature {

    private final byte[] salt;

    public PmSignature(char[] salt) {
        this.salt = new String(salt).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the start form is signed with our salt. */
    public boolean fitsStart(Map<String, String> form) {
        StringJoiner message = new StringJoiner("|");
        for (String name : new String[] {
            "ags", "amount", "procedure", "desc", "accountingRecord", "txid", "notifyURL", "redirectURL"
        }) {
            if (form.containsKey(name)) {
                message.add(form.get(name));
            }
        }
        byte[] expected = hmac(message.toString()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, form.getOrDefault("hash", "").getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of the form that the payer's browser carries back. */
    public String ofReturn(Map<String, String> form) {
        return hmac(form.get("ags")
                + '|'
                + form.get("txid")
                + '|'
                + form.get("amount")
                + '|'
                + form.get("desc")
                + '|'
                + form.get("status")
                + '|'
                + form.get("payment_method")
                + '|'
                + form.get("created_at"));
    }

    private String hmac(String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            StringBuilder hex = new StringBuilder();
            for (byte b : mac.doFinal(message.getBytes(StandardCharsets.UTF_8))) {
                hex.append(String.format(Locale.ROOT, "%02x", b));
            }
            return hex.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.girocheckout;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The platform's side of the hashes; written apart from the connector's, so that one does not hide a mistake of the other. */
public final class GcSignature {

    private final byte[] password;

    public GcSignature(char[] password) {
        this.password = new String(password).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the form has the hash of its values in this order. */
    public boolean fits(List<String> order, Map<String, String> form) {
        StringBuilder values = new StringBuilder();
        order.forEach(name -> values.append(form.getOrDefault(name, "")));
        byte[] right = of(values.toString()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, form.getOrDefault("hash", "").getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of a text. */
    public String of(String text) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(password, "HmacMD5"));
            StringBuilder hex = new StringBuilder();
            for (byte b : mac.doFinal(text.getBytes(StandardCharsets.UTF_8))) {
                hex.append(String.format(Locale.ROOT, "%02x", b));
            }
            return hex.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

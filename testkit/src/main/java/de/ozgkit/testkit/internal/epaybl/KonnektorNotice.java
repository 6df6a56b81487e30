// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.epaybl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the Konnektor writes into its notifications. */
public final class KonnektorNotice {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KonnektorNotice() {}

    /** SHA-256 over the values in their order and the secret, in hexadecimal digits. */
    public static String hash(Iterable<String> values, String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            values.forEach(value -> digest.update(value.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static String json(Map<String, String> fields, boolean wrapped) {
        return JSON.writeValueAsString(wrapped ? Map.of("data", fields) : fields);
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import de.ozgkit.core.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of a return or notification from the request that brought them, whatever web framework received it. Platforms send a
 * form, a query or a JSON object, flat or wrapped in {@code data}; all become the same fields. Nothing in them is checked here.
 *
 * @since 0.1
 */
public final class CallbackFields {

    /** The largest body that is read. */
    public static final int MOST_BYTES = 64 * 1024;

    /** Numbers keep their digits, since a platform's hash may be made of them. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CallbackFields() {}

    /**
     * The fields of query and body. Where a name comes twice, the body goes before the query, and the first value before later ones. Of a
     * JSON object, texts, numbers and truth values are taken and all else is left out.
     *
     * @param contentType of the body, if the request names one
     * @param body read to its end, but no further than {@link #MOST_BYTES}; not closed
     * @param query the raw query of the address, if there is one
     * @throws RejectedException {@code payment.callback.too_large} or {@code payment.callback.unreadable} (answer 400)
     * @throws UncheckedIOException if the body cannot be read to its end
     */
    public static Map<String, String> read(@Nullable String contentType, InputStream body, @Nullable String query) {
        String text = text(body);
        Map<String, String> fields = new LinkedHashMap<>();
        if (isJson(contentType, text)) {
            json(fields, text);
        } else {
            form(fields, text);
        }
        if (query != null) {
            if (query.length() > MOST_BYTES) {
                throw tooLarge();
            }
            form(fields, query);
        }
        return fields;
    }

    private static String text(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJson(@Nullable String contentType, String text) {
        if (contentType != null) {
            String type = contentType.toLowerCase(Locale.ROOT);
            if (type.contains("form-urlencoded")) {
                return false;
            }
            if (type.contains("json")) {
                return !text.isBlank();
            }
        }
        return text.stripLeading().startsWith("{");
    }

    private static void json(Map<String, String> fields, String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            throw unreadable("is not JSON");
        }
        JsonNode object = tree.path("data").isObject() ? tree.path("data") : tree;
        if (!object.isObject()) {
            throw unreadable("is no JSON object");
        }
        object.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isString() || value.isNumber() || value.isBoolean()) {
                fields.putIfAbsent(property.getKey(), value.asString());
            }
        });
    }

    private static void form(Map<String, String> fields, String encoded) {
        for (String field : encoded.strip().split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable("is not encoded as a form");
        }
    }

    private static RejectedException tooLarge() {
        return new RejectedException(
                "payment.callback.too_large", "A callback of more than 64 KiB; no platform sends that");
    }

    private static RejectedException unreadable(String what) {
        return new RejectedException("payment.callback.unreadable", "The content of a callback " + what);
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of strangers, read with limits; and JSON for people to read. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(200)
                            .maxStringLength(1 << 20)
                            .maxDocumentLength(16L << 20)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY = MAPPER.writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES));

    private Json() {}

    public static JsonNode read(String json) throws JacksonException {
        try {
            return MAPPER.readTree(json);
        } catch (NumberFormatException e) {
            // Jackson's answer to an exponent of many digits.
            throw new StreamReadException(null, "a number that cannot be read", e);
        }
    }

    public static String pretty(JsonNode node) {
        return PRETTY.writeValueAsString(node) + "\n";
    }

    /** The texts and numbers of a JSON object, for the limits that version 2 keeps as JSON; empty if it is none. */
    public static Optional<Map<String, String>> members(String json) {
        try {
            JsonNode object = read(json);
            Map<String, String> members = new TreeMap<>();
            object.properties().forEach(e -> {
                if (e.getValue().isString() || e.getValue().isNumber()) {
                    members.put(e.getKey(), e.getValue().asString());
                }
            });
            return object.isObject() ? Optional.of(members) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}

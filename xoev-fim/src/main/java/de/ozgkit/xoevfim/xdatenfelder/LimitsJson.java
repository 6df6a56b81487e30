// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The limits of a value as version 2 has them: a JSON object in a text, all values strings. */
final class LimitsJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(10).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LimitsJson() {}

    /** The members of the object; one that is neither text nor number comes without a value. Empty if the text is no object. */
    static Optional<Map<String, Optional<String>>> read(String json) {
        try {
            JsonNode object = MAPPER.readTree(json);
            if (!object.isObject()) {
                return Optional.empty();
            }
            Map<String, Optional<String>> members = new LinkedHashMap<>();
            object.properties().forEach(member -> {
                JsonNode value = member.getValue();
                members.put(
                        member.getKey(),
                        value.isString() || value.isNumber() ? Optional.of(value.asString()) : Optional.empty());
            });
            return Optional.of(members);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static String write(Map<String, String> members) {
        return MAPPER.writeValueAsString(members);
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.internal;

import de.ozgkit.postbox.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** The little JSON that is written and read here. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST = 4 << 20;

    private Json() {}

    /** The text itself, if it is one JSON object of bearable size. */
    public static String requireObject(String json) {
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException("The data of an application have at most " + LONGEST + " characters");
        }
        try {
            if (MAPPER.readTree(json).isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // its message quotes the data
            throw new IllegalArgumentException("A JSON object is expected, but this text cannot be read as JSON");
        }
        throw new IllegalArgumentException("A JSON object is expected, but this is another kind of JSON value");
    }

    /** An object of plain values. */
    public static String write(Map<String, ?> object) {
        return MAPPER.writeValueAsString(object);
    }

    /** JSON as it is, to stand inside of an object that is written. */
    public static Object raw(String json) {
        return new RawValue(json);
    }

    public static String writeAnswers(List<Answer> answers) {
        return MAPPER.writeValueAsString(
                answers.stream().map(a -> List.of(a.label(), a.value())).toList());
    }

    public static List<Answer> readAnswers(String json) {
        List<Answer> answers = new ArrayList<>();
        for (List<String> pair : MAPPER.readValue(json, new TypeReference<List<List<String>>>() {})) {
            answers.add(new Answer(pair.get(0), pair.get(1)));
        }
        return answers;
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.Ars;
import de.ozgkit.core.Leistungsschluessel;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.http.HttpAnswer;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON leniently: unknown fields do not matter, fields that are missing or of another kind are empty. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** The document. Its parser's words are dropped: they repeat what they found. */
    static JsonNode read(byte[] content) {
        try {
            JsonNode tree = MAPPER.readTree(content);
            if (tree.isObject() || tree.isArray()) {
                return tree;
            }
        } catch (JacksonException e) {
            // said below
        }
        throw new RejectedException("json.malformed", "no JSON object or array");
    }

    static JsonNode read(HttpAnswer answer) {
        return read(answer.body());
    }

    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() || value.isNumber()
                ? Optional.of(value.asString().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    static String textOrEmpty(JsonNode node, String field) {
        return text(node, field).orElse("");
    }

    static List<JsonNode> list(JsonNode node, String field) {
        return items(node.path(field));
    }

    static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(items::add);
        }
        return items;
    }

    static List<String> texts(JsonNode node, String field) {
        return list(node, field).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    static long number(JsonNode node, String field, long otherwise) {
        JsonNode value = node.path(field);
        return value.isIntegralNumber() && value.canConvertToLong() ? value.asLong() : otherwise;
    }

    static boolean yes(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isBoolean() && value.asBoolean();
    }

    /** A time with or without an offset; without one it is taken as UTC. */
    static Optional<Instant> time(JsonNode node, String field) {
        return text(node, field).flatMap(text -> {
            try {
                TemporalAccessor time =
                        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                return Optional.of(
                        time instanceof OffsetDateTime exact
                                ? exact.toInstant()
                                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    /** An address that a browser may be sent to. */
    static Optional<URI> link(JsonNode node, String field) {
        return text(node, field)
                .flatMap(text -> valid(URI::create, text))
                .filter(uri ->
                        uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?"));
    }

    /** An address as the peer gave it, which may be relative to its own. */
    static Optional<URI> resolved(URI base, String text) {
        return valid(base::resolve, text).filter(uri -> uri.getHost() != null);
    }

    static Optional<Ars> ars(String text) {
        return valid(Ars::of, text);
    }

    static Optional<Leistungsschluessel> key(String text) {
        return valid(Leistungsschluessel::of, text);
    }

    private static <T> Optional<T> valid(Function<String, T> reader, String text) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

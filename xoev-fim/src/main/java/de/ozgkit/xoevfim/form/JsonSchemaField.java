// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.internal.pattern.LexicalRange;
import de.ozgkit.xoevfim.internal.pattern.PatternText;
import de.ozgkit.xoevfim.validation.Din91379.Datatype;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A field as JSON Schema. */
final class JsonSchemaField {

    /** The format "time" of RFC 3339 would need the offset of a time zone, which a time of day has not. */
    private static final String TIME = "^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$";

    /** The definition that all fields of {@link FormField.Kind#TEXT_LATIN} share. */
    static final String LATIN = "text_latin";

    private JsonSchemaField() {}

    static ObjectNode latin() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("$comment", "DIN 91379, data type C")
                .put("pattern", "^(?:" + Datatype.C.expression() + ")$");
    }

    static ObjectNode of(FormField field) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("title", field.label());
        field.help().ifPresent(help -> node.put("description", help));
        if (field.readOnly()) {
            node.put("readOnly", true);
        }
        switch (field.kind()) {
            case TEXT -> text(node, field.limits());
            case TEXT_LATIN -> {
                text(node, field.limits());
                node.putArray("allOf").addObject().put("$ref", "#/$defs/" + LATIN);
            }
            case DATE -> moment(node.put("type", "string").put("format", "date"), field.limits());
            case DATETIME -> moment(node.put("type", "string").put("format", "date-time"), field.limits());
            case TIME -> moment(node.put("type", "string").put("pattern", TIME), field.limits());
            case BOOL -> node.put("type", "boolean");
            case INTEGER -> number(node.put("type", "integer"), field.limits());
            case NUMBER, CURRENCY -> number(node.put("type", "number"), field.limits());
            case SELECT -> select(node.put("type", "string"), field);
            case FILE, NOTE -> node.put("type", "string");
        }
        return node;
    }

    private static void text(ObjectNode node, FormField.Limits limits) {
        node.put("type", "string");
        limits.minLength().ifPresent(min -> node.put("minLength", min));
        limits.maxLength().ifPresent(max -> node.put("maxLength", max));
        limits.pattern().flatMap(PatternText::forJsonSchema).ifPresent(pattern -> node.put("pattern", pattern));
    }

    private static void moment(ObjectNode node, FormField.Limits limits) {
        List<String> patterns = Stream.of(
                        limits.minValue().map(LexicalRange::atLeast).orElse(null),
                        limits.maxValue().map(LexicalRange::atMost).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        if (!patterns.isEmpty()) {
            ArrayNode allOf = node.putArray("allOf");
            patterns.forEach(p -> allOf.addObject().put("pattern", p));
        }
    }

    private static void number(ObjectNode node, FormField.Limits limits) {
        limits.minValue().ifPresent(min -> node.put("minimum", new BigDecimal(min)));
        limits.maxValue().ifPresent(max -> node.put("maximum", new BigDecimal(max)));
    }

    private static void select(ObjectNode node, FormField field) {
        if (!field.choices().isEmpty()) {
            ArrayNode oneOf = node.putArray("oneOf");
            field.choices()
                    .forEach(c -> oneOf.addObject().put("const", c.code()).put("description", c.label()));
        }
    }
}

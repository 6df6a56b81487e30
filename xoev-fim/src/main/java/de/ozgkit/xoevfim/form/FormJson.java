// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.form.FormField.Kind;
import de.ozgkit.xoevfim.internal.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as the JSON that the FIM conversion from XDatenfelder describes: properties named id, "V" and version; arrays for what may
 * repeat; labels left out.
 */
final class FormJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FormJson() {}

    static String write(FormModel form, Answers answers) {
        return object(form.elements(), AnswerTree.of(answers)).toString();
    }

    private static ObjectNode object(List<FormElement> elements, AnswerTree given) {
        ObjectNode object = NODES.objectNode();
        for (FormElement element : elements) {
            List<JsonNode> values = new ArrayList<>();
            given.repeats(element.id()).values().forEach(v -> add(values, element, v));
            while (element instanceof FormGroup group
                    && values.size() < group.occurs().min()) {
                values.add(object(group.children(), AnswerTree.empty()));
            }
            if (values.size() > 1 || (element.occurs().repeats() && !values.isEmpty())) {
                object.set(element.jsonKey(), new ArrayNode(NODES, values));
            } else if (!values.isEmpty()) {
                object.set(element.jsonKey(), values.get(0));
            }
        }
        return object;
    }

    private static void add(List<JsonNode> values, FormElement element, AnswerTree given) {
        if (element instanceof FormGroup group) {
            values.add(object(group.children(), given));
        } else if (element instanceof FormField field && given.value() != null && field.answerable()) {
            values.add(scalar(field, given.value()));
        }
    }

    private static JsonNode scalar(FormField field, String raw) {
        String canonical = Value.of(field, raw).canonical();
        if (canonical == null) {
            throw new IllegalArgumentException(
                    "the answer to " + field.id() + " has not the form of its kind; validate before writing");
        }
        return node(field, canonical);
    }

    /** A canonical value as JSON. */
    static JsonNode node(FormField field, String canonical) {
        return switch (field.kind()) {
            case BOOL -> NODES.booleanNode(Boolean.parseBoolean(canonical));
            case INTEGER -> NODES.numberNode(new BigDecimal(canonical).toBigInteger());
            case NUMBER, CURRENCY -> NODES.numberNode(new BigDecimal(canonical));
            case DATETIME -> NODES.stringNode(GermanTime.withOffset(canonical));
            default -> NODES.stringNode(canonical);
        };
    }

    static Answers read(FormModel form, String json) {
        Map<String, String> answers = new HashMap<>();
        try {
            read(form.elements(), Json.read(json), FieldPath.ROOT, answers);
        } catch (JacksonException e) {
            // The parser's own message may hold a piece of the answers.
            throw new RejectedException(
                    "form.json",
                    "this is no JSON that can be read, see line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
        }
        return Answers.of(answers);
    }

    private static void read(List<FormElement> elements, JsonNode object, FieldPath base, Map<String, String> answers) {
        if (!object.isObject()) {
            throw new RejectedException("form.json", "an object was expected at '" + base + "'");
        }
        int known = 0;
        for (FormElement element : elements) {
            JsonNode node = object.get(element.jsonKey());
            if (node == null || !element.answerable()) {
                continue;
            }
            known++;
            int index = 1;
            for (JsonNode one : node.isArray() ? node : List.of(node)) {
                if (index > FieldPath.MAX_INDEX) {
                    throw new RejectedException("form.json", "too many values at '" + base + "'");
                }
                read(element, one, base.child(element.id(), index++), answers);
            }
        }
        if (known < object.size()) {
            throw new RejectedException("form.json", "a property at '" + base + "' is not part of this form");
        }
    }

    private static void read(FormElement element, JsonNode node, FieldPath path, Map<String, String> answers) {
        if (element instanceof FormGroup group) {
            read(group.children(), node, path, answers);
        } else if (element instanceof FormField field && !node.isNull()) {
            String text = text(field, node);
            if (text == null) {
                throw new RejectedException("form.json", "the value at '" + path + "' is of the wrong type");
            }
            answers.put(path.toString(), text);
        }
    }

    private static @Nullable String text(FormField field, JsonNode node) {
        if (node.isNumber()) {
            return Value.decimal(field, node.decimalValue()).canonical();
        }
        if (node.isBoolean()) {
            return String.valueOf(node.booleanValue());
        }
        return !node.isString()
                ? null
                : field.kind() == Kind.DATETIME ? GermanTime.local(node.stringValue()) : node.stringValue();
    }
}

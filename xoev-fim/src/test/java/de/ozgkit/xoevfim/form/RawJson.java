// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers as JSON, however wrong: what has not the form of its kind is a text, what is not part of the form a property of its own. */
final class RawJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RawJson() {}

    static String of(FormModel form, Answers answers) {
        ObjectNode root = object(form.elements(), AnswerTree.of(answers));
        boolean unknown =
                form.validate(answers).errors().stream().anyMatch(e -> e.rule().equals("answer.unknown"));
        return (unknown ? root.put("unknown", "x") : root).toString();
    }

    private static ObjectNode object(List<FormElement> elements, AnswerTree given) {
        ObjectNode object = NODES.objectNode();
        for (FormElement element : elements) {
            List<JsonNode> values = new ArrayList<>();
            given.repeats(element.id()).values().forEach(v -> {
                if (element instanceof FormGroup group) {
                    values.add(object(group.children(), v));
                } else if (v.value() != null && element.answerable()) {
                    values.add(scalar((FormField) element, v.value()));
                }
            });
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

    private static JsonNode scalar(FormField field, String raw) {
        String canonical = Value.of(field, raw).canonical();
        return canonical == null ? NODES.stringNode(raw) : FormJson.node(field, canonical);
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.internal.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A form as JSON Schema 2020-12: the groups and their rules; fields are told by {@link JsonSchemaField}. */
final class JsonSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FormModel form;
    private final Map<FieldPath, List<AppliedRule>> rules;
    private final Map<String, JsonNode> definitions = new TreeMap<>();

    private JsonSchema(FormModel form) {
        this.form = form;
        this.rules = AppliedRule.of(form);
    }

    static String of(FormModel form) {
        return Json.pretty(new JsonSchema(form).document());
    }

    private JsonNode document() {
        ObjectNode document = NODES.objectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", form.title());
        form.help().ifPresent(help -> document.put("description", help));
        object(document, form.elements(), FieldPath.ROOT);
        ObjectNode definitions = document.putObject("$defs");
        this.definitions.forEach(definitions::set);
        return document;
    }

    private void object(ObjectNode object, List<FormElement> elements, FieldPath at) {
        object.put("type", "object");
        String unchecked = form.rules().stream()
                .filter(r -> !r.applied() && (r.place().equals(at) || isField(r.place(), at)))
                .map(r -> r.id() + ": " + r.text())
                .distinct()
                .collect(Collectors.joining("\n"));
        if (!unchecked.isEmpty()) {
            object.put("$comment", unchecked);
        }
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (FormElement element : elements) {
            if (element.answerable()) {
                properties.set(element.jsonKey(), property(element, at.child(element.id())));
                if (min(element) > 0) {
                    required.add(element.jsonKey());
                }
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        object.put("additionalProperties", false);
        ArrayNode allOf = NODES.arrayNode();
        rules.getOrDefault(at, List.of())
                .forEach(rule -> JsonSchemaRule.of(rule).ifPresent(allOf::add));
        if (!allOf.isEmpty()) {
            object.set("allOf", allOf);
        }
    }

    /** Whether a rule stands at a field of this group. */
    private boolean isField(FieldPath place, FieldPath group) {
        int steps = place.steps().size();
        return steps == group.steps().size() + 1
                && place.within(group)
                && FormTree.along(form.elements(), place).get(steps - 1) instanceof FormField;
    }

    /** The portal fills what is hidden, so nobody is told to. */
    static int min(FormElement element) {
        return element instanceof FormField field && field.hidden()
                ? 0
                : element.occurs().min();
    }

    private JsonNode property(FormElement element, FieldPath at) {
        ObjectNode content = element.fold(group -> group(group, at), this::field);
        ObjectNode reference = NODES.objectNode().put("$ref", "#/$defs/" + name(element.jsonKey(), content));
        if (!element.occurs().repeats()) {
            return reference;
        }
        ObjectNode array = NODES.objectNode().put("type", "array");
        array.set("items", reference);
        array.put("minItems", Math.max(1, min(element)));
        if (element.occurs().max() < Occurs.UNBOUNDED) {
            array.put("maxItems", element.occurs().max());
        }
        return array;
    }

    private ObjectNode field(FormField field) {
        if (field.kind() == FormField.Kind.TEXT_LATIN) {
            definitions.put(JsonSchemaField.LATIN, JsonSchemaField.latin());
        }
        return JsonSchemaField.of(field);
    }

    private ObjectNode group(FormGroup group, FieldPath at) {
        ObjectNode node = NODES.objectNode().put("title", group.label());
        group.help().ifPresent(help -> node.put("description", help));
        object(node, group.children(), at);
        if (group.choice()) {
            ArrayNode oneOf = node.putArray("oneOf");
            group.answerableChildren()
                    .forEach(c -> oneOf.addObject().putArray("required").add(c.jsonKey()));
        }
        return node;
    }

    /** One element may stand in several places with other content, or under another rule: then each has a definition. */
    private String name(String key, JsonNode content) {
        String name = key;
        for (int i = 2; !content.equals(definitions.computeIfAbsent(name, n -> content)); i++) {
            name = key + "." + i;
        }
        return name;
    }
}

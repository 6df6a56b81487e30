// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A rule as JSON Schema for the group in which it applies. */
final class JsonSchemaRule {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonSchemaRule() {}

    /** Empty if it demands nothing that a person could do. */
    static Optional<JsonNode> of(AppliedRule rule) {
        ArrayNode demands = NODES.arrayNode();
        for (List<FormElement> along : rule.targets()) {
            switch (rule.demand()) {
                case ANSWERED -> {
                    if (!(last(along) instanceof FormField field && field.hidden())) {
                        demands.add(demanded(along));
                    }
                }
                case UNANSWERED -> demands.add(not(answered(along)));
                case AT_LEAST_ONE, EXACTLY_ONE -> demands.add(answered(along));
            }
        }
        if (demands.isEmpty()) {
            return Optional.empty();
        }
        JsonNode then =
                switch (rule.demand()) {
                    case AT_LEAST_ONE -> combined("anyOf", demands);
                    case EXACTLY_ONE -> combined("oneOf", demands);
                    default -> combined("allOf", demands);
                };
        if (rule.when().isEmpty()) {
            return Optional.of(then);
        }
        ArrayNode when = NODES.arrayNode();
        rule.when().forEach(test -> when.add(test(test)));
        ObjectNode conditional = NODES.objectNode();
        conditional.set("if", combined("allOf", when));
        conditional.set("then", then);
        return Optional.of(conditional);
    }

    private static JsonNode combined(String how, ArrayNode parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        ObjectNode all = NODES.objectNode();
        all.set(how, parts);
        return all;
    }

    private static JsonNode test(AppliedRule.Test test) {
        return switch (test.test()) {
            case ANSWERED -> answered(test.along());
            case UNANSWERED -> not(answered(test.along()));
            case IS -> is(test);
            case IS_NOT -> not(is(test));
        };
    }

    private static FormElement last(List<FormElement> along) {
        return along.get(along.size() - 1);
    }

    private static ObjectNode not(JsonNode node) {
        ObjectNode not = NODES.objectNode();
        not.set("not", node);
        return not;
    }

    private static ObjectNode answered(List<FormElement> along) {
        return has(along, last(along).fold(JsonSchemaRule::filled, field -> NODES.objectNode()));
    }

    private static ObjectNode is(AppliedRule.Test test) {
        ObjectNode equal = NODES.objectNode();
        if (last(test.along()) instanceof FormField field) {
            equal.set("const", FormJson.node(field, test.value().orElse("")));
        }
        return has(test.along(), equal);
    }

    /** Some repeat along the way ends in this content. */
    private static ObjectNode has(List<FormElement> along, ObjectNode content) {
        FormElement first = along.get(0);
        ObjectNode inner = along.size() == 1 ? content : has(along.subList(1, along.size()), content);
        ObjectNode value = NODES.objectNode();
        if (first.occurs().repeats() && !inner.isEmpty()) {
            value.set("contains", inner);
        }
        return with(first, first.occurs().repeats() ? value : inner);
    }

    /** In every repeat of the groups along the way, of which there is at least one. */
    private static ObjectNode demanded(List<FormElement> along) {
        if (along.size() == 1) {
            return answered(along);
        }
        FormElement first = along.get(0);
        ObjectNode inner = demanded(along.subList(1, along.size()));
        ObjectNode array = NODES.objectNode();
        array.set("items", inner);
        return with(first, first.occurs().repeats() ? array : inner);
    }

    private static ObjectNode with(FormElement element, ObjectNode value) {
        ObjectNode node = NODES.objectNode();
        node.putArray("required").add(element.jsonKey());
        if (!value.isEmpty()) {
            node.putObject("properties").set(element.jsonKey(), value);
        }
        return node;
    }

    /** What a group that is there must hold to count as answered; nothing more if it cannot be empty. */
    private static ObjectNode filled(FormGroup group) {
        ObjectNode node = NODES.objectNode();
        if (!neverEmpty(group)) {
            ArrayNode anyOf = node.putArray("anyOf");
            group.answerableChildren().forEach(child -> anyOf.add(answered(List.of(child))));
        }
        return node;
    }

    private static boolean neverEmpty(FormElement element) {
        return element.fold(
                group -> group.choice()
                        ? group.answerableChildren().stream().allMatch(JsonSchemaRule::neverEmpty)
                        : group.answerableChildren().stream().anyMatch(c -> JsonSchema.min(c) > 0 && neverEmpty(c)),
                field -> true);
    }
}

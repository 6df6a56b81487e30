// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.Finding.Severity;
import de.ozgkit.xoevfim.xdatenfelder.XDatenfelderMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All quality rules, and how they are put to a message. Thread-safe. */
public final class Quality {

    private final List<QualityRule> rules;

    /** @param isLatin whether a text is of String.Latin */
    public Quality(Predicate<String> isLatin) {
        this.rules = Stream.of(
                        ElementRules.ALL,
                        StructureRules.ALL,
                        FieldRules.ALL,
                        LimitRules.ALL,
                        ContentRuleTable.ALL,
                        CodeListRules.ALL,
                        RelationRules.ALL,
                        List.of(TextRules.latin(isLatin)),
                        TextRules.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** An element that stands at several places is judged once, each of its places by itself. */
    public void check(XDatenfelderMessage message, Consumer<Finding> findings) {
        Optional<SchemaElement> root = message.fold(Elements2::of, Elements3::of);
        Set<String> judged = new HashSet<>();
        root.stream().flatMap(Quality::all).forEach(element -> {
            for (QualityRule rule : rules) {
                if (rule.violated().test(element) && (element.id.isEmpty() || judged.add(once(rule, element)))) {
                    findings.accept(
                            rule.at(element, message.line(element.source).orElse(0)));
                }
            }
        });
    }

    /** The numbers of the rules, and how bad it is to break them. */
    public SortedMap<Integer, Severity> severities() {
        SortedMap<Integer, Severity> severities = new TreeMap<>();
        rules.forEach(rule -> severities.put(rule.number(), rule.severity()));
        return severities;
    }

    /** In the order of the document: an element, its rules, its children. */
    private static Stream<SchemaElement> all(SchemaElement element) {
        return Stream.concat(
                Stream.concat(Stream.of(element), element.rules.stream()),
                element.children.stream().flatMap(Quality::all));
    }

    private static String once(QualityRule rule, SchemaElement element) {
        String parent = rule.atPlace() && element.parent != null ? element.parent.key() : "";
        return rule.number() + " " + element.key() + " " + parent;
    }
}

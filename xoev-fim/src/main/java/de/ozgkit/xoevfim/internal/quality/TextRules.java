// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.quality;

import static de.ozgkit.xoevfim.internal.quality.QualityRule.error;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.info;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.method;
import static de.ozgkit.xoevfim.internal.quality.QualityRule.warning;

import de.ozgkit.xoevfim.internal.quality.SchemaElement.Kind;
import de.ozgkit.xoevfim.internal.quality.SchemaElement.Reference;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts, legal bases, and rules in words. */
final class TextRules {

    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][^\\s<>\"]*)?");
    private static final Pattern VERSIONED_ID = Pattern.compile("\\b[FG][0-9]{8}(?:[0-9]{3})? ?V[0-9]");
    private static final Pattern SHORT_ID = Pattern.compile("\\b[FG][0-9]{8}\\b");
    private static final Pattern LONG_ID = Pattern.compile("\\b[FG][0-9]{11}\\b");

    private TextRules() {}

    static final List<QualityRule> ALL = List.of(
            info(
                    1136,
                    "Ein Text ist länger als empfohlen.",
                    "A text is longer than is recommended.",
                    e -> Stream.of(e.name, e.label, e.labelOut, e.creator, e.versionNote)
                                    .anyMatch(t -> t.length() > 255)
                            || Stream.of(e.help, e.helpOut, e.limits.pattern()).anyMatch(t -> t.length() > 500)
                            || Stream.of(e.definition, e.description, e.content, e.ruleText)
                                    .anyMatch(t -> t.length() > 5_000)),
            info(
                    1137,
                    "Die Kennung der Codeliste ist länger als die empfohlenen 255 Zeichen.",
                    "The URN of the code list is longer than the recommended 255 characters.",
                    e -> e.hasCodeList && e.codeList.uri().length() > 255),
            method(
                    1098,
                    "Bezeichnung und Hilfetext sind gleich.",
                    "Label and help text are the same.",
                    e -> !e.help.isEmpty() && e.help.equals(e.label)
                            || !e.helpOut.isEmpty() && e.helpOut.equals(e.labelOut)),
            method(
                    1099,
                    "Name und Hilfetext eines Wertes sind gleich.",
                    "Name and help text of a value are the same.",
                    e -> e.choices != null
                            && e.choices.stream()
                                    .anyMatch(
                                            c -> !c.help().isEmpty() && c.help().equals(c.name()))),
            warning(
                    1132,
                    "Ein Bezug nennt mehrere Handlungsgrundlagen; führen Sie jede einzeln auf.",
                    "A reference names several legal bases; list each of them by itself.",
                    e -> e.version3
                            && references(e)
                                    .anyMatch(r ->
                                            r.text().indexOf('§') != r.text().lastIndexOf('§'))),
            warning(
                    1133,
                    "Der Link zu einer Handlungsgrundlage ist keine Webadresse.",
                    "The link to a legal basis is no web address.",
                    e -> references(e)
                            .anyMatch(r -> !r.link().isEmpty()
                                    && !URL.matcher(r.link()).matches())),
            method(
                    1024,
                    "Der Text der Regel fehlt.",
                    "The text of the rule is missing.",
                    e -> e.is(Kind.RULE) && e.ruleText.isEmpty()),
            method(
                    1001,
                    "Die Regel spricht von einem Element, das es dort, wo sie steht, nicht gibt.",
                    "The rule speaks of an element that does not exist where the rule stands.",
                    e -> e.is(Kind.RULE) && !e.ruleText.isEmpty() && speaksOfOthers(e)),
            method(
                    1019,
                    "Die Regel nennt zu einem Element eine Version.",
                    "The rule names a version of an element.",
                    e -> e.is(Kind.RULE) && VERSIONED_ID.matcher(e.ruleText).find()),
            method(
                    1041,
                    "Die Regel nennt ein Element mit seiner alten, kurzen ID.",
                    "The rule names an element by its old, short id.",
                    e -> e.version3
                            && e.is(Kind.RULE)
                            && SHORT_ID.matcher(e.ruleText).find()));

    /** @param isLatin whether a text is of String.Latin */
    static QualityRule latin(Predicate<String> isLatin) {
        return error(
                1131,
                "Ein Text enthält ein Zeichen, das nicht zu String.Latin gehört.",
                "A text holds a character that does not belong to String.Latin.",
                e -> e.version3 && !texts(e).allMatch(isLatin));
    }

    private static Stream<String> texts(SchemaElement e) {
        return Stream.of(
                e.name, e.label, e.labelOut, e.help, e.helpOut, e.description, e.definition, e.creator, e.ruleText);
    }

    private static Stream<Reference> references(SchemaElement e) {
        return Stream.concat(e.references.stream(), e.countReferences.stream());
    }

    private static boolean speaksOfOthers(SchemaElement rule) {
        if (rule.parent == null) {
            return false;
        }
        Matcher ids = (rule.version3 ? LONG_ID : SHORT_ID).matcher(rule.ruleText);
        return ids.results()
                .anyMatch(id -> !id.group().equals(rule.parent.id)
                        && !rule.parent.idsBelow().contains(id.group()));
    }
}

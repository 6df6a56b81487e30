// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.form.FormRule.Condition;
import de.ozgkit.xoevfim.form.FormRule.Demand;
import de.ozgkit.xoevfim.form.FormRule.Statement;
import de.ozgkit.xoevfim.form.FormRule.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the controlled sentences in which FIM editors write rules: "Wenn im Datenfeld F… der Wert … angegeben wurde, dann soll F… zum
 * Pflichtfeld werden.", "Es muss entweder … oder … befüllt werden." and the ways to say the same that occur in real schemas. A text is
 * understood as a whole or not at all: a sentence that was not understood may limit those that were.
 */
final class RuleGrammar {

    private static final int MAX_TEXT = 4_000;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** An id, with the quote that some editors put before it by mistake, and its label, which may hold anything. */
    private static final Pattern LABELLED = Pattern.compile("\"?\\b([FG][0-9]{8}(?:[0-9]{3})?)\\b(?: ?\"[^\"]+\")? ?");

    private static final Pattern QUOTED_ID = Pattern.compile("\"([FG][0-9]{8}(?:[0-9]{3})?)\"");
    private static final String ID = "[FG][0-9]{8}(?:[0-9]{3})?";
    private static final String NOUN = "(?:(?:in |im |dem |der |das |die |den |des )*"
            + "(?:daten)?(?:feld(?:e|es|er|ern|s)?|feldgruppen?|gruppen?) )?";
    private static final String ELEMENT = NOUN + ID;
    private static final String LIST =
            ELEMENT + "(?: ?, ?" + ELEMENT + ")*(?:(?: ?,)? (?:und|oder|sowie) " + ELEMENT + ")?";
    private static final String FILLED = "(?:befüllt|ausgefüllt|angegeben|gefüllt)";
    private static final String VALUE = "(?:\"(?<quoted>[^\"]*)\"|(?<bare>[^\\s\",;]+))(?: ?\"[^\"]*\")?";

    private static final Pattern IDS = Pattern.compile(ID);
    private static final Pattern GIVEN = pattern("(?<one>" + ELEMENT + ") (?<not>nicht )?(?:der|den) wert " + VALUE
            + " (?<late>nicht )?(?:angegeben|ausgewählt|gewählt|eingetragen|erfasst)(?: (?:wurde|wird|ist))?");
    private static final Pattern COMPARED = pattern("(?<one>" + ELEMENT + ") ?(?<sign>=|<>|!=|≠) ?" + VALUE);
    private static final Pattern ANSWERED = pattern("(?<one>(?:alle [a-zäöü]{0,10} ?)?" + LIST
            + ") (?<not>nicht )?(?<what>" + FILLED + "|leer)(?: (?:wurden?|werden|wird|ist|sind))?");
    private static final List<Pattern> CONDITIONS = List.of(GIVEN, COMPARED, ANSWERED);

    private static final Pattern IF = pattern("wenn ");
    private static final Pattern AND = pattern(" und ");
    private static final Pattern THEN = pattern(" ?, ?(?:dann |so )?");
    private static final Pattern DEMAND =
            pattern("(?<verb>sollen|soll|muss|müssen|darf|dürfen|ist|sind) (?<either>entweder )?(?<list>" + LIST
                    + ") (?<not>nicht )?(?<what>(?:zum |zu |ein )?pflichtfeld(?:ern|er)?|" + FILLED
                    + "|leer)(?: (?:werden|sein|bleiben))?");
    private static final Pattern SOME =
            pattern("es (?:muss|müssen|soll|sollen) (?<how>entweder|mindestens eine[sr]?|genau eine[sr]?)"
                    + "(?: der folgenden| von)? (?<list>" + LIST + ") " + FILLED + "(?: (?:werden|sein))?");
    private static final Pattern END = pattern(" ?(?:[.;] ?|$)");

    private final String text;
    private int at;

    private RuleGrammar(String text) {
        this.text = text;
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, FLAGS);
    }

    /** The statements of a rule, not yet placed in a form; empty if it was not understood. */
    static List<Statement> parse(String words) {
        String quotes = words.replaceAll("[„“”»«]", "\"")
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
        if (quotes.isEmpty() || quotes.length() > MAX_TEXT) {
            return List.of();
        }
        String ids = QUOTED_ID.matcher(quotes).replaceAll("$1");
        return new RuleGrammar(LABELLED.matcher(ids).replaceAll("$1 ").strip()).statements();
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        while (at < text.length()) {
            Optional<Statement> statement = take(IF).isPresent() ? conditional() : some();
            if (statement.isEmpty() || take(END).isEmpty()) {
                return List.of();
            }
            statements.add(statement.get());
        }
        return statements;
    }

    private Optional<Matcher> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    private Optional<Statement> conditional() {
        List<Condition> when = new ArrayList<>();
        do {
            Optional<Matcher> condition =
                    CONDITIONS.stream().flatMap(c -> take(c).stream()).findFirst();
            if (condition.isEmpty() || isOr(condition.get().group("one"))) {
                return Optional.empty();
            }
            when.addAll(conditions(condition.get()));
        } while (take(AND).isPresent());
        return take(THEN).flatMap(then -> take(DEMAND)).flatMap(d -> demand(d)
                .map(demand -> new Statement(when, demand, ids(d.group("list")), List.of())));
    }

    private static List<Condition> conditions(Matcher matcher) {
        if (matcher.pattern() == ANSWERED) {
            boolean answered =
                    (matcher.group("not") == null) != matcher.group("what").equalsIgnoreCase("leer");
            return ids(matcher.group("one")).stream()
                    .map(id -> new Condition(id, answered ? Test.ANSWERED : Test.UNANSWERED, Optional.empty()))
                    .toList();
        }
        boolean is = matcher.pattern() == COMPARED
                ? matcher.group("sign").equals("=")
                : (matcher.group("not") == null) == (matcher.group("late") == null);
        String quoted = matcher.group("quoted");
        String value = quoted == null ? matcher.group("bare") : quoted.strip();
        String id = ids(matcher.group("one")).get(0);
        return List.of(
                value.isEmpty()
                        ? new Condition(id, is ? Test.UNANSWERED : Test.ANSWERED, Optional.empty())
                        : new Condition(id, is ? Test.IS : Test.IS_NOT, Optional.of(value)));
    }

    private static Optional<Demand> demand(Matcher matcher) {
        String verb = matcher.group("verb").toLowerCase(Locale.ROOT);
        String what = matcher.group("what").toLowerCase(Locale.ROOT);
        boolean not = matcher.group("not") != null;
        boolean may = verb.startsWith("d");
        boolean fact = verb.startsWith("i") || verb.startsWith("si");
        if (what.contains("pflichtfeld")) {
            return not || may || isOr(matcher.group("list")) ? Optional.empty() : Optional.of(Demand.ANSWERED);
        }
        boolean empty = what.equals("leer");
        // "darf leer sein" and "muss nicht befüllt werden" forbid nothing.
        if (fact || (may && !not) || (!may && not && !empty)) {
            return Optional.empty();
        }
        boolean answered = empty == not;
        if (isOr(matcher.group("list"))) {
            return Optional.of(matcher.group("either") == null ? Demand.AT_LEAST_ONE : Demand.EXACTLY_ONE)
                    .filter(some -> answered);
        }
        return Optional.of(answered ? Demand.ANSWERED : Demand.UNANSWERED);
    }

    private static boolean isOr(String list) {
        return list.toLowerCase(Locale.ROOT).contains(" oder ");
    }

    private Optional<Statement> some() {
        return take(SOME)
                .map(m -> new Statement(
                        List.of(),
                        m.group("how").toLowerCase(Locale.ROOT).startsWith("m")
                                ? Demand.AT_LEAST_ONE
                                : Demand.EXACTLY_ONE,
                        ids(m.group("list")),
                        List.of()));
    }

    private static List<String> ids(String list) {
        return IDS.matcher(list.toUpperCase(Locale.ROOT))
                .results()
                .map(r -> r.group())
                .distinct()
                .toList();
    }
}

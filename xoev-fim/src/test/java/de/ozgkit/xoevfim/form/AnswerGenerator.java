// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.Finding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes up answers to any form: acceptable ones, and from these unacceptable ones of every kind. The same seed makes the same answers. */
final class AnswerGenerator {

    private static final List<String> WORDS = List.of(
            "a", "Z", "7", "ä", "ß", "Ł", "é", "ñ", "\u00a0x", "<b>", "&amp;", "\"", "'", "]]>", "😀x", "Ω", "\tx",
            "\nx", "—", "\u2028x", "\\", "{}");

    private final FormModel form;
    private final Random random;

    AnswerGenerator(FormModel form, long seed) {
        this.form = form;
        this.random = new Random(seed);
    }

    /** Answers that the form accepts: made at random, then mended as the findings say. */
    Answers valid() {
        Answers answers = elements(Answers.none(), form.elements(), FieldPath.ROOT);
        for (int i = 0; i < 200; i++) {
            List<Finding> errors = form.validate(answers).errors();
            if (errors.isEmpty()) {
                return answers;
            }
            for (Finding error : i < 5 ? errors : List.of(pick(errors))) {
                answers = mended(answers, error);
            }
        }
        throw new AssertionError(
                "no acceptable answers found: " + form.validate(answers).errors());
    }

    private Answers elements(Answers answers, List<FormElement> elements, FieldPath at) {
        Answers more = answers;
        for (FormElement element : elements) {
            int least = element.occurs().min();
            int count = Math.min(element.occurs().max(), least + (random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0));
            int index = 1;
            for (int i = 0; i < count; i++) {
                more = element(more, element, at.child(element.id(), index));
                index += element.occurs().repeats() && random.nextInt(8) == 0 ? 2 : 1;
            }
        }
        return more;
    }

    private Answers element(Answers answers, FormElement element, FieldPath at) {
        if (element instanceof FormField field) {
            return field.answerable() ? answers.with(at, value(field)) : answers;
        }
        FormGroup group = (FormGroup) element;
        if (group.choice()) {
            FormElement chosen = pick(group.answerableChildren());
            return element(answers, chosen, at.child(chosen.id()));
        }
        return elements(answers, group.children(), at);
    }

    private Answers mended(Answers answers, Finding error) {
        FieldPath at = FieldPath.of(error.path());
        return switch (error.rule()) {
            case "field.required", "element.min", "group.required" -> fill(answers, at);
            case "element.not_wanted", "element.max" -> answers.without(at);
            case "group.choice" -> one(answers, at);
            case "group.at_least_one" -> fill(answers, at);
            default -> throw new AssertionError("a made up answer is wrong: " + error);
        };
    }

    private Answers fill(Answers answers, FieldPath at) {
        if (at.equals(FieldPath.ROOT)) {
            FormElement any = pick(form.elements());
            return element(answers, any, at.child(any.id()));
        }
        FormElement element = form.find(at).orElseThrow();
        if (element instanceof FormGroup group && !group.choice()) {
            FormElement any = pick(group.answerableChildren());
            return element(answers, any, at.child(any.id()));
        }
        return element(answers, element, at);
    }

    private Answers one(Answers answers, FieldPath at) {
        FormGroup group = (FormGroup) form.find(at).orElseThrow();
        FormElement chosen = pick(group.answerableChildren());
        Answers rest = answers.without(at);
        FieldPath there = at.child(chosen.id());
        return chosen instanceof FormGroup inner && !inner.choice() ? fill(rest, there) : element(rest, chosen, there);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String value(FormField field) {
        FormField.Limits limits = field.limits();
        return switch (field.kind()) {
            case TEXT, TEXT_LATIN -> text(field);
            case FILE, NOTE -> "upload-" + random.nextInt(100);
            case BOOL -> pick(List.of("true", "false", "ja", "Nein"));
            case SELECT -> field.choices().isEmpty()
                    ? "frei"
                    : pick(field.choices()).code();
            case DATE -> day(limits);
            case DATETIME -> day(limits) + "T" + time(FormField.Limits.NONE);
            case TIME -> time(limits);
            case INTEGER -> number(limits, 0);
            case NUMBER -> number(limits, random.nextInt(5));
            case CURRENCY -> number(limits, random.nextInt(3));
        };
    }

    private String text(FormField field) {
        FormField.Limits limits = field.limits();
        for (int i = 0; i < 2_000; i++) {
            String text = limits.pattern().isPresent()
                    ? new PatternExample(limits.pattern().get(), random).text()
                    : words(limits);
            boolean good = Validator.problem(field, text).isEmpty();
            // Java counts the halves of a character outside the basic plane, as the XML Schema parser of the JDK does.
            if (good && text.strip().length() <= limits.maxLength().orElse(1_000) && !text.isBlank()) {
                return text;
            }
        }
        throw new AssertionError("no text found for " + limits);
    }

    private String words(FormField.Limits limits) {
        int min = limits.minLength().orElse(1);
        int length = min + random.nextInt(1 + Math.min(30, limits.maxLength().orElse(40) - min));
        String words = Stream.generate(() -> pick(WORDS)).limit(length).collect(Collectors.joining());
        return words.substring(
                0, words.offsetByCodePoints(0, Math.min(length, words.codePointCount(0, words.length()))));
    }

    private String day(FormField.Limits limits) {
        LocalDate least =
                limits.minValue().map(v -> LocalDate.parse(v.substring(0, 10))).orElse(LocalDate.of(1890, 1, 1));
        LocalDate most =
                limits.maxValue().map(v -> LocalDate.parse(v.substring(0, 10))).orElse(LocalDate.of(2090, 1, 1));
        int days = (int) (most.toEpochDay() - least.toEpochDay());
        return least.plusDays(pick(List.of(0, days, random.nextInt(days + 1)))).toString();
    }

    private String time(FormField.Limits limits) {
        int least =
                limits.minValue().map(v -> LocalTime.parse(v).toSecondOfDay()).orElse(0);
        int most =
                limits.maxValue().map(v -> LocalTime.parse(v).toSecondOfDay()).orElse(86_399);
        int second = pick(List.of(least, most, least + random.nextInt(most - least + 1)));
        return LocalTime.ofSecondOfDay(second).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }

    private String number(FormField.Limits limits, int decimals) {
        BigDecimal least = limits.minValue().map(BigDecimal::new).orElse(BigDecimal.valueOf(-1_000));
        BigDecimal most = limits.maxValue().map(BigDecimal::new).orElse(least.add(BigDecimal.valueOf(9_999)));
        BigDecimal any = least.add(most.subtract(least).multiply(BigDecimal.valueOf(random.nextDouble())));
        BigDecimal round = pick(List.of(least, most, any)).setScale(decimals, RoundingMode.HALF_EVEN);
        BigDecimal inside = round.max(least).min(most).setScale(decimals, RoundingMode.HALF_EVEN);
        return inside.compareTo(least) < 0 || inside.compareTo(most) > 0
                ? number(limits, decimals)
                : inside.toPlainString().replace('.', ',');
    }

    /** Some answers with one thing changed each that the form does not accept, made from the same acceptable ones. */
    List<Answers> invalid() {
        Answers valid = valid();
        return Stream.generate(() -> changed(valid))
                .limit(6)
                .filter(changed -> !form.validate(changed).errors().isEmpty())
                .toList();
    }

    private Answers changed(Answers answers) {
        List<FieldPath> paths = new ArrayList<>(answers.values().keySet());
        FieldPath at = pick(paths);
        FormField field = (FormField) form.find(at).orElseThrow();
        return switch (random.nextInt(11)) {
            case 0 -> answers.without(at);
            case 1 -> answers.without(new FieldPath(
                    at.steps().subList(0, 1 + random.nextInt(at.steps().size()))));
            case 2, 3, 4, 5 -> answers.with(at, wrong(field));
            case 6 -> overfull(answers, at);
            case 7 -> answers.with(at.child("F99999999"), "x");
            case 8 -> answers.with("F99999999", "x");
            default -> somewhere(answers);
        };
    }

    private String wrong(FormField field) {
        return pick(
                switch (field.kind()) {
                    case TEXT, TEXT_LATIN -> List.of(
                            "!", "x", "Ж", "x".repeat(field.limits().maxLength().orElse(20) + 1));
                    case DATE -> List.of("2099-12-31", "1700-01-01", "30.2.2024", "gestern");
                    case TIME -> List.of("23:59:59", "00:00:00", "25:00");
                    case DATETIME -> List.of("2099-12-31T10:00:00", "1700-01-01T10:00:00", "30.2.2024 9:00");
                    case INTEGER, NUMBER, CURRENCY -> List.of("99999999", "-9999", "1.234", "1,2345", "viele");
                    default -> List.of("vielleicht", "x".repeat(700));
                });
    }

    private Answers overfull(Answers answers, FieldPath at) {
        int depth = random.nextInt(at.steps().size());
        FieldPath parent = new FieldPath(at.steps().subList(0, depth));
        FormElement element =
                form.find(parent.child(at.steps().get(depth).id())).orElseThrow();
        Answers more = answers;
        for (int i = 1; i <= Math.min(element.occurs().max(), 20) + 1; i++) {
            more = element(more, element, parent.child(element.id(), i));
        }
        return more;
    }

    /** One more answer in a random place: breaks choices and rules. */
    private Answers somewhere(Answers answers) {
        List<FormElement> level = form.elements();
        FieldPath at = FieldPath.ROOT;
        while (true) {
            List<FormElement> elements = new ArrayList<>(level);
            Collections.shuffle(elements, random);
            FormElement element = elements.stream()
                    .filter(FormElement::answerable)
                    .findFirst()
                    .orElseThrow();
            at = at.child(element.id());
            if (element instanceof FormField || random.nextInt(4) == 0) {
                return element(answers, element, at);
            }
            level = ((FormGroup) element).children();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.core.RejectedException;
import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.form.FormField.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What both versions of a schema have in common on the way to a form. */
abstract class Schema {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,20})?");

    final List<Finding> findings = new ArrayList<>();

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    static String first(@Nullable String preferred, @Nullable String other) {
        return given(preferred).orElse(orEmpty(other));
    }

    static RejectedException contradicts(String id, String what) {
        return new RejectedException("form.schema", "the schema cannot become a form: " + shown(id) + " " + what);
    }

    private static String shown(String id) {
        return FieldPath.isId(id) ? id : "an element";
    }

    /** The id, if it is one that can stand in a path. */
    static String id(@Nullable String id) {
        String text = orEmpty(id);
        if (!FieldPath.isId(text)) {
            throw contradicts(text, "has an id that is not a letter followed by digits");
        }
        return text;
    }

    static Occurs occurs(String id, @Nullable String anzahl) {
        return Occurs.parse(orEmpty(anzahl))
                .orElseThrow(() -> contradicts(id, "has an 'anzahl' that is no possible number of repeats"));
    }

    /** Refuses two elements with one id side by side: their answers could not be told apart. */
    static List<FormElement> distinct(List<FormElement> elements) {
        Set<String> ids = new HashSet<>();
        for (FormElement element : elements) {
            if (!ids.add(element.id())) {
                throw contradicts(element.id(), "stands twice in the same place");
            }
        }
        return elements;
    }

    Kind kind(String id, String feldart, String datentyp) {
        return switch (feldart) {
            case "select" -> Kind.SELECT;
            case "label" -> Kind.NOTE;
            case "hidden" -> Kind.HIDDEN;
            default -> switch (datentyp) {
                case "date" -> Kind.DATE;
                case "time" -> Kind.TIME;
                case "datetime" -> Kind.DATETIME;
                case "bool" -> Kind.BOOL;
                case "num" -> Kind.NUMBER;
                case "num_int" -> Kind.INTEGER;
                case "num_currency" -> Kind.CURRENCY;
                case "file", "obj" -> Kind.FILE;
                default -> {
                    if (!datentyp.equals("text") && !datentyp.equals("text_latin")) {
                        warn("form.datatype", id, "Der Datentyp ist unbekannt; das Feld wird wie Text behandelt.");
                    }
                    yield Kind.TEXT;
                }
            };
        };
    }

    FormField.Limits limits(
            String id,
            Kind kind,
            @Nullable String minLength,
            @Nullable String maxLength,
            @Nullable String minValue,
            @Nullable String maxValue,
            @Nullable String pattern) {
        Optional<String> expression = given(pattern);
        if (expression.isPresent() && SafePattern.match(expression.get(), "") == SafePattern.Result.UNKNOWN) {
            warn("form.pattern", id, "Der reguläre Ausdruck kann nicht ausgewertet werden und bleibt ungeprüft.");
        }
        return new FormField.Limits(
                length(id, minLength),
                length(id, maxLength),
                value(id, kind, minValue),
                value(id, kind, maxValue),
                expression);
    }

    private OptionalInt length(String id, @Nullable String text) {
        String digits = orEmpty(text);
        if (COUNT.matcher(digits).matches()) {
            return OptionalInt.of(Integer.parseInt(digits));
        }
        unlessEmpty(id, digits);
        return OptionalInt.empty();
    }

    private Optional<String> value(String id, Kind kind, @Nullable String text) {
        String limit = orEmpty(text);
        boolean usable =
                switch (kind) {
                    case NUMBER, INTEGER, CURRENCY -> NUMBER.matcher(limit).matches();
                    case DATE, DATETIME -> isDay(limit);
                    default -> false;
                };
        if (usable) {
            return Optional.of(
                    kind == Kind.DATE || kind == Kind.DATETIME ? limit : new BigDecimal(limit).toPlainString());
        }
        unlessEmpty(id, limit);
        return Optional.empty();
    }

    private static boolean isDay(String text) {
        try {
            return text.length() == 10 && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private void unlessEmpty(String id, String limit) {
        if (!limit.isEmpty()) {
            warn("form.limit", id, "Eine Grenze passt nicht zum Datentyp und bleibt unbeachtet.");
        }
    }

    void warn(String rule, String id, String text) {
        findings.add(Finding.warning(rule, id, text, text));
    }
}

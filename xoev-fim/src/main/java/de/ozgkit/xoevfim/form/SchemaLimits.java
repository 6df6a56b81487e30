// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.Finding;
import de.ozgkit.xoevfim.form.FormField.Kind;
import de.ozgkit.xoevfim.internal.pattern.SafePattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kind and limits of one field, from the words of a schema. What makes no sense is left out and reported. */
final class SchemaLimits {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,20})?");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final String id;
    private final List<Finding> findings;

    SchemaLimits(String id, List<Finding> findings) {
        this.id = id;
        this.findings = findings;
    }

    Kind kind(String feldart, String datentyp) {
        if (feldart.equals("select")) {
            return Kind.SELECT;
        }
        return feldart.equals("label")
                ? Kind.NOTE
                : switch (datentyp) {
                    case "text" -> Kind.TEXT;
                    case "text_latin" -> Kind.TEXT_LATIN;
                    case "date" -> Kind.DATE;
                    case "time" -> Kind.TIME;
                    case "datetime" -> Kind.DATETIME;
                    case "bool" -> Kind.BOOL;
                    case "num" -> Kind.NUMBER;
                    case "num_int" -> Kind.INTEGER;
                    case "num_currency" -> Kind.CURRENCY;
                    case "file", "obj" -> Kind.FILE;
                    default -> {
                        warn(
                                "form.datatype",
                                "Der Datentyp ist unbekannt; das Feld wird wie Text behandelt.",
                                "The data type is unknown; the field is treated as text.");
                        yield Kind.TEXT;
                    }
                };
    }

    FormField.Limits limits(
            Kind kind,
            @Nullable String minLength,
            @Nullable String maxLength,
            @Nullable String minValue,
            @Nullable String maxValue,
            @Nullable String pattern) {
        Optional<String> expression = Schema.given(pattern);
        if (expression.isPresent() && SafePattern.match(expression.get(), "") == SafePattern.Result.UNKNOWN) {
            warn(
                    "form.pattern",
                    "Der reguläre Ausdruck kann nicht ausgewertet werden und bleibt ungeprüft.",
                    "The regular expression cannot be evaluated and stays unchecked.");
        }
        OptionalInt shortest = length(minLength);
        OptionalInt longest = length(maxLength);
        if (shortest.orElse(0) > longest.orElse(Integer.MAX_VALUE)) {
            unlessEmpty("minLength");
            shortest = longest = OptionalInt.empty();
        }
        Optional<String> least = value(kind, minValue);
        Optional<String> most = value(kind, maxValue);
        if (least.isPresent() && most.isPresent() && above(kind, least.get(), most.get())) {
            unlessEmpty("minValue");
            least = most = Optional.empty();
        }
        return new FormField.Limits(shortest, longest, least, most, expression);
    }

    private static boolean above(Kind kind, String least, String most) {
        return kind.isNumber()
                ? new BigDecimal(least).compareTo(new BigDecimal(most)) > 0
                : least.compareTo(most) > 0 && !least.startsWith(most);
    }

    private OptionalInt length(@Nullable String text) {
        String digits = Schema.orEmpty(text);
        if (COUNT.matcher(digits).matches()) {
            return OptionalInt.of(Integer.parseInt(digits));
        }
        unlessEmpty(digits);
        return OptionalInt.empty();
    }

    private Optional<String> value(Kind kind, @Nullable String text) {
        String limit = Schema.orEmpty(text);
        Optional<String> value = kind.isNumber()
                ? Optional.of(limit).filter(NUMBER.asMatchPredicate()).map(n -> new BigDecimal(n).toPlainString())
                : kind.isMoment() ? moment(kind, limit) : Optional.empty();
        if (value.isEmpty()) {
            unlessEmpty(limit);
        }
        return value;
    }

    private static Optional<String> moment(Kind kind, String text) {
        try {
            if (kind == Kind.TIME) {
                return Optional.of(LocalTime.parse(text).format(SECONDS));
            }
            if (kind == Kind.DATETIME && text.length() > 10) {
                LocalDateTime moment = LocalDateTime.parse(text);
                return Optional.of(
                        day(moment.toLocalDate()) + "T" + moment.toLocalTime().format(SECONDS));
            }
            return Optional.of(day(LocalDate.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String day(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeParseException("a year has four digits", "", 0);
        }
        return day.toString();
    }

    private void unlessEmpty(String limit) {
        if (!limit.isEmpty()) {
            warn(
                    "form.limit",
                    "Eine Grenze passt nicht zum Datentyp oder zur anderen Grenze und bleibt unbeachtet.",
                    "A limit does not fit the data type or the other limit and is ignored.");
        }
    }

    void warn(String rule, String text, String english) {
        findings.add(Finding.warning(rule, id, text, english));
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import de.ozgkit.xoevfim.internal.pattern.SafePattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One answer brought into its canonical form, or what is wrong with it. Reading a canonical form gives it back unchanged. */
record Value(@Nullable String canonical, @Nullable Problem problem) {

    /** A person who types more than this is none. */
    static final int LONGEST = 100_000;

    private static final int LONGEST_NUMBER = 60;
    private static final Set<String> YES = Set.of("true", "ja", "1", "on");
    private static final Set<String> NO = Set.of("false", "nein", "0", "off");
    private static final Pattern ISO_DAY = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern GERMAN_DAY =
            Pattern.compile("([0-9]{1,2})\\s*[. /-]\\s*([0-9]{1,2})\\s*[. /-]\\s*([0-9]{4})");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,2})\\s*[:.]\\s*([0-9]{2})(?:\\s*[:.]\\s*([0-9]{2}))?\\s*(?:[uU][hH][rR])?");
    private static final Pattern DAY_AND_TIME =
            Pattern.compile("(.{6,16}?)(?:\\s*,?\\s+(?:um\\s+)?|T)(\\S{4,8}(?:\\s*[uU]hr)?)");
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern GERMAN = Pattern.compile("[+-]?([0-9]{1,3}(\\.[0-9]{3})+|[0-9]+)(,[0-9]+)?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}\\.[0-9]{3}");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    static Value of(FormField field, String raw) {
        String text = raw.strip();
        return switch (field.kind()) {
            case TEXT, TEXT_LATIN, NOTE, FILE -> text(field, text);
            case SELECT -> select(field, text);
            case BOOL -> bool(field, text);
            case DATE -> found(field, day(text));
            case TIME -> found(field, time(text));
            case DATETIME -> dayAndTime(field, text);
            case INTEGER, NUMBER, CURRENCY -> number(field, text);
        };
    }

    private static Value good(String canonical) {
        return new Value(canonical, null);
    }

    private static Value bad(Problem problem) {
        return new Value(null, problem);
    }

    /** Composed characters (NFC), one kind of line break; blanks, points, dashes and slashes are dropped if only then the form fits. */
    private static Value text(FormField field, String text) {
        if (text.length() > LONGEST) {
            return bad(Problem.tooLong(field, field.limits().maxLength().orElse(LONGEST), text.length()));
        }
        String tidy = Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        if (!tidy.codePoints().allMatch(Value::isText)) {
            return bad(Problem.form(field));
        }
        String pattern = field.limits().pattern().orElse("");
        if (!pattern.isEmpty() && SafePattern.match(pattern, tidy) == SafePattern.Result.NO) {
            for (String dropped : List.of("\\s+", "[\\s./-]+")) {
                String tighter = tidy.replaceAll(dropped, "");
                if (SafePattern.match(pattern, tighter) == SafePattern.Result.YES) {
                    return good(tighter);
                }
            }
        }
        return good(tidy);
    }

    private static boolean isText(int c) {
        return c == '\n'
                || c == '\t'
                || !(Character.isISOControl(c) || (c >= 0xd800 && c <= 0xdfff) || (c >= 0xfffe && c <= 0xffff));
    }

    private static Value select(FormField field, String text) {
        boolean known = field.choices().isEmpty()
                || field.choices().stream().anyMatch(c -> c.code().equals(text));
        return known
                        && text.length() <= LONGEST_NUMBER * 10
                        && text.codePoints().allMatch(Value::isText)
                ? good(text)
                : bad(Problem.form(field));
    }

    private static Value bool(FormField field, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? good("true") : NO.contains(word) ? good("false") : bad(Problem.form(field));
    }

    /** A day or time that was recognised; the calendar may still refuse it. */
    private static Value found(FormField field, Optional<Function<FormField, Value>> recognised) {
        return recognised.map(f -> f.apply(field)).orElseGet(() -> bad(Problem.form(field)));
    }

    private static Optional<Function<FormField, Value>> day(String text) {
        Matcher iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return Optional.of(field -> day(field, iso.group(1), iso.group(2), iso.group(3)));
        }
        Matcher german = GERMAN_DAY.matcher(text);
        return german.matches()
                ? Optional.of(field -> day(field, german.group(3), german.group(2), german.group(1)))
                : Optional.empty();
    }

    private static Value day(FormField field, String year, String month, String day) {
        try {
            LocalDate found = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return found.getYear() > 0 ? good(found.toString()) : bad(Problem.noSuchDay(field));
        } catch (DateTimeException e) {
            return bad(Problem.noSuchDay(field));
        }
    }

    private static Optional<Function<FormField, Value>> time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        return Optional.of(field -> {
            try {
                return good(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)), second)
                        .format(SECONDS));
            } catch (DateTimeException e) {
                return bad(Problem.form(field));
            }
        });
    }

    private static Value dayAndTime(FormField field, String text) {
        Matcher both = DAY_AND_TIME.matcher(text);
        if (text.length() > LONGEST_NUMBER || !both.matches()) {
            return bad(Problem.form(field));
        }
        Value day = found(field, day(both.group(1).strip()));
        Value time = found(field, time(both.group(2)));
        return day.canonical() == null
                ? day
                : time.canonical() == null ? time : good(day.canonical() + "T" + time.canonical());
    }

    private static Value number(FormField field, String text) {
        String tight = text.replaceAll("[\\s\u00a0\u202f']+", "");
        if (field.kind() == FormField.Kind.CURRENCY) {
            tight = tight.replace("€", "").replace("EUR", "");
        }
        if (tight.length() > LONGEST_NUMBER) {
            return bad(Problem.form(field));
        }
        boolean integer = field.kind() == FormField.Kind.INTEGER;
        if (!integer && GROUPED.matcher(tight).matches()) {
            return bad(Problem.ambiguous(field));
        }
        if (PLAIN.matcher(tight).matches() && !(integer && tight.contains("."))) {
            return decimal(field, new BigDecimal(tight));
        }
        if (GERMAN.matcher(tight).matches()) {
            return decimal(field, new BigDecimal(tight.replace(".", "").replace(',', '.')));
        }
        return bad(Problem.form(field));
    }

    /** A number in its canonical form. It never has exactly three decimals, so that nobody can take the point for thousands. */
    static Value decimal(FormField field, BigDecimal number) {
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER) {
            return bad(Problem.form(field));
        }
        BigDecimal short0 = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        BigDecimal plain = short0.scale() < 0 ? short0.setScale(0, RoundingMode.UNNECESSARY) : short0;
        return switch (field.kind()) {
            case INTEGER -> plain.scale() == 0 ? good(plain.toPlainString()) : bad(Problem.form(field));
            case CURRENCY -> plain.scale() <= 2
                    ? good(plain.setScale(2, RoundingMode.UNNECESSARY).toPlainString())
                    : bad(Problem.form(field));
            default -> good((plain.scale() == 3 ? plain.setScale(4, RoundingMode.UNNECESSARY) : plain).toPlainString());
        };
    }
}

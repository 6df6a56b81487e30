// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads what message classes keep as text, so that nothing a sender wrote is lost: yes or no, numbers and dates. Whatever has not the form
 * that XML Schema asks for is empty, never an error.
 *
 * @since 0.1
 */
public final class Wert {

    private static final int DATE_LENGTH = 10;

    private Wert() {}

    /** Yes or no: {@code true}, {@code 1}, {@code false} or {@code 0}. */
    public static Optional<Boolean> bool(@Nullable String text) {
        return switch (text == null ? "" : text.strip()) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A whole number. */
    public static OptionalInt zahl(@Nullable String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text == null ? "" : text.strip()));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** The day of a date or of a point in time, as it is written, without regard to the time zone. */
    public static Optional<LocalDate> tag(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        try {
            return stripped.length() < DATE_LENGTH
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(stripped.substring(0, DATE_LENGTH)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A point in time with its time zone. */
    public static Optional<Instant> zeitpunkt(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

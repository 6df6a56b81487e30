// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An area of the German administration by its official key, the Amtlicher Regionalschlüssel: a Land, a Regierungsbezirk, a Kreis, a
 * Gemeindeverband or a municipality.
 *
 * <p>The key is read from left to right: Land (2 digits), Regierungsbezirk (1), Kreis (2), Verband (4), Gemeinde (3). A key of 2, 3,
 * 5 or 9 digits names an area above the municipality. Many systems write such areas with 12 digits, filled up with zeros
 * ({@code 055620000000} for Kreis Recklinghausen): {@link #covers} understands both forms.
 *
 * <p>Source: Destatis, code list {@code urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs}.
 *
 * @param value 2, 3, 5, 9 or 12 digits
 * @since 0.1
 */
public record Ars(String value) implements Comparable<Ars> {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int GEMEINDE_DIGITS = 12;

    /** How large the area is, from the Land down to the municipality. */
    public enum Level {
        LAND(2),
        REGIERUNGSBEZIRK(3),
        KREIS(5),
        GEMEINDEVERBAND(9),
        GEMEINDE(GEMEINDE_DIGITS);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }

        /** The number of digits of a key on this level. */
        public int digits() {
            return digits;
        }
    }

    public Ars {
        if (!DIGITS.matcher(value).matches() || levelOf(value.length()).isEmpty()) {
            throw new IllegalArgumentException(
                    "An ARS has 2, 3, 5, 9 or 12 digits, but this one has the form " + Shape.of(value));
        }
    }

    /**
     * Reads a key as people and files write it: blanks between the digits are accepted.
     *
     * @throws IllegalArgumentException if it is not 2, 3, 5, 9 or 12 digits
     */
    public static Ars of(String text) {
        return new Ars(Shape.withoutBlanks(text));
    }

    /** The level that the number of digits says. A key filled up with zeros to 12 digits counts as {@link Level#GEMEINDE}. */
    public Level level() {
        return levelOf(value.length()).orElseThrow();
    }

    /**
     * Whether the other area lies in this one, or is the same. This is how a jurisdiction is matched: one given for the Kreis holds
     * for each of its cities.
     */
    public boolean covers(Ars other) {
        return other.significant().startsWith(significant());
    }

    /**
     * The older key without the Verband, the Amtlicher Gemeindeschlüssel: 8 digits for a municipality, the same digits for a Land,
     * Regierungsbezirk or Kreis; empty for a Gemeindeverband, which has none. A Kreis written with 12 digits cannot be told from an
     * independent city and gives 8.
     */
    public Optional<String> ags() {
        return switch (level()) {
            case LAND, REGIERUNGSBEZIRK, KREIS -> Optional.of(value);
            case GEMEINDEVERBAND -> Optional.empty();
            case GEMEINDE -> Optional.of(
                    value.substring(0, Level.KREIS.digits) + value.substring(Level.GEMEINDEVERBAND.digits));
        };
    }

    /** The key filled up with zeros to 12 digits, as some services ask for it. */
    public String padded() {
        return value + "0".repeat(GEMEINDE_DIGITS - value.length());
    }

    @Override
    public int compareTo(Ars other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** The digits that say something: the shortest level whose remainder is only zeros. */
    private String significant() {
        for (Level level : Level.values()) {
            if (level.digits <= value.length() && isZeros(value.substring(level.digits))) {
                return value.substring(0, level.digits);
            }
        }
        return value;
    }

    private static boolean isZeros(String text) {
        return text.chars().allMatch(c -> c == '0');
    }

    private static Optional<Level> levelOf(int digits) {
        for (Level level : Level.values()) {
            if (level.digits == digits) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}

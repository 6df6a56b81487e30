// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.util.regex.Pattern;

/**
 * The national key of a public service, the 14-digit Leistungsschlüssel (also LeiKa-Schlüssel): 99, Leistungsgruppierung (3),
 * Leistungskennung (3), Verrichtungskennung (3), Verrichtungsdetail (3).
 *
 * <p>Not every municipal service has one. Source: FIM-Baustein Leistungen, structure of the catalogue.
 *
 * @param value 14 digits that begin with 99
 * @since 0.1
 */
public record Leistungsschluessel(String value) implements Comparable<Leistungsschluessel> {

    private static final Pattern FORM = Pattern.compile("99[0-9]{12}");
    private static final String URN = "urn:de:fim:leika:leistung:";

    public Leistungsschluessel {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A Leistungsschlüssel has 14 digits and begins with 99, but this one has the form "
                            + Shape.of(value));
        }
    }

    /**
     * Reads a key as it is printed, with or without blanks ({@code 99 102 013 104 000}), or in its URN form.
     *
     * @throws IllegalArgumentException if it is not 14 digits that begin with 99
     */
    public static Leistungsschluessel of(String text) {
        String digits = Shape.withoutBlanks(text);
        return new Leistungsschluessel(digits.startsWith(URN) ? digits.substring(URN.length()) : digits);
    }

    /** As FIT-Connect names it: {@code urn:de:fim:leika:leistung:99102013104000}. */
    public String urn() {
        return URN + value;
    }

    /** In groups for people: {@code 99 102 013 104 000}. */
    public String spaced() {
        return String.join(
                " ",
                value.substring(0, 2),
                value.substring(2, 5),
                value.substring(5, 8),
                value.substring(8, 11),
                value.substring(11));
    }

    @Override
    public int compareTo(Leistungsschluessel other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

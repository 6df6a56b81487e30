// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often an element may stand at its place.
 *
 * @param min 0 for optional
 * @param max {@link #UNBOUNDED} for any number
 * @since 0.1
 */
public record Occurs(int min, int max) {

    /** Any number. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** Nobody can be asked for more than this. */
    public static final int LARGEST_MIN = 100;

    private static final Pattern FORM = Pattern.compile("\\s*([0-9]{1,9})\\s*:\\s*([0-9]{1,9}|\\*)\\s*");

    public Occurs {
        if (min < 0 || min > LARGEST_MIN || max < Math.max(min, 1)) {
            throw new IllegalArgumentException(
                    "an element occurs at least 0 to " + LARGEST_MIN + " times and at most that often or more");
        }
    }

    /** Reads {@code anzahl} of XDatenfelder, such as {@code 0:*}; empty if it is none that makes sense. */
    public static Optional<Occurs> parse(String anzahl) {
        Matcher form = FORM.matcher(anzahl);
        if (!form.matches()) {
            return Optional.empty();
        }
        int min = Integer.parseInt(form.group(1));
        int max = form.group(2).equals("*") ? UNBOUNDED : Integer.parseInt(form.group(2));
        return min > LARGEST_MIN || max < Math.max(min, 1) ? Optional.empty() : Optional.of(new Occurs(min, max));
    }

    Occurs optional() {
        return new Occurs(0, max);
    }

    /** Whether at least one is asked for. */
    public boolean required() {
        return min > 0;
    }

    /** Whether more than one is possible. */
    public boolean repeats() {
        return max > 1;
    }
}

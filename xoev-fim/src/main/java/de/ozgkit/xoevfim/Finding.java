// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim;

import java.util.OptionalInt;

/**
 * One thing that was noticed while reading or validating. It never repeats what a person typed, so it may be logged.
 *
 * @param severity how bad it is
 * @param rule a stable name of the rule, such as {@code field.required}
 * @param path where in the form or document, empty if it concerns the whole
 * @param line the line in the file, if there is a file
 * @param text one German sentence or two: cause and what to do
 * @since 0.1
 */
public record Finding(Severity severity, String rule, String path, OptionalInt line, String text) {

    /** How bad a finding is. */
    public enum Severity {
        /** Not acceptable like this. */
        ERROR,
        /** Acceptable, but somebody should look at it. */
        WARNING
    }

    /** An error at a place in a form or document. */
    public static Finding error(String rule, String path, String text) {
        return new Finding(Severity.ERROR, rule, path, OptionalInt.empty(), text);
    }

    /** A warning at a place in a form or document. */
    public static Finding warning(String rule, String path, String text) {
        return new Finding(Severity.WARNING, rule, path, OptionalInt.empty(), text);
    }

    /** A warning about a line of a file. */
    public static Finding warning(String rule, int line, String text) {
        return new Finding(Severity.WARNING, rule, "", line > 0 ? OptionalInt.of(line) : OptionalInt.empty(), text);
    }
}

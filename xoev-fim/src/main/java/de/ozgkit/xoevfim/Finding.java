// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * One thing that was noticed while reading or validating. It never repeats what a person typed, so it may be logged.
 *
 * @param severity how bad it is
 * @param rule a stable name of the rule, such as {@code field.required} or {@code fim.1011}
 * @param path where in the form or document, empty if it concerns the whole
 * @param line the line in the file, if there is a file
 * @param text one German sentence or two: cause and what to do
 * @param english the same in English
 * @since 0.1
 */
public record Finding(Severity severity, String rule, String path, OptionalInt line, String text, String english) {

    /** How bad a finding is. The four degrees are those of the FIM quality report. */
    public enum Severity {
        /** Not acceptable like this. FIM: FehlerKritisch. */
        ERROR,
        /** Can be processed, but breaks a rule of the FIM method. FIM: FehlerMethodisch. */
        METHOD,
        /** Acceptable, but somebody should look at it. FIM: Warnung. */
        WARNING,
        /** Good to know. FIM: Hinweis. */
        INFO
    }

    /** An error at a place in a form or document. */
    public static Finding error(String rule, String path, String text, String english) {
        return of(Severity.ERROR, rule, path, text, english);
    }

    /** A warning at a place in a form or document. */
    public static Finding warning(String rule, String path, String text, String english) {
        return of(Severity.WARNING, rule, path, text, english);
    }

    /** A finding at a place in a form or document. */
    public static Finding of(Severity severity, String rule, String path, String text, String english) {
        return new Finding(severity, rule, path, OptionalInt.empty(), text, english);
    }

    /** The same finding, seen at this line of a file; 0 or less if the line is not known. */
    public Finding atLine(int number) {
        return new Finding(
                severity, rule, path, number > 0 ? OptionalInt.of(number) : OptionalInt.empty(), text, english);
    }

    /** The text for a reader: German unless English is asked for. */
    public String text(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : text;
    }
}

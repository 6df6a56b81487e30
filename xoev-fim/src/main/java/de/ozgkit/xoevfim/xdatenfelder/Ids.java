// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids and versions from one form into the other: version 3 has three more zeros behind the first three characters, and a third number in
 * the version. What has neither form stays as it is.
 */
final class Ids {

    static final Pattern VERSION_2 = Pattern.compile("[SGFRDC][0-9]{8}");
    static final Pattern VERSION_3 = Pattern.compile("[SGFRD][0-9]{11}");

    private static final Pattern NARROWABLE = Pattern.compile("[SGFRD][0-9]{2}000[0-9]{6}");
    private static final Pattern SHORT_IN_TEXT =
            Pattern.compile("(?<![A-Za-z0-9])(?<head>[FG][0-9]{2})(?<tail>[0-9]{6})(?![0-9])");
    private static final Pattern LONG_IN_TEXT =
            Pattern.compile("(?<![A-Za-z0-9])(?<head>[FG][0-9]{2})000(?<tail>[0-9]{6})(?![0-9])");
    private static final Pattern TWO_NUMBERS = Pattern.compile("[0-9]+\\.[0-9]+");
    private static final Pattern THREE_NUMBERS = Pattern.compile("([0-9]+\\.[0-9]+)\\.0");

    private Ids() {}

    static String widened(String id) {
        return VERSION_2.matcher(id).matches() ? id.substring(0, 3) + "000" + id.substring(3) : id;
    }

    static String narrowed(String id) {
        return NARROWABLE.matcher(id).matches() ? id.substring(0, 3) + id.substring(6) : id;
    }

    static String widenedVersion(String version) {
        return TWO_NUMBERS.matcher(version).matches() ? version + ".0" : version;
    }

    static String narrowedVersion(String version) {
        Matcher matcher = THREE_NUMBERS.matcher(version);
        return matcher.matches() ? matcher.group(1) : version;
    }

    /** A rule in words, with the ids of version 3. */
    static String widenedText(String text) {
        return SHORT_IN_TEXT.matcher(text).replaceAll("${head}000${tail}");
    }

    /** A rule in words, with the ids of version 2. */
    static String narrowedText(String text) {
        return LONG_IN_TEXT.matcher(text).replaceAll("${head}${tail}");
    }

    /** How findings call an element: only a real id, since the text could be anything. */
    static String shown(@Nullable String id) {
        return id != null && id.strip().matches("[A-Z][0-9]{1,20}") ? id.strip().toUpperCase(Locale.ROOT) : "";
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xdatenfelder;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts of a conversion. */
final class Texts {

    private Texts() {}

    static String orEmpty(@Nullable String text) {
        return text == null || text.isBlank() ? "" : text;
    }

    /** The text as it stands, or none if there is nothing but white space. */
    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static boolean isGiven(@Nullable String text) {
        return given(text) != null;
    }

    /** For ids, versions and URNs, whose white space never counts. */
    static String token(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Legal bases, one by one. */
    static List<String> bases(@Nullable String bezug) {
        return Arrays.stream(orEmpty(bezug).split(";"))
                .map(Texts::line)
                .filter(b -> !b.isEmpty())
                .toList();
    }

    static String line(@Nullable String text) {
        return orEmpty(text).strip().replaceAll("\\s+", " ");
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.xoevfim.internal.Html;
import de.ozgkit.xoevfim.xzufi.StringLocalized;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Picks German texts. */
final class Texts {

    private Texts() {}

    /** The German text, else one without a language, else the first; never blank. */
    static Optional<String> german(List<StringLocalized> texts) {
        return first(texts, "de").or(() -> first(texts, "")).or(() -> texts.stream()
                .map(t -> t.value)
                .flatMap(v -> given(v).stream())
                .findFirst());
    }

    private static Optional<String> first(List<StringLocalized> texts, String language) {
        return texts.stream()
                .filter(t -> language.isEmpty() ? t.languageCode == null : isOf(language, t.languageCode))
                .flatMap(t -> given(t.value).stream())
                .findFirst();
    }

    /** "de" fits "de", "DE" and "de-DE". */
    private static boolean isOf(String language, @Nullable String code) {
        String lower = code == null ? "" : code.toLowerCase(Locale.ROOT);
        return lower.equals(language) || lower.startsWith(language + "-");
    }

    static Optional<String> html(List<StringLocalized> texts) {
        return german(texts).map(Html::safe).filter(t -> !t.isEmpty());
    }

    static Optional<String> plain(List<StringLocalized> texts) {
        return german(texts).map(Html::plain).filter(t -> !t.isEmpty());
    }

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }
}

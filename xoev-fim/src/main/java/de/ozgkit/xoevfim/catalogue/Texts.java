// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.xoevfim.internal.Html;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.StringLocalized;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Picks texts by their language, and cleans what citizens see. */
final class Texts {

    private Texts() {}

    /** The German text, else one without a language, else the first; never blank. */
    static Optional<String> german(List<StringLocalized> texts) {
        return first(texts, "de").or(() -> first(texts, "")).or(() -> texts.stream()
                .map(t -> t.value)
                .flatMap(v -> given(v).stream())
                .findFirst());
    }

    /** The text in this language only. */
    static Optional<String> in(String language, List<StringLocalized> texts) {
        return first(texts, language);
    }

    /** The languages of the texts of a Leistung, as two or three letters. */
    static Set<String> languages(Leistung leistung) {
        Set<String> languages = new TreeSet<>();
        leistung.modulText.forEach(m -> m.inhalt.forEach(text -> add(languages, text)));
        leistung.modulBegriffImKontext.stream()
                .flatMap(m -> m.begriffImKontext.stream())
                .flatMap(b -> Optional.ofNullable(b.begriff).stream())
                .forEach(text -> add(languages, text));
        return languages;
    }

    private static void add(Set<String> languages, StringLocalized text) {
        String code = text.languageCode == null ? "" : text.languageCode.strip().toLowerCase(Locale.ROOT);
        int end = code.indexOf('-');
        String language = end < 0 ? code : code.substring(0, end);
        if (language.length() == 2 || language.length() == 3) {
            languages.add(language);
        }
    }

    /** Nothing but http and https: a link of a foreign system must not run a script on our page. */
    static Optional<URI> webLink(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(List<StringLocalized> texts, String language) {
        return texts.stream()
                .filter(t -> language.isEmpty() ? t.languageCode == null : isOf(language, t.languageCode))
                .flatMap(t -> given(t.value).stream())
                .findFirst();
    }

    /** "de" fits "de", "DE" and "de-DE". */
    private static boolean isOf(String language, @Nullable String code) {
        String lower = code == null ? "" : code.strip().toLowerCase(Locale.ROOT);
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

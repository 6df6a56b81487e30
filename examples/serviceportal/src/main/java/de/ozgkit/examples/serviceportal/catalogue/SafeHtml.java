// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of the catalogue for a page: they come from other editors, so only the tags that the Sammlerdienst of the PVOG allows pass, links
 * only to https, headings as bold paragraphs. Everything else is shown as text; what is left open is closed.
 */
public final class SafeHtml {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>");
    private static final Pattern HREF = Pattern.compile("href\\s*=\\s*[\"'](https://[^\"'\\s<>]{1,500})[\"']");
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("p", "p"),
            Map.entry("ul", "ul"),
            Map.entry("ol", "ol"),
            Map.entry("li", "li"),
            Map.entry("b", "strong"),
            Map.entry("strong", "strong"),
            Map.entry("i", "em"),
            Map.entry("em", "em"),
            Map.entry("sup", "sup"),
            Map.entry("sub", "sub"),
            Map.entry("a", "a"));

    private SafeHtml() {}

    /** @param text HTML, or plain text, which becomes one paragraph */
    public static String of(String text) {
        if (text.isBlank()) {
            return "";
        }
        return TAG.matcher(text).find() ? clean(text) : "<p>" + escape(text.trim()) + "</p>";
    }

    /** Without any tag, for a list or an attribute. */
    public static String plain(String text) {
        return TAG.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").trim();
    }

    private static String clean(String text) {
        StringBuilder out = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(text);
        int from = 0;
        while (tags.find()) {
            out.append(escape(text.substring(from, tags.start())));
            from = tags.end();
            String name = tags.group(2).toLowerCase(Locale.ROOT);
            if (name.equals("br")) {
                out.append("<br>");
            } else if (tags.group(1).isEmpty()) {
                open(out, open, name, tags.group(3));
            } else {
                close(out, open, Optional.ofNullable(ALLOWED.get(name)));
            }
        }
        out.append(escape(text.substring(from)));
        while (!open.isEmpty()) {
            out.append("</").append(open.pop()).append('>');
        }
        return out.toString();
    }

    private static void open(StringBuilder out, Deque<String> open, String name, String attributes) {
        String tag = name.matches("h[1-6]") ? null : ALLOWED.get(name);
        Matcher href = HREF.matcher(attributes);
        if (tag == null || tag.equals("a") && !href.find()) {
            return;
        }
        out.append('<').append(tag);
        if (tag.equals("a")) {
            out.append(" href=\"").append(escape(unescape(href.group(1)))).append("\" rel=\"noreferrer\"");
        }
        out.append('>');
        open.push(tag);
    }

    private static void close(StringBuilder out, Deque<String> open, Optional<String> tag) {
        if (tag.isEmpty() || !open.contains(tag.get())) {
            return;
        }
        String closed;
        do {
            closed = open.pop();
            out.append("</").append(closed).append('>');
        } while (!closed.equals(tag.get()));
    }

    private static String escape(String text) {
        return unescape(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String unescape(String text) {
        return text.replace("&nbsp;", "\u00a0")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}

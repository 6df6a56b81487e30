// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of editors as HTML that may be shown: only the tags that the Portalverbund allows, links only to the web, to mail and to
 * telephones, every tag closed. Works in one pass.
 */
public final class Html {

    private static final Set<String> ALLOWED = Set.of(
            "p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "i", "em", "sup", "sub", "ul", "ol", "li",
            "a");
    private static final Set<String> DROPPED_WITH_CONTENT = Set.of("script", "style", "template", "noscript", "iframe");
    private static final int MAX_OPEN = 40;

    private static final Pattern TOKEN =
            Pattern.compile("<!--[^<>]*>|<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})([^<>]*)>|[^<]+|<");
    private static final Pattern HREF =
            Pattern.compile("\\bhref\\s*=\\s*(?:\"([^\"]{1,2000})\"|'([^']{1,2000})')", Pattern.CASE_INSENSITIVE);
    private static final Pattern TARGET =
            Pattern.compile("(?:https?://|mailto:|tel:)[^\\s\"'<>]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOSE_AMPERSAND =
            Pattern.compile("&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});)");
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"),
            Map.entry("Uuml", "Ü"),
            Map.entry("szlig", "ß"),
            Map.entry("euro", "€"),
            Map.entry("ndash", "–"),
            Map.entry("sect", "§"),
            Map.entry("shy", ""));
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private String dropping = "";

    private Html() {}

    /** The text as HTML that may be shown as it is. */
    public static String safe(String html) {
        return new Html().clean(html);
    }

    /** The text without any tag, on one line. Not escaped. */
    public static String plain(String html) {
        String text = ENTITY.matcher(safe(html).replaceAll("<[^>]*>", " "))
                .replaceAll(entity -> Matcher.quoteReplacement(decoded(entity.group(1))));
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String decoded(String entity) {
        if (entity.startsWith("#")) {
            boolean hex = entity.startsWith("x", 1);
            int character = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(character) && !Character.isISOControl(character)
                    ? Character.toString(character)
                    : " ";
        }
        return ENTITIES.getOrDefault(entity, " ");
    }

    private String clean(String html) {
        Matcher token = TOKEN.matcher(html);
        while (token.find()) {
            String name = token.group(2);
            if (name == null) {
                if (dropping.isEmpty() && !token.group().startsWith("<!--")) {
                    out.append(escape(token.group()));
                }
            } else {
                tag(name.toLowerCase(Locale.ROOT), !token.group(1).isEmpty(), token.group(3));
            }
        }
        while (!open.isEmpty()) {
            close(open.pop());
        }
        return out.toString().strip();
    }

    private void tag(String name, boolean closing, String attributes) {
        if (!dropping.isEmpty()) {
            dropping = closing && name.equals(dropping) ? "" : dropping;
        } else if (DROPPED_WITH_CONTENT.contains(name)) {
            dropping = closing ? "" : name;
        } else if (name.equals("br")) {
            out.append("<br>");
        } else if (ALLOWED.contains(name) && closing) {
            closeTo(name);
        } else if (ALLOWED.contains(name) && open.size() < MAX_OPEN) {
            open(name, attributes);
        }
    }

    private void open(String name, String attributes) {
        if (!name.equals("a")) {
            out.append('<').append(name).append('>');
            open.push(name);
            return;
        }
        Matcher href = HREF.matcher(attributes);
        if (href.find()) {
            String target = (href.group(1) == null ? href.group(2) : href.group(1)).strip();
            if (TARGET.matcher(target).matches()) {
                out.append("<a href=\"").append(escape(target)).append("\">");
                open.push(name);
            }
        }
    }

    private void closeTo(String name) {
        if (open.contains(name)) {
            String closed;
            do {
                closed = open.pop();
                close(closed);
            } while (!closed.equals(name));
        }
    }

    private void close(String name) {
        out.append("</").append(name).append('>');
    }

    private static String escape(String text) {
        return LOOSE_AMPERSAND
                .matcher(text)
                .replaceAll("&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

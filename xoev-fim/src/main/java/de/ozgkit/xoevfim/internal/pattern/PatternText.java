// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.pattern;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A regular expression of a schema in the dialects of JSON Schema (ECMA-262, Unicode, not anchored) and XML Schema 1.0 (anchored, no
 * anchors, other character classes), meaning in both what {@link SafePattern} takes it for. Empty where a dialect cannot say it, or where
 * the pattern is not checked by us either.
 */
public final class PatternText {

    private static final String ESCAPED_BY_ALL = "\\.|?*+(){}[]^-";
    private static final Pattern CATEGORY =
            Pattern.compile("\\{(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?)}");
    private static final String NO_DOT = "\\n\\r\u2028\u2029";

    private final String pattern;
    private final boolean xml;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int depth;
    private boolean possible = true;

    private PatternText(String pattern, boolean xml) {
        this.pattern = pattern;
        this.xml = xml;
    }

    public static Optional<String> forJsonSchema(String pattern) {
        return translate(pattern, false).map(p -> "^(?:" + p + ")$");
    }

    public static Optional<String> forXmlSchema(String pattern) {
        return translate(pattern, true);
    }

    private static Optional<String> translate(String pattern, boolean xml) {
        if (SafePattern.match(pattern, "") == SafePattern.Result.UNKNOWN) {
            return Optional.empty();
        }
        PatternText text = new PatternText(pattern, xml);
        while (text.possible && text.at < pattern.length()) {
            text.next();
        }
        return text.possible ? Optional.of(text.out.toString()) : Optional.empty();
    }

    private boolean skip(String expected) {
        boolean there = pattern.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    private void next() {
        char c = pattern.charAt(at++);
        switch (c) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape(false);
            case '.' -> out.append(xml ? "[^" + NO_DOT + "]" : ".");
            case '^', '$' -> anchor(c);
            case '*', '+', '?' -> {
                out.append(c);
                modifier();
            }
            case '{' -> {
                int end = pattern.indexOf('}', at);
                out.append(pattern, at - 1, end + 1);
                at = end + 1;
                modifier();
            }
            case ')' -> {
                depth--;
                out.append(c);
            }
            case '|' -> out.append(c);
            default -> literal(Character.toString(c), false);
        }
    }

    /** How greedy a quantifier is does not matter where the whole text must match; possessive ones match less. */
    private void modifier() {
        if (skip("+")) {
            possible = false;
        } else if (skip("?") && !xml) {
            out.append('?');
        }
    }

    private void group() {
        depth++;
        if (skip("?:")) {
            out.append(xml ? "(" : "(?:");
        } else if (pattern.startsWith("?", at)) {
            boolean look = skip("?=") || skip("?!");
            possible &= look && !xml;
            out.append('(').append(pattern, at - (look ? 2 : 0), at);
        } else {
            out.append('(');
        }
    }

    /** An anchor at the edge of the whole says nothing new. XML Schema has none. */
    private void anchor(char c) {
        boolean edge = depth == 0
                && (c == '^'
                        ? at == 1 || (pattern.charAt(at - 2) == '|' && (at < 3 || pattern.charAt(at - 3) != '\\'))
                        : at == pattern.length() || pattern.charAt(at) == '|');
        if (!edge) {
            possible &= !xml;
            out.append(c);
        }
    }

    private void characterClass() {
        out.append('[');
        if (skip("^")) {
            out.append('^');
        }
        boolean start = false;
        int begin = at;
        while (possible && (at == begin || !pattern.startsWith("]", at))) {
            char c = at < pattern.length() ? pattern.charAt(at) : '[';
            // What Java calls union and intersection exists in neither dialect.
            possible = c != '[' && c != ']' && !pattern.startsWith("&&", at);
            if (start && c == '-' && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']') {
                at++;
                out.append('-');
                possible &= member();
                start = false;
            } else {
                start = possible && member();
            }
        }
        at++;
        out.append(']');
    }

    /** One member of a class; whether it is a single character, which could begin a range. */
    private boolean member() {
        if (skip("\\")) {
            boolean set = at < pattern.length() && "dDwWsSpP".indexOf(pattern.charAt(at)) >= 0;
            escape(true);
            return !set;
        }
        int c = pattern.codePointAt(at);
        at += Character.charCount(c);
        literal(Character.toString(c), true);
        return true;
    }

    private void escape(boolean inClass) {
        if (at >= pattern.length()) {
            possible = false;
            return;
        }
        char c = pattern.charAt(at++);
        switch (c) {
            case 'd' -> set("0-9", false, inClass);
            case 'D' -> set("0-9", true, inClass);
            case 'w' -> set("a-zA-Z0-9_", false, inClass);
            case 'W' -> set("a-zA-Z0-9_", true, inClass);
            case 's' -> set(xml ? " \\t\\n\\r" : " \\t\\n\\r\\f\\v", false, inClass);
            case 'S' -> set(xml ? " \\t\\n\\r" : " \\t\\n\\r\\f\\v", true, inClass);
            case 'n', 'r', 't' -> out.append('\\').append(c);
            case 'p', 'P' -> category(c);
            case 'b', 'B' -> {
                possible &= !xml && !inClass;
                out.append('\\').append(c);
            }
            default -> {
                possible &= !Character.isLetterOrDigit(c) && c < 0x80;
                literal(Character.toString(c), inClass);
            }
        }
    }

    private void set(String characters, boolean negated, boolean inClass) {
        possible &= !(inClass && negated);
        out.append(inClass ? characters : "[" + (negated ? "^" : "") + characters + "]");
    }

    private void category(char c) {
        int end = pattern.indexOf('}', at);
        possible &= end > 0 && CATEGORY.matcher(pattern.substring(at, end + 1)).matches();
        if (possible) {
            out.append('\\').append(c).append(pattern, at, end + 1);
            at = end + 1;
        }
    }

    private void literal(String c, boolean inClass) {
        // In the Unicode dialect of ECMA a hyphen may be escaped in a class only; in XML Schema, dollar and slash
        // never.
        boolean escaped = ESCAPED_BY_ALL.contains(c) && (xml || inClass || !c.equals("-"));
        out.append(escaped || (!xml && "$/".contains(c)) ? "\\" : "").append(c);
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.pattern;

/**
 * Tells whether a regular expression can match nothing in more than one way, such as {@code (a*)*} or {@code (a?|b?)}. Java's matcher
 * may try these ways for ever without looking at a single character, so that counting looked-at characters does not stop it. Every other
 * way to take long does look at characters. What is not understood counts as unsafe.
 */
final class PatternShape {

    private static final int MAX_DEPTH = 50;

    private final String pattern;
    private int at;
    private int depth;
    private boolean safe = true;

    private PatternShape(String pattern) {
        this.pattern = pattern;
    }

    static boolean isSafe(String pattern) {
        PatternShape shape = new PatternShape(pattern);
        shape.alternatives();
        return shape.safe && shape.at == pattern.length();
    }

    private boolean atEnd() {
        return !safe || at >= pattern.length();
    }

    private boolean skip(String text) {
        boolean there = pattern.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    private void unsafeIf(boolean condition) {
        safe &= !condition;
    }

    /** All of these methods return whether what they read can match nothing. */
    private boolean alternatives() {
        int empty = 0;
        do {
            empty += sequence() ? 1 : 0;
        } while (!atEnd() && skip("|"));
        unsafeIf(empty > 1);
        return empty > 0;
    }

    private boolean sequence() {
        boolean empty = true;
        while (!atEnd() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            boolean piece = repeated(atom());
            empty &= piece;
        }
        return empty;
    }

    private boolean repeated(boolean empty) {
        if (atEnd()) {
            return empty;
        }
        boolean none = skip("*") || skip("?");
        boolean some = !none && skip("+");
        if (!none && !some && skip("{")) {
            int end = pattern.indexOf('}', at);
            unsafeIf(end < 0 || !pattern.substring(at, Math.max(at, end)).matches("[0-9]{1,9}(,[0-9]{0,9})?"));
            if (safe) {
                none = pattern.substring(at, end).matches("0+(,.*)?");
                some = !none;
                at = end + 1;
            }
        }
        if (none || some) {
            unsafeIf(empty);
            if (!skip("?")) {
                skip("+");
            }
        }
        return empty || none;
    }

    private boolean atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '^', '$' -> true;
            default -> false;
        };
    }

    private boolean group() {
        boolean look = skip("?=") || skip("?!") || skip("?<=") || skip("?<!");
        if (!look && !skip("?:") && !skip("?>")) {
            unsafeIf(pattern.startsWith("?", at));
        }
        unsafeIf(++depth > MAX_DEPTH);
        boolean empty = !atEnd() && alternatives();
        depth--;
        unsafeIf(!skip(")"));
        return look || empty;
    }

    private boolean characterClass() {
        int open = 1;
        while (open > 0 && !atEnd()) {
            char c = pattern.charAt(at++);
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
            at += c == '\\' ? 1 : 0;
        }
        unsafeIf(open > 0);
        return false;
    }

    private boolean escape() {
        if (atEnd()) {
            return false;
        }
        char c = pattern.charAt(at++);
        unsafeIf(c == 'Q' || c == 'k' || (c >= '1' && c <= '9'));
        if (!atEnd() && pattern.charAt(at) == '{' && "pPxN".indexOf(c) >= 0) {
            at = pattern.indexOf('}', at) + 1;
            unsafeIf(at == 0);
        }
        return "bBAzZG".indexOf(c) >= 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.form;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches texts against regular expressions from schemas, which nobody has checked: one that does not compile or takes too many steps
 * gives {@link Result#UNKNOWN} instead of breaking or hanging.
 */
final class SafePattern {

    enum Result {
        YES,
        NO,
        UNKNOWN
    }

    private static final int MAX_PATTERN = 2_000;
    private static final int MAX_TEXT = 10_000;
    private static final long MAX_STEPS = 500_000;
    private static final long MAX_REPEATS = 100_000;
    private static final Pattern REPEAT = Pattern.compile("\\{\\s*([0-9]+)");

    private SafePattern() {}

    /** Whether the whole text matches. */
    static Result match(String pattern, String text) {
        if (pattern.length() > MAX_PATTERN || text.length() > MAX_TEXT || repeatsTooOften(pattern)) {
            return Result.UNKNOWN;
        }
        try {
            return Pattern.compile(pattern)
                            .matcher(new Counted(text, new AtomicLong(MAX_STEPS)))
                            .matches()
                    ? Result.YES
                    : Result.NO;
        } catch (PatternSyntaxException | TooManySteps | StackOverflowError e) {
            return Result.UNKNOWN;
        }
    }

    /** Repeats of what matches nothing take time without looking at a character, so the counter below does not see them. */
    private static boolean repeatsTooOften(String pattern) {
        long product = 1;
        Matcher repeat = REPEAT.matcher(pattern);
        while (repeat.find()) {
            product *= Math.max(1, repeat.group(1).length() > 6 ? MAX_REPEATS + 1 : Long.parseLong(repeat.group(1)));
            if (product > MAX_REPEATS) {
                return true;
            }
        }
        return false;
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("", null, false, false);
        }
    }

    /** Every step of the matcher that can go wrong looks at a character. */
    private static final class Counted implements CharSequence {

        private final CharSequence text;
        private final AtomicLong left;

        Counted(CharSequence text, AtomicLong left) {
            this.text = text;
            this.left = left;
        }

        @Override
        public char charAt(int index) {
            if (left.getAndDecrement() <= 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal.pattern;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches texts against regular expressions from schemas, which nobody has checked: one that does not compile or takes too many steps
 * gives {@link Result#UNKNOWN} instead of breaking or hanging.
 */
public final class SafePattern {

    public enum Result {
        YES,
        NO,
        UNKNOWN
    }

    private static final int MAX_PATTERN = 2_000;
    private static final int MAX_TEXT = 10_000;
    private static final long MAX_STEPS = 500_000;

    private SafePattern() {}

    /** Whether the whole text matches. */
    public static Result match(String pattern, String text) {
        if (pattern.length() > MAX_PATTERN || text.length() > MAX_TEXT || !PatternShape.isSafe(pattern)) {
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

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("", null, false, false);
        }
    }

    /** Counts how often the matcher looks at a character. */
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

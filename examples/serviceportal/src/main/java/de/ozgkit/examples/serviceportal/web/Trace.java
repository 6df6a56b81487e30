// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

/** A stack trace without the messages, which may hold personal data. */
final class Trace {

    private static final int FRAMES = 12;

    private Trace() {}

    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null && text.length() < 8_000; t = t.getCause()) {
            text.append(t == failure ? "" : "\n  caused by ")
                    .append(t.getClass().getName());
            StackTraceElement[] frames = t.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("\n    at ").append(frames[i]);
            }
        }
        return text.toString();
    }
}

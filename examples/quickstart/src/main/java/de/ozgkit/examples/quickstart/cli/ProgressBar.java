// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import de.ozgkit.xoevfim.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** One line on standard error that is written over and over; nothing where nobody looks. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 30;
    private static final String CLEAR = "\r" + " ".repeat(78) + "\r";

    private final Ozgkit.Streams streams;

    ProgressBar(Ozgkit.Streams streams) {
        this.streams = streams;
    }

    @Override
    public void at(long bytes, OptionalLong totalBytes, long objects, Optional<Duration> left) {
        if (!streams.terminal()) {
            return;
        }
        String bar = "";
        if (totalBytes.isPresent() && totalBytes.getAsLong() > 0) {
            int done = (int) Math.min(WIDTH, WIDTH * bytes / totalBytes.getAsLong());
            bar = "[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] ";
        }
        String rest = left.map(d -> ", " + d.toSeconds() + " s").orElse("");
        streams.err().print("\r" + bar + String.format(Locale.ROOT, "%,d MB, %,d", bytes >> 20, objects) + rest + "  ");
        streams.err().flush();
    }

    void clear() {
        if (streams.terminal()) {
            streams.err().print(CLEAR);
            streams.err().flush();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Is told how far the reading of a long file has come: a few times a second at most, and once at the end. Called by the thread that reads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Progress {

    /**
     * How far it has come.
     *
     * @param bytes how much of the input was taken so far; the parser reads a little ahead
     * @param totalBytes how much there is, if that is known
     * @param objects how many objects or rows were handed out or skipped so far
     * @param left how long the rest takes if it goes on like this, if that can be said
     */
    void at(long bytes, OptionalLong totalBytes, long objects, Optional<Duration> left);

    /** For those who do not care. */
    static Progress none() {
        return (bytes, totalBytes, objects, left) -> {};
    }
}

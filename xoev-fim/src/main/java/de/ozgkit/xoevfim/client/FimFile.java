// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that the FIM portal generated from a schema. What is at its address never changes.
 *
 * @param kind what it is
 * @param name its file name, for people; never a path to write to
 * @param address where it is
 * @param uploaded since when
 * @since 0.1
 */
public record FimFile(Kind kind, String name, URI address, Optional<Instant> uploaded) {

    /** What a file is. */
    public enum Kind {
        /** For answers as JSON, such as those that FIT-Connect carries. */
        JSON_SCHEMA,
        /** For answers as XML. */
        XSD
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.core.TransportException;
import de.ozgkit.xoevfim.internal.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * One document to read.
 *
 * @param name the name of the file, or empty
 * @param size its bytes, if known
 * @param content opens it
 */
record Source(String name, OptionalLong size, Supplier<InputStream> content) {

    static Source of(InputStream in) {
        return new Source("", OptionalLong.empty(), () -> in);
    }

    static Source of(Path file) {
        return new Source(file.getFileName().toString(), size(file), () -> XmlInput.open(file));
    }

    private static OptionalLong size(Path file) {
        try {
            return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        } catch (IOException e) {
            throw new TransportException("xml.input", "the size of a file could not be read", false, e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.xzufi;

import de.ozgkit.xoevfim.internal.XmlInput;
import java.io.InputStream;
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
        return new Source(file.getFileName().toString(), XmlInput.size(file), () -> XmlInput.open(file));
    }
}

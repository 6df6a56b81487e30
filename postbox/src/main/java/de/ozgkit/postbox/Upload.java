// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that somebody sends, not yet checked: neither the name nor the content is to be believed. Its name may be personal and is not
 * in {@link #toString}.
 *
 * <p>The content is read once, inside the transaction that stores it: give what is at hand (a file, memory), not a slow connection.
 *
 * @since 0.1
 */
public final class Upload {

    private final String fileName;
    private final Content content;

    private Upload(String fileName, Content content) {
        this.fileName = fileName;
        this.content = content;
    }

    /** From a stream, which is closed after reading. */
    public static Upload of(String fileName, InputStream content) {
        return new Upload(fileName, () -> content);
    }

    /** From memory. */
    public static Upload of(String fileName, byte[] content) {
        byte[] copy = content.clone();
        return new Upload(fileName, () -> new ByteArrayInputStream(copy));
    }

    /** From a file, under another name than its own. */
    public static Upload of(String fileName, Path file) {
        return new Upload(fileName, () -> Files.newInputStream(file));
    }

    /** The name as the sender gave it. */
    public String fileName() {
        return fileName;
    }

    /** The content; the caller closes it. */
    public InputStream open() throws IOException {
        return content.open();
    }

    @Override
    public String toString() {
        return "Upload[]";
    }

    private interface Content {
        InputStream open() throws IOException;
    }
}

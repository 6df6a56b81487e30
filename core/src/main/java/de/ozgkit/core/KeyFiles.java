// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads and writes files with keys, and words the complaints about them. */
final class KeyFiles {

    private static final int LARGEST = 1 << 20;

    private KeyFiles() {}

    static String name(Path file) {
        return "The file " + file;
    }

    static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw broken(name(file), "it is larger than 1 MiB", null);
            }
            return content;
        } catch (IOException e) {
            throw broken(name(file), "it is missing or may not be read", e);
        }
    }

    static void writePrivately(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        Path temporary = null;
        try {
            // Made for the owner only where the file system knows owners, as Files.createTempFile promises.
            temporary = Files.createTempFile(target.getParent(), ".key", ".tmp");
            try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            replace(temporary, target);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "key.file",
                    name(file) + " cannot be written; check that its folder exists and may be written to",
                    e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    static ConfigurationException broken(String source, String why, @Nullable Throwable cause) {
        return new ConfigurationException(
                "key.file", source + " cannot be used as a key or certificate: " + why, cause);
    }

    static ConfigurationException password(String source, String what, @Nullable Throwable cause) {
        return new ConfigurationException("key.password", source + " " + what, cause);
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteQuietly(@Nullable Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // Left behind, readable by the owner only; the failure that matters is on its way to the caller.
            temporary.toFile().deleteOnExit();
        }
    }
}

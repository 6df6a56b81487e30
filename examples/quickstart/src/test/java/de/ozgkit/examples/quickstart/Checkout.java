// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of this project are, from whatever folder the tests run. */
final class Checkout {

    private static final Path ROOT = root(Path.of("").toAbsolutePath());

    private Checkout() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String text(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root(Path folder) {
        Path parent = folder.getParent();
        if (Files.isDirectory(folder.resolve("docs/adr")) || parent == null) {
            return folder;
        }
        return root(parent);
    }
}

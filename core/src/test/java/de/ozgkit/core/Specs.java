// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the collected specifications lie; tests that need them are skipped where they are absent. */
public final class Specs {

    private Specs() {}

    public static Path of(String first, String... more) {
        Path path = Path.of(System.getProperty("ozgkit.specs", "absent")).resolve(Path.of(first, more));
        assumeTrue(Files.exists(path), () -> "the collected specifications are not beside this checkout: " + path);
        return path;
    }
}

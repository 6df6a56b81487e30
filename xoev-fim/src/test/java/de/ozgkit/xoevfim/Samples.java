// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Input for tests: our own resources, and the collected samples, which lie beside the checkout. */
public final class Samples {

    private Samples() {}

    public static InputStream resource(String name) {
        return Objects.requireNonNull(Samples.class.getResourceAsStream("/" + name), name);
    }

    public static String resourceText(String name) {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A collected sample; the test is left out where they are not. */
    public static Path collected(String name) {
        String specs = System.getProperty("ozgkit.specs", "");
        Path file = Path.of(specs, "xoev-fim", "samples").resolve(name);
        assumeTrue(!specs.isEmpty() && Files.exists(file), "no collected samples: set -Dozgkit.specs to their folder");
        return file;
    }

    public static List<Path> collected(String folder, String glob) {
        try (Stream<Path> files = Files.list(collected(folder))) {
            var matcher = Path.of("").getFileSystem().getPathMatcher("glob:" + glob);
            return files.filter(f -> matcher.matches(f.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

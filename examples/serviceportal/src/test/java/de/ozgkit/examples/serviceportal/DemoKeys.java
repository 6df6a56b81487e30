// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that the first demo of a test run made, which take seconds: all others of the run get them too. */
final class DemoKeys {

    private static final List<String> FILES = List.of("portal.p12", "nutzerkonto.p12");
    private static final Map<String, byte[]> KEPT = new ConcurrentHashMap<>();

    private DemoKeys() {}

    /** Into a folder of data that has none yet. */
    static void into(Path data) {
        Path folder = data.resolve("demo");
        KEPT.forEach((name, content) -> {
            Path file = folder.resolve(name);
            try {
                Files.createDirectories(folder);
                if (!Files.exists(file)) {
                    Files.write(file, content);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** From the folder of data of a demo that runs. */
    static void keepFrom(Path data) {
        for (String name : FILES) {
            Path file = data.resolve("demo").resolve(name);
            if (!KEPT.containsKey(name) && Files.exists(file)) {
                try {
                    KEPT.put(name, Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Endless and very long inputs, read by another process with a heap of 64 MB. */
class BoundedMemoryTest {

    private static final List<String> TO_THE_END =
            List.of("xzufi long transfer", "xzufi many namespaces", "xzufi many deletes");

    private static List<String> outcomes = List.of();

    @BeforeAll
    static void read_everything(@TempDir Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("outcomes.txt");
        Process reading = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HostileReadings.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(reading.waitFor(5, TimeUnit.MINUTES))
                    .as("every input ends in bounded time")
                    .isTrue();
        } finally {
            reading.destroyForcibly();
        }
        outcomes = Files.readAllLines(log);
    }

    @Test
    void reads_long_transfers_to_the_end() {
        assertThat(outcomes)
                .filteredOn(line -> TO_THE_END.contains(line.substring(0, line.indexOf(':'))))
                .hasSize(TO_THE_END.size())
                .allMatch(line -> line.contains(": read after"));
    }

    @Test
    void refuses_endless_inputs_with_a_code_and_the_line() {
        assertThat(outcomes)
                .filteredOn(line -> !TO_THE_END.contains(line.substring(0, line.indexOf(':'))))
                .hasSizeGreaterThan(100)
                .allMatch(line -> line.matches(".*: xml\\.(too_large|too_deep|malformed|doctype) with line after .*"));
    }
}

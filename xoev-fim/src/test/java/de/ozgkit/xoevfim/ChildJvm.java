// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the tests in a JVM with little memory. */
public final class ChildJvm {

    private ChildJvm() {}

    /** What it printed; it must end well, and in time. */
    public static String run(String heap, Duration atMost, Class<?> main, String... arguments) {
        try {
            Path output = Files.createTempFile("child", ".txt");
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + heap,
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            System.getProperty("java.class.path"),
                            main.getName(),
                            String.join(" ", List.of(arguments)))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = child.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            assertThat(ended).as("ended within " + atMost + ": " + printed).isTrue();
            assertThat(child.exitValue()).as(printed).isZero();
            return printed;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

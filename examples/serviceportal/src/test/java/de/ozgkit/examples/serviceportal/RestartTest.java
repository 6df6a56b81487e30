// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a user starts it: a process with its mock peers, ended in the middle in each way, and started again. */
@Tag("slow")
class RestartTest {

    private static final Duration START = Duration.ofSeconds(180);

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void everything_survives_a_killed_process_on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            walkThroughRestarts(
                    Process::destroyForcibly,
                    Map.of("OZG_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"), "OZG_JDBC_USER", "postgres"));
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void everything_survives_a_restart_on_the_h2_file() throws Exception {
        walkThroughRestarts(Process::destroy, Map.of());
    }

    private void walkThroughRestarts(Consumer<Process> end, Map<String, String> settings) throws IOException {
        int port = freePort();
        Citizen erika = new Citizen(URI.create("http://localhost:" + port));
        String reference;
        try (Running portal = new Running(port, end, settings)) {
            erika.open("/recklinghausen/antrag/hund-anmelden").sees("Anmelden");
            erika.press("Weiter zu").press("Weiter");
            erika.choose("Wer meldet sich an", "Erika Mustermann")
                    .press("Anmelden")
                    .press("Weiter");
            erika.sees("Schritt 1 von").press("Weiter").press("Weiter");
            DogRegistration.dog(erika).sees("Seit wann halten Sie den Hund");
            URI page = erika.at();

            portal.end();
            portal.start();

            erika.open(page.getPath()).sees("Seit wann halten Sie den Hund");
            erika.fill("Seit wann halten Sie den Hund", "1.10.2026")
                    .choose("Ist der Hund ein Assistenzhund", "Nein")
                    .fill("Wie viele Hunde", "1")
                    .press("Weiter")
                    .press("Weiter")
                    .sees("Bello");
            erika.press(DogRegistration.SEND).sees("Ihre Vorgangsnummer ist");
            reference = erika.page().select(".alert strong").text();

            portal.end();
            portal.start();

            erika.open("/postkorb").sees(reference);
            DogRegistration.pay(erika.click("Hund anmelden").click("Gebühr von"), "Jetzt 12,00")
                    .sees("Gebühr bezahlt");

            portal.end();
            portal.start();

            erika.open("/postkorb").click("Hund anmelden").sees("bezahlt am");
            Citizen clerk = new Citizen(URI.create("http://localhost:" + port)).open("/amt");
            clerk.choose("Behörde", "Stadt Recklinghausen")
                    .fill("Passwort", "amt-demo")
                    .press("Anmelden");
            await().atMost(Duration.ofSeconds(150))
                    .untilAsserted(() -> clerk.open("/amt").sees(reference));
            clerk.click(reference)
                    .fill("Ihre Entscheidung", "Angemeldet.")
                    .press("Bescheid zustellen")
                    .sees("ist entschieden");

            portal.end();
            portal.start();

            erika.open("/postkorb")
                    .click("Entscheidung über Ihren Antrag")
                    .press("Nachricht öffnen")
                    .sees("Angemeldet.");
        }
        assertThat(reference).startsWith("RE-");
    }

    /** The portal in a process of its own, on the same port and data each time. */
    private final class Running implements AutoCloseable {

        private final int port;
        private final Consumer<Process> end;
        private final Map<String, String> settings;
        private Process process;

        Running(int port, Consumer<Process> end, Map<String, String> settings) {
            this.port = port;
            this.end = end;
            this.settings = settings;
            this.process = launch();
            awaitReady();
        }

        void start() {
            process = launch();
            awaitReady();
        }

        /** By SIGTERM, or by SIGKILL, after which no shutdown hook runs and nothing is written any more. */
        void end() {
            end.accept(process);
            try {
                assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
            end();
        }

        private Process launch() {
            DemoKeys.into(folder);
            try {
                ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Serviceportal.class.getName());
                builder.environment().put("OZG_PORT", String.valueOf(port));
                builder.environment().put("OZG_DATA_DIR", folder.toString());
                builder.environment().putAll(settings);
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                folder.resolve("portal.log").toFile()));
                return builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void awaitReady() {
            await().atMost(START).ignoreExceptions().until(() -> {
                new Citizen(URI.create("http://localhost:" + port))
                        .open("/hilfe")
                        .sees("Hilfe");
                return true;
            });
            DemoKeys.keepFrom(folder);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

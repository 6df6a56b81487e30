// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsOnPostgresTest extends JobsContract {

    @TempDir
    Path folder;

    @Override
    DataSource open() {
        return TestDatabases.postgres();
    }

    @Test
    void two_nodes_share_the_work_and_do_nothing_twice() {
        Jobs first = started((id, failures) -> {
            runs.computeIfAbsent("on first", key -> new AtomicInteger()).incrementAndGet();
            return count(id, failures);
        });
        started(this::count);

        database.inTransaction(tx -> {
            for (int i = 0; i < 500; i++) {
                first.schedule(tx, "test", "job" + i, NOON);
            }
        });

        await().atMost(Duration.ofSeconds(60)).until(() -> rows() == 0);
        for (int i = 0; i < 500; i++) {
            assertThat(runsOf("job" + i)).as("job %d", i).isEqualTo(1);
        }
        assertThat(runsOf("on first")).isBetween(1, 499);
    }

    @Test
    void finishes_the_job_of_a_process_that_was_killed() throws Exception {
        Jobs survivor = Jobs.on(dataSource)
                .pollEvery(Duration.ofMillis(50))
                .deadAfter(Duration.ofSeconds(2))
                .build()
                .handler("test", this::count);
        nodes.add(survivor);
        database.inTransaction(
                tx -> survivor.schedule(tx, "test", "a", Clock.systemUTC().instant()));
        Path taken = folder.resolve("taken");

        Process victim = hangingNode(taken);
        try {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(taken)
                    .as(() -> "victim says " + read(folder.resolve("victim.log")))
                    .exists());
            survivor.start();
            assertThat(runsOf("a")).isZero();
        } finally {
            victim.destroyForcibly();
        }
        assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();

        await().atMost(Duration.ofSeconds(30)).until(() -> runsOf("a") == 1);
        awaitEmptyTable();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process hangingNode(Path taken) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HangingNode.class.getName(),
                        TestDatabases.postgresUrl(dataSource),
                        taken.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("victim.log").toFile())
                .start();
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.postgresql.ds.PGSimpleDataSource;

/** A node in a process of its own that takes a job, says so by a file, and never ends it. */
final class HangingNode {

    private HangingNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        dataSource.setUser("postgres");
        CountDownLatch never = new CountDownLatch(1);
        Jobs jobs = Jobs.on(dataSource)
                .pollEvery(Duration.ofMillis(50))
                .deadAfter(Duration.ofSeconds(2))
                .build();
        jobs.handler("test", (id, failures) -> {
            try {
                Files.createFile(Path.of(arguments[1]));
                never.await();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Next.done();
        });
        jobs.start();
        never.await();
    }
}

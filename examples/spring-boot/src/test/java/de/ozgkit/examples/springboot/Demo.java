// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.springboot;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;

/** The application at http://localhost:8080 with a mock account on whose page somebody chooses who logs in. Nothing is kept. */
final class Demo {

    private static final int PORT = 8080;

    private Demo() {}

    public static void main(String... args) throws IOException, InterruptedException {
        Running running = Running.in(
                Files.createTempDirectory("ozgkit-spring"),
                PORT,
                "jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1",
                Clock.systemUTC());
        System.out.println("http://localhost:" + PORT + " with the mock account " + running.account.uri("/"));
    }
}

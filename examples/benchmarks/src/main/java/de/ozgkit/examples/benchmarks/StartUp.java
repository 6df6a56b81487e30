// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.BrowserKey;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.testkit.MockNutzerkonto;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.xml.security.signature.XMLSignature;
import org.h2.Driver;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.LoggerFactory;

/** How long a portal that has just been started needs until it can log somebody in: whole processes, stop-watch in hand. */
final class StartUp {

    private static final int RUNS = 5;
    private static final URI ACS = URI.create("https://portal.example.test/saml/acs");
    private static final String PASSWORD = "benchmark";

    private StartUp() {}

    /** The portal: reads metadata and key, and says when it has a registration, and when the first request is written. */
    public static void main(String... files) {
        Nutzerkonto konto = Nutzerkonto.bundId()
                .serviceProvider("https://portal.example.test", ACS)
                .identityProvider(IdpMetadata.read(Path.of(files[0])))
                .keys(KeyMaterial.pkcs12(Path.of(files[1]), PASSWORD.toCharArray()))
                .onlineService("BMI-B0000001", "Stadt Beispielstadt")
                .state(LoginState.jdbc(JdbcConnectionPool.create("jdbc:h2:mem:portal;DB_CLOSE_DELAY=-1", "", "")))
                .build();
        System.out.println("built");
        konto.begin(Login.atLeast(TrustLevel.SUBSTANTIAL), BrowserKey.fresh(Tokens.secure()));
        System.out.println("begun");
    }

    /** Starts it a few times and prints the medians in milliseconds. */
    static void measure() throws IOException {
        Path folder = Files.createTempDirectory("ozgkit-startup-");
        Path metadata = folder.resolve("account.xml");
        Path key = folder.resolve("portal.p12");
        try (MockNutzerkonto account = new MockNutzerkonto()) {
            Files.write(metadata, account.uri("/metadata").toURL().openStream().readAllBytes());
            LoginFixture.newKey().writePkcs12(key, PASSWORD.toCharArray());
            List<Long> built = new ArrayList<>();
            List<Long> begun = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                run(metadata, key, built, begun);
            }
            print("start of a JVM to a built Nutzerkonto (less than 1500)", built);
            print("start of a JVM to its first request (less than 1500)", begun);
        } finally {
            Files.deleteIfExists(metadata);
            Files.deleteIfExists(key);
            Files.delete(folder);
        }
    }

    /** The jars that a portal needs for it, and no others: the JDK looks into each jar of a class path for services. */
    private static String classPath() {
        return Stream.of(
                        StartUp.class,
                        Nutzerkonto.class,
                        KeyMaterial.class,
                        XMLSignature.class,
                        Driver.class,
                        LoggerFactory.class,
                        LoggerContext.class,
                        Context.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void run(Path metadata, Path key, List<Long> built, List<Long> begun) throws IOException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        classPath(),
                        StartUp.class.getName(),
                        metadata.toString(),
                        key.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                (line.equals("built") ? built : begun).add(millis);
            }
        }
    }

    private static void print(String what, List<Long> times) {
        if (times.size() != RUNS) {
            throw new IllegalStateException("a portal did not start");
        }
        Collections.sort(times);
        System.out.printf(Locale.ROOT, "%-62s %,10d ms (%s)%n", what, times.get(RUNS / 2), times);
    }
}

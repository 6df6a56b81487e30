// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.demo;

import de.ozgkit.core.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Servicekonto.NRW and pmPayment as mocks, in a process of their own: the portal speaks to them over HTTP only, as it would to the real
 * ones. The process ends when its standard input closes, that is, when the portal ends in whatever way.
 */
public final class DemoPeers implements AutoCloseable {

    private static final String MAIN = "de.ozgkit.testkit.MockPeers";
    private static final Pattern READY = Pattern.compile("ozgkit mocks ready nutzerkonto=(\\S+) pmpayment=(\\S+)");
    private static final int SECONDS_TO_START = 60;

    private final Process process;
    private final URI account;
    private final URI payment;

    private DemoPeers(Process process, URI account, URI payment) {
        this.process = process;
        this.account = account;
        this.payment = payment;
    }

    /**
     * Starts the process from the class path of this one.
     *
     * @param serviceProvider our SAML metadata
     * @param salt the secret that we share with the payment platform
     * @param state where the payment mock keeps its transactions
     */
    public static DemoPeers start(Path serviceProvider, Path salt, Path state) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx160m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MAIN,
                            "--service-provider=" + serviceProvider,
                            "--pmpayment-salt-file=" + salt,
                            "--state=" + state)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return awaitReady(process);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Base address of the mock Servicekonto.NRW. */
    public URI account() {
        return account;
    }

    /** Base address of the mock pmPayment. */
    public URI payment() {
        return payment;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static DemoPeers awaitReady(Process process) {
        try {
            return CompletableFuture.supplyAsync(() -> readUntilReady(process)).get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw failed(e);
        } catch (ExecutionException | TimeoutException e) {
            process.destroy();
            throw failed(e);
        }
    }

    private static DemoPeers readUntilReady(Process process) {
        return process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .map(READY::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(line -> new DemoPeers(process, URI.create(line.group(1)), URI.create(line.group(2))))
                .orElseThrow(() -> new IllegalStateException("the process ended at once"));
    }

    private static ConfigurationException failed(Exception cause) {
        return new ConfigurationException(
                "portal.demo",
                "The mock peers of the demo did not start within " + SECONDS_TO_START
                        + " s; is ozgkit-testkit on the class path? OZG_DEMO=false runs without them",
                cause);
    }
}

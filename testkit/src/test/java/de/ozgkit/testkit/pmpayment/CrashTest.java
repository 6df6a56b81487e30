// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.pmpayment;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.testkit.Fault;
import de.ozgkit.testkit.MockPmPayment;
import de.ozgkit.testkit.PmTransaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The portal's process is killed at the worst moments; another one finishes the work. */
@Tag("slow")
class CrashTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MockPmPayment platform =
            MockPmPayment.withSalt(PayingPortal.SALT.toCharArray()).start();
    private final String caseId = UUID.randomUUID().toString();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    CrashTest() {
        platform.notifications(MockPmPayment.Notify.NEVER);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        platform.close();
    }

    @ParameterizedTest
    @EnumSource
    void killed_while_the_platform_is_being_called(PortalDatabases databases) throws Exception {
        String database = databases.fresh(folder);
        platform.next("/payment/secure", Fault.delay(Duration.ofSeconds(8)));
        Process first = portal(database, "start", Duration.ZERO);
        Awaitility.await().atMost(PATIENCE).until(() -> !platform.transactions().isEmpty());
        kill(first);

        platform.pay(platform.transactions().get(0).txid());
        assertThat(line(portal(database, "watch", Duration.ofSeconds(40)))).isEqualTo("PAID 1");
    }

    @ParameterizedTest
    @EnumSource
    void killed_while_the_platform_is_called_and_the_citizen_tries_again(PortalDatabases databases) throws Exception {
        String database = databases.fresh(folder);
        platform.next("/payment/secure", Fault.delay(Duration.ofSeconds(8)));
        Process first = portal(database, "start", Duration.ZERO);
        Awaitility.await().atMost(PATIENCE).until(() -> !platform.transactions().isEmpty());
        kill(first);

        Process second = portal(database, "start", Duration.ofSeconds(40));
        assertThat(line(second)).startsWith("PAGE");
        kill(second);
        assertThat(platform.transactions()).hasSize(2);
        platform.pay(platform.transactions().get(1).txid());
        assertThat(line(portal(database, "watch", Duration.ofSeconds(90)))).isEqualTo("PAID 1");
    }

    @ParameterizedTest
    @EnumSource
    void killed_after_the_citizen_paid_and_before_the_portal_asked(PortalDatabases databases) throws Exception {
        String database = databases.fresh(folder);
        Process first = portal(database, "start", Duration.ZERO);
        assertThat(line(first)).startsWith("PAGE");
        platform.pay(platform.transactions().get(0).txid());
        kill(first);

        assertThat(line(portal(database, "watch", Duration.ofSeconds(40)))).isEqualTo("PAID 1");
        assertThat(platform.transactions()).extracting(PmTransaction::status).containsExactly(PmTransaction.PAID);
    }

    @ParameterizedTest
    @EnumSource
    void killed_while_it_asks(PortalDatabases databases) throws Exception {
        String database = databases.fresh(folder);
        Process first = portal(database, "start", Duration.ZERO);
        assertThat(line(first)).startsWith("PAGE");
        kill(first);
        platform.pay(platform.transactions().get(0).txid());
        platform.next("/payment/status/{ags}/{txid}", Fault.delay(Duration.ofSeconds(8)));
        Process second = portal(database, "watch", Duration.ofSeconds(40));
        platform.awaitRequests("/payment/status/{ags}/{txid}", 1, PATIENCE);
        kill(second);

        // The job of a dead node is taken over when it has given no sign of life for two minutes.
        assertThat(line(portal(database, "watch", Duration.ofMinutes(10)))).isEqualTo("PAID 1");
    }

    private Process portal(String database, String task, Duration ahead) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PortalProcess.class.getName(),
                        database,
                        platform.uri().toString(),
                        caseId,
                        task,
                        ahead.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }

    private static String line(Process process) {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return output.lines()
                .filter(line -> line.startsWith(PortalProcess.SAYS))
                .map(line -> line.substring(PortalProcess.SAYS.length()))
                .findFirst()
                .orElse("nothing");
    }

    /** On POSIX systems this is SIGKILL: no shutdown hook runs, nothing is flushed. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}

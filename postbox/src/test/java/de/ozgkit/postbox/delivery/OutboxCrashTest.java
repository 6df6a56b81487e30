// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import static de.ozgkit.postbox.Samples.ERIKA;
import static de.ozgkit.postbox.Samples.PDF;
import static de.ozgkit.postbox.Samples.dog;
import static de.ozgkit.postbox.Samples.newCaseId;
import static de.ozgkit.postbox.Samples.newMessageId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.Message;
import de.ozgkit.postbox.NewMessage;
import de.ozgkit.postbox.TestDatabase;
import de.ozgkit.postbox.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes that are killed while they deliver: nothing is lost, nothing arrives twice, and every state is true. */
@Tag("slow")
class OutboxCrashTest {

    private static final int APPLICATIONS = 150;
    private static final int ANSWERS = 50;
    private static final int MESSAGES = APPLICATIONS + ANSWERS;

    /** A build server's disk may stand still for a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<Process> nodes = new ArrayList<>();
    private final Random random = new Random();
    private final Set<String> ids = new TreeSet<>();

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectory(temp.resolve("desk"));
    }

    @AfterEach
    void killAll() throws InterruptedException {
        for (Process node : nodes) {
            node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_message_arrives_once_although_nodes_are_killed(TestDatabase database) throws Exception {
        DataSource dataSource = database.open(temp);
        // two nodes where the database allows it; an H2 file belongs to one process
        int nodeCount = database == TestDatabase.POSTGRESQL ? 2 : 1;
        int kills = 3 * nodeCount;
        enqueueAll(dataSource);
        for (int i = 0; i < nodeCount; i++) {
            nodes.add(startNode(dataSource));
        }
        for (int kill = 1; kill <= kills; kill++) {
            waitForFiles(kill * MESSAGES / (kills + 2) + random.nextInt(8));
            int victim = random.nextInt(nodeCount);
            nodes.get(victim).destroyForcibly().waitFor();
            nodes.set(victim, startNode(dataSource));
        }
        waitForFiles(MESSAGES);
        // the last kill, before everything is noted: the test finishes the work itself
        killAll();
        assertEverythingArrivedOnce(dataSource, kills + nodeCount);
    }

    private void enqueueAll(DataSource dataSource) {
        try (Jobs jobs = Jobs.on(dataSource).build()) {
            Outbox outbox = outbox(dataSource, jobs);
            Cases cases = Cases.on(dataSource).build();
            for (int i = 0; i < APPLICATIONS; i++) {
                boolean answered = i < ANSWERS;
                Database.of(dataSource).inTransaction(tx -> {
                    Case dog = cases.submit(
                            tx,
                            dog(newCaseId())
                                    .attach(Upload.of("Impfpass.pdf", PDF))
                                    .build());
                    enqueue(outbox, tx, Submission.of(dog));
                    if (answered) {
                        Message message = cases.conversation()
                                .answer(tx, ERIKA, NewMessage.of(newMessageId(), dog.id(), "Er heißt Bello."));
                        enqueue(outbox, tx, Submission.of(dog, message));
                    }
                });
            }
        }
    }

    private void enqueue(Outbox outbox, Tx tx, Submission submission) {
        outbox.enqueue(tx, submission.via("desk"));
        ids.add(submission.id() + ".zip");
    }

    private Outbox outbox(DataSource dataSource, Jobs jobs) {
        return Outbox.on(dataSource)
                .jobs(jobs)
                .retry(CrashingNode.RETRY)
                .channel(FolderChannel.named("desk", folder))
                .build();
    }

    private Process startNode(DataSource dataSource) throws IOException {
        String url;
        String schema = "";
        if (dataSource instanceof PGSimpleDataSource postgres) {
            url = postgres.getURL();
            schema = postgres.getCurrentSchema();
        } else {
            url = ((JdbcDataSource) dataSource).getURL();
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingNode.class.getName(),
                        url,
                        schema,
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        temp.resolve("nodes.log").toFile()))
                .start();
    }

    private void waitForFiles(int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> files(".zip").size() >= count);
    }

    private void assertEverythingArrivedOnce(DataSource dataSource, int kills) throws IOException {
        DataSource pool = dataSource instanceof JdbcDataSource h2 ? JdbcConnectionPool.create(h2) : dataSource;
        try (Jobs jobs = Jobs.on(pool)
                .deadAfter(CrashingNode.DEAD_AFTER)
                .retry(CrashingNode.RETRY)
                .build()) {
            Outbox outbox = outbox(pool, jobs);
            jobs.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(notArrived(outbox)).isEmpty());
            ids.add(".unfinished");
            assertThat(files("")).as("all that lies in the folder").isEqualTo(ids);
            assertThat(folder.resolve(".unfinished")).isEmptyDirectory();
            List<Delivery> deliveries = outbox.in(DeliveryState.HANDED_OVER, MESSAGES);
            int attempts = 0;
            for (Delivery delivery : deliveries) {
                attempts += delivery.attempts();
                assertThat(outbox.receipts(delivery.id())).hasSize(1);
                try (ZipFile zip =
                        new ZipFile(folder.resolve(delivery.id() + ".zip").toFile())) {
                    assertThat(zip.getEntry("application.json")).isNotNull();
                }
            }
            deliveries.stream().map(Delivery::caseId).distinct().forEach(id -> assertThat(outbox.ofCase(id).stream()
                            .map(each -> handedOverAt(outbox, each))
                            .toList())
                    .isSorted());
            assertThat(Files.readString(temp.resolve("nodes.log"))).doesNotContain("Bello", ERIKA, "DEAD");
            System.out.println(MESSAGES + " messages, " + kills + " kills, " + attempts + " attempts, "
                    + files(".zip").size() + " files, 0 dead, on "
                    + pool.getClass().getSimpleName());
        } finally {
            if (pool instanceof JdbcConnectionPool h2) {
                h2.dispose();
            }
        }
    }

    /** What is under way still, and why: the states, tries and errors tell where to look if this test fails. */
    private static List<Delivery> notArrived(Outbox outbox) {
        return Stream.of(DeliveryState.values())
                .filter(state -> state != DeliveryState.HANDED_OVER)
                .flatMap(state -> outbox.in(state, MESSAGES).stream())
                .toList();
    }

    private static Instant handedOverAt(Outbox outbox, Delivery delivery) {
        return outbox.receipts(delivery.id()).get(0).at();
    }

    private Set<String> files(String suffix) {
        try (Stream<Path> list = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            list.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

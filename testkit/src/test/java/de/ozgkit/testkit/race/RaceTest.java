// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.race;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.Money;
import de.ozgkit.core.sql.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand orders on two nodes that share a database, under returns, notifications, polls and second clicks, while the platform fails and
 * comes back and one node is killed twice: whatever the platform took is booked once, and nothing is left hanging.
 */
@Tag("slow")
class RaceTest {

    private static final int ORDERS = 1000;
    private static final int KNOCKS = 20_000;
    private static final int THREADS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Node> nodes = Collections.synchronizedList(new ArrayList<>());
    private final List<Process> started = new ArrayList<>();
    private final List<Fee> fees = new ArrayList<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong ahead = new AtomicLong();
    private RacePlatform platform;
    private String database;

    @TempDir
    private Path folder;

    /** A process that is running. */
    private record Node(Process process, URI address) {}

    /** One order and the pages its payer has seen. */
    private static final class Fee {
        private final String caseId = UUID.randomUUID().toString();
        private final String payee;
        private final long cents;
        private final List<String> pages = Collections.synchronizedList(new ArrayList<>());

        private Fee(int number) {
            this.payee = number % 2 == 0 ? "asks" : "repeats";
            this.cents = 1000 + number;
        }

        /** Keeps a page; whether the payer sees it for the first time. */
        private boolean saw(String page) {
            synchronized (pages) {
                return !pages.contains(page) && pages.add(page);
            }
        }

        private List<String> seen() {
            synchronized (pages) {
                return List.copyOf(pages);
            }
        }
    }

    @BeforeEach
    void open() throws IOException {
        platform = new RacePlatform();
        for (int i = 0; i < ORDERS; i++) {
            fees.add(new Fee(i));
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        platform.close();
    }

    @Test
    void books_every_cent_once_on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            race("PostgreSQL", postgres.getJdbcUrl("postgres", "postgres"));
        }
    }

    @Test
    void books_every_cent_once_on_h2() throws Exception {
        // An H2 file belongs to one process, so both reach it through a server in this one.
        Server server = Server.createTcpServer(
                        "-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
                .start();
        try {
            race(
                    "H2",
                    "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./race;WRITE_DELAY=0;LOCK_TIMEOUT=10000");
        } finally {
            server.stop();
        }
    }

    private void race(String name, String url) throws Exception {
        long begun = System.nanoTime();
        database = url;
        JdbcConnectionPool pool = RaceNode.pool(url);
        try {
            Database.of(pool)
                    .inTransaction(
                            tx -> tx.update("create table effect (order_id uuid not null, cents bigint not null)"));
            nodes.add(node());
            nodes.add(node());
            Future<?> trouble = Executors.newSingleThreadExecutor().submit(() -> makeTrouble());
            knock();
            long knocked = System.nanoTime();
            trouble.get(60, TimeUnit.SECONDS);
            settle(Database.of(pool));
            System.out.println("PHASES " + (knocked - begun) / 1000000 + " " + (System.nanoTime() - knocked) / 1000000);
            judge(name, Database.of(pool), Duration.ofNanos(System.nanoTime() - begun));
        } finally {
            pool.dispose();
        }
    }

    // the race

    private void knock() throws Exception {
        Random shuffle = new Random(1);
        List<Fee> targets = new ArrayList<>();
        for (int i = 0; i < KNOCKS; i++) {
            targets.add(fees.get(i % ORDERS));
        }
        Collections.shuffle(targets, shuffle);
        together(KNOCKS, (number, chance) -> {
            knock(targets.get(number), chance);
            done.incrementAndGet();
        });
    }

    /** One step of many that run together. */
    private interface Step {
        void run(int number, Random chance);
    }

    private static void together(int steps, Step step) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            running.add(threads.submit(() -> {
                Random chance = new Random(first);
                for (int i = first; i < steps; i += THREADS) {
                    step.run(i, chance);
                }
            }));
        }
        for (Future<?> one : running) {
            one.get(5, TimeUnit.MINUTES);
        }
        threads.shutdown();
    }

    private void knock(Fee fee, Random chance) {
        List<String> pages = fee.seen();
        int way = pages.isEmpty() ? 0 : chance.nextInt(8);
        if (way <= 1) {
            count("starts");
            click(fee, chance);
            return;
        }
        String page = pages.get(chance.nextInt(pages.size()));
        if (way <= 3) {
            count("returns");
            call(chance, "/return/" + platform.transaction(page).token(chance));
        } else if (way <= 6) {
            count("notifications");
            call(chance, "/notify/" + platform.transaction(page).token(chance));
        } else {
            count("refreshes");
            call(chance, "/refresh/" + page);
        }
    }

    /** The payer presses the button; on a new page, the payer pays, turns back or leaves, and some do one thing after the other. */
    private void click(Fee fee, Random chance) {
        String answer = call(chance, "/start/" + fee.caseId + "/" + fee.payee + "/" + fee.cents);
        if (answer.length() != 32) {
            return;
        }
        RacePlatform.Transaction page = platform.transaction(answer);
        boolean first = fee.saw(answer);
        double mood = chance.nextDouble();
        if (!first || mood < 0.7) {
            page.pay();
        } else if (mood < 0.9) {
            page.cancel();
        }
        // Who turned back on one page sometimes pays there after all.
        if (first && chance.nextDouble() < 0.15) {
            fee.seen().forEach(seen -> platform.transaction(seen).pay());
        }
    }

    private void makeTrouble() {
        try {
            for (int round = 1; round <= 2; round++) {
                awaitKnocks(KNOCKS * (3 * round - 2) / 7);
                Node victim = nodes.get(1);
                // On POSIX systems this is SIGKILL: no shutdown hook runs, nothing is flushed.
                victim.process().destroyForcibly().waitFor();
                count("kills");
                nodes.set(1, node());
                awaitKnocks(KNOCKS * (3 * round - 1) / 7);
                platform.down = true;
                count("outages");
                Thread.sleep(1000);
                platform.down = false;
                // What was put off because the platform was down is due now.
                forward(35);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitKnocks(int count) throws InterruptedException {
        while (done.get() < count) {
            Thread.sleep(5);
        }
    }

    /** Payers who left come back and pay; the rest is up to the polling. */
    private void settle(Database now) throws Exception {
        forward(35);
        together(ORDERS, (number, chance) -> payAtLast(fees.get(number), chance));
        for (int minutes : new int[] {2, 10, 20, 40}) {
            forward(60 * minutes);
            long before = platform.questions.get();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> due(now) == 0 && platform.questions.get() >= before);
        }
    }

    private void payAtLast(Fee fee, Random chance) {
        String answer = "";
        for (int tries = 0; answer.isEmpty() || answer.equals("NO"); tries++) {
            assertThat(tries).as("tries to pay after all trouble is over").isLessThan(100);
            answer = call(chance, "/start/" + fee.caseId + "/" + fee.payee + "/" + fee.cents);
        }
        if (answer.length() == 32) {
            fee.saw(answer);
            platform.transaction(answer).pay();
        }
    }

    /** How many jobs are to be run now. */
    private long due(Database now) {
        return number(
                now,
                "select count(*) as n from ozg_job where picked or execution_time < ?",
                java.time.Instant.now().plusSeconds(ahead.get()));
    }

    private void forward(long seconds) throws IOException {
        long sum = ahead.addAndGet(seconds);
        for (Node node : List.copyOf(nodes)) {
            send(node, "/ahead/" + sum);
        }
    }

    // the account

    private void judge(String name, Database now, Duration took) {
        List<RacePlatform.Transaction> paid = platform.paid();
        long taken = paid.stream().mapToLong(one -> one.cents).sum();
        long owed = fees.stream().mapToLong(fee -> fee.cents).sum();
        long twice = paid.size() - ORDERS;
        Map<String, Long> states = new TreeMap<>();
        now.call(tx -> tx.query(
                        "select attempt_state, count(*) as n from ozg_payment_attempt group by attempt_state",
                        row -> states.put(row.text("attempt_state"), row.number("n"))));
        System.out.printf(
                "race on %s: %d orders, %d knocks %s, %d openings, %d questions, %d failures of the platform; attempts %s; %d paid events,"
                        + " %d paid twice; taken %s = owed %s + to be sent back %s; %d ms%n",
                name,
                ORDERS,
                KNOCKS,
                new TreeMap<>(counts),
                platform.starts.get(),
                platform.questions.get(),
                platform.failures.get(),
                states,
                number(now, "select count(*) as n from effect"),
                twice,
                Money.cents(taken),
                Money.cents(owed),
                Money.cents(taken - owed),
                took.toMillis());

        assertThat(paid.stream().map(one -> one.caseId).collect(Collectors.toSet()))
                .hasSize(ORDERS);
        assertThat(number(now, "select count(*) as n from effect")).isEqualTo(ORDERS);
        assertThat(number(now, "select count(distinct order_id) as n from effect")).isEqualTo(ORDERS);
        assertThat(number(now, "select coalesce(sum(cents), 0) as n from effect")).isEqualTo(owed);
        assertThat(number(now, "select coalesce(sum(received_cents), 0) as n from ozg_payment_attempt"))
                .isEqualTo(taken);
        assertThat(number(
                        now,
                        "select coalesce(sum(amount_cents), 0) as n from ozg_payment_refund where refund_state = 'OPEN'"))
                .isEqualTo(taken - owed);
        assertThat(number(now, "select count(*) as n from ozg_payment_refund")).isEqualTo(twice);
        assertThat(states.keySet()).isSubsetOf("PAID", "REVIEW", "EXPIRED", "CANCELLED", "FAILED");
        assertThat(states.get("PAID")).isEqualTo(ORDERS);
        assertThat(states.getOrDefault("REVIEW", 0L)).isEqualTo(twice);
        assertThat(number(
                        now,
                        "select count(*) as n from ozg_payment_order where paid_attempt is null or open_attempt is not null"))
                .isZero();
        assertThat(twice).isPositive();
        assertThat(counts.get("kills")).hasValue(2);
        assertThat(counts.getOrDefault("sql.failed", new AtomicInteger())).hasValue(0);
    }

    private static long number(Database now, String sql, Object... arguments) {
        return now.call(tx -> tx.first(sql, row -> row.number("n"), arguments)).orElseThrow();
    }

    // the two processes

    /** At either of them; a browser whose node was just killed is served by the other one. */
    private String call(Random chance, String path) {
        int choice = chance.nextInt(2);
        try {
            return send(nodes.get(choice), path);
        } catch (IOException e) {
            count("sent to the killed node");
        }
        try {
            return send(nodes.get(1 - choice), path);
        } catch (IOException e) {
            return "";
        }
    }

    private String send(Node node, String path) throws IOException {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(node.address().resolve(path))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                count(answer.body());
            }
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void count(String what) {
        counts.computeIfAbsent(what, one -> new AtomicInteger()).incrementAndGet();
    }

    private Node node() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RaceNode.class.getName(),
                        database,
                        platform.uri().toString(),
                        Long.toString(ahead.get()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String port = output.lines()
                .filter(line -> line.startsWith(RaceNode.SAYS))
                .map(line -> line.substring(RaceNode.SAYS.length()))
                .findFirst()
                .orElseThrow();
        Thread drain = new Thread(() -> output.lines().forEach(line -> {}), "race-output");
        drain.setDaemon(true);
        drain.start();
        return new Node(process, URI.create("http://127.0.0.1:" + port));
    }
}

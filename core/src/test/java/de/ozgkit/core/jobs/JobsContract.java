// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.sql.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What holds on every database. */
abstract class JobsContract {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

    final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    final ConcurrentMap<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    final List<Jobs> nodes = new ArrayList<>();
    DataSource dataSource;
    Database database;

    abstract DataSource open();

    @BeforeEach
    void open_the_database() {
        dataSource = open();
        database = Database.of(dataSource);
    }

    @AfterEach
    void close_all_nodes() {
        nodes.forEach(Jobs::close);
        TestDatabases.close(dataSource);
    }

    @Test
    void does_a_job_once_its_transaction_is_committed() {
        Jobs jobs = started(this::count);

        database.inTransaction(
                tx -> assertThat(jobs.schedule(tx, "test", "a", NOON)).isTrue());

        awaitRuns("a", 1);
        awaitEmptyTable();
    }

    @Test
    void forgets_a_job_whose_transaction_is_rolled_back() {
        Jobs jobs = node().handler("test", this::count);

        assertThatThrownBy(() -> database.inTransaction(tx -> {
                    jobs.schedule(tx, "test", "a", NOON);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(rows()).isZero();
    }

    @Test
    void leaves_a_job_that_is_there_already_without_harming_the_transaction() {
        Jobs jobs = node().handler("test", this::count);
        database.inTransaction(tx -> jobs.schedule(tx, "test", "a", NOON));

        database.inTransaction(tx -> {
            assertThat(jobs.schedule(tx, "test", "a", NOON.plusSeconds(5))).isFalse();
            assertThat(jobs.schedule(tx, "test", "b", NOON)).isTrue();
        });

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void waits_until_a_job_is_due() {
        Jobs jobs = started(this::count);
        database.inTransaction(tx -> {
            jobs.schedule(tx, "test", "later", NOON.plus(Duration.ofHours(1)));
            jobs.schedule(tx, "test", "now", NOON);
        });
        awaitRuns("now", 1);
        assertThat(runsOf("later")).isZero();

        now.set(NOON.plus(Duration.ofHours(1)));

        awaitRuns("later", 1);
    }

    @Test
    void brings_a_waiting_job_forward_or_schedules_it() {
        Jobs jobs = started(this::count);
        database.inTransaction(tx -> jobs.schedule(tx, "test", "a", NOON.plus(Duration.ofDays(1))));

        database.inTransaction(tx -> {
            assertThat(jobs.reschedule(tx, "test", "a", NOON)).isTrue();
            assertThat(jobs.reschedule(tx, "test", "b", NOON)).isFalse();
        });

        awaitRuns("a", 1);
        awaitRuns("b", 1);
        awaitEmptyTable();
    }

    @Test
    void removes_a_cancelled_job() {
        Jobs jobs = node().handler("test", this::count);
        database.inTransaction(tx -> jobs.schedule(tx, "test", "a", NOON));

        database.inTransaction(tx -> jobs.cancel(tx, "test", "a"));

        assertThat(rows()).isZero();
    }

    @Test
    void repeats_a_failing_job_until_it_succeeds() {
        Jobs jobs = started((id, failures) -> {
            count(id, failures);
            if (failures < 3) {
                throw new PeerException("test.broken", "Erika Mustermann", true);
            }
            return Next.done();
        });
        database.inTransaction(tx -> jobs.schedule(tx, "test", "a", NOON));

        for (int tries = 1; tries <= 4; tries++) {
            awaitRuns("a", tries);
            awaitRunEnd("a");
            assertThat(runsOf("a")).as("not before its pause is over").isEqualTo(tries);
            now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)));
        }

        awaitEmptyTable();
    }

    @Test
    void survives_an_error_of_a_handler() {
        Jobs jobs = started((id, failures) -> {
            count(id, failures);
            if (failures == 0) {
                throw new StackOverflowError();
            }
            return Next.done();
        });
        database.inTransaction(tx -> jobs.schedule(tx, "test", "a", NOON));
        awaitRuns("a", 1);
        awaitRunEnd("a");

        now.set(NOON.plus(Duration.ofMinutes(5)));

        awaitRuns("a", 2);
        awaitEmptyTable();
    }

    @Test
    void logs_the_code_of_a_failure_but_not_its_message() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        var root = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT");
        root.addAppender(log);
        try {
            Jobs jobs = started((id, failures) -> {
                throw new PeerException("test.broken", "Erika Mustermann", true);
            });
            database.inTransaction(tx -> jobs.schedule(tx, "test", "a", NOON));

            await().until(() -> text(log).contains("test.broken"));
            awaitRunEnd("a");
            assertThat(text(log)).contains("Job test a failed 1 time(s)").doesNotContain("Mustermann");
        } finally {
            root.detachAppender(log);
        }
    }

    @Test
    void runs_a_job_again_at_the_time_its_handler_names() {
        Jobs jobs = started((id, failures) -> {
            assertThat(failures).isZero();
            count(id, failures);
            return runsOf(id) < 2 ? Next.at(NOON.plusSeconds(60)) : Next.done();
        });
        database.inTransaction(tx -> jobs.schedule(tx, "test", "a", NOON));
        awaitRuns("a", 1);
        awaitRunEnd("a");
        assertThat(runsOf("a")).isEqualTo(1);

        now.set(NOON.plusSeconds(60));

        awaitRuns("a", 2);
        awaitEmptyTable();
    }

    @Test
    void a_wish_that_comes_during_a_run_is_not_lost() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Jobs jobs = started((id, failures) -> {
            running.countDown();
            waitFor(mayEnd);
            return count(id, failures);
        });
        database.inTransaction(tx -> jobs.schedule(tx, "test", "a", NOON));
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        database.inTransaction(tx -> {
            assertThat(jobs.schedule(tx, "test", "a", NOON)).isFalse();
            assertThat(jobs.reschedule(tx, "test", "a", NOON)).isTrue();
        });
        mayEnd.countDown();

        awaitRuns("a", 2);
        awaitEmptyTable();
    }

    @Test
    void a_job_cancelled_during_its_run_does_not_come_back() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Jobs jobs = started((id, failures) -> {
            running.countDown();
            waitFor(mayEnd);
            count(id, failures);
            throw new IllegalStateException("too late");
        });
        database.inTransaction(tx -> jobs.schedule(tx, "test", "a", NOON));
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        database.inTransaction(tx -> jobs.cancel(tx, "test", "a"));
        mayEnd.countDown();
        awaitRuns("a", 1);

        assertThat(rows()).isZero();
    }

    @Test
    void a_closed_node_leaves_its_jobs_to_the_next() {
        Jobs first = started(this::count);
        first.close();
        database.inTransaction(tx -> first.schedule(tx, "test", "a", NOON));
        assertThat(runsOf("a")).isZero();

        started(this::count);

        awaitRuns("a", 1);
    }

    @Test
    void closing_does_not_wait_for_ever_and_keeps_the_database_open() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Jobs jobs = settings().closeWithin(Duration.ofMillis(200)).build().handler("test", (id, failures) -> {
            running.countDown();
            waitFor(mayEnd);
            return count(id, failures);
        });
        nodes.add(jobs);
        jobs.start();
        database.inTransaction(tx -> jobs.schedule(tx, "test", "a", NOON));
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        Instant before = Instant.now();
        jobs.close();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(rows()).isEqualTo(1);
        mayEnd.countDown();
        awaitEmptyTable();
    }

    @Test
    void refuses_a_job_that_nobody_does() {
        Jobs jobs = node();

        assertThatThrownBy(() -> database.inTransaction(tx -> jobs.schedule(tx, "tset", "a", NOON)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("jobs.handler.missing"));
    }

    @Test
    void refuses_wrong_names_ids_and_a_second_handler() {
        Jobs jobs = node().handler("test", this::count);

        assertThatThrownBy(() -> jobs.handler("Test Job", this::count)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> jobs.handler("test", this::count)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> database.inTransaction(tx -> jobs.schedule(tx, "test", " ", NOON)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> database.inTransaction(tx -> jobs.schedule(tx, "test", "x".repeat(121), NOON)))
                .isInstanceOf(IllegalArgumentException.class);
        jobs.start();
        assertThatThrownBy(() -> jobs.handler("other", this::count)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(jobs::start).isInstanceOf(IllegalStateException.class);
    }

    Next count(String id, int failures) {
        runs.computeIfAbsent(id, key -> new AtomicInteger()).incrementAndGet();
        return Next.done();
    }

    int runsOf(String id) {
        return runs.getOrDefault(id, new AtomicInteger()).get();
    }

    Jobs started(JobHandler handler) {
        Jobs jobs = node().handler("test", handler);
        jobs.start();
        return jobs;
    }

    Jobs node() {
        Jobs jobs = settings().build();
        nodes.add(jobs);
        return jobs;
    }

    Jobs.Builder settings() {
        return Jobs.on(dataSource).clock(new TestClock()).pollEvery(Duration.ofMillis(20));
    }

    void awaitRuns(String id, int count) {
        await().pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(runsOf(id)).isEqualTo(count));
    }

    /** Until what came of the run is written down. */
    void awaitRunEnd(String id) {
        await().pollInterval(Duration.ofMillis(10)).until(() -> database.call(tx -> tx.query(
                        "select task_instance from ozg_job where picked and task_instance = ?",
                        row -> row.text("task_instance"),
                        id))
                .isEmpty());
    }

    void awaitEmptyTable() {
        await().pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(rows()).isZero());
    }

    long rows() {
        return database.call(tx -> tx.first("select count(*) as jobs from ozg_job", row -> row.number("jobs"))
                .orElseThrow());
    }

    static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ListAppender<ILoggingEvent> log) {
        StringBuilder text = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            text.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                text.append(event.getThrowableProxy().getMessage()).append('\n');
            }
        }
        return text.toString();
    }

    private final class TestClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}

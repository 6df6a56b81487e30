// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import static de.ozgkit.postbox.Samples.ERIKA;
import static de.ozgkit.postbox.Samples.PDF;
import static de.ozgkit.postbox.Samples.dog;
import static de.ozgkit.postbox.Samples.newCaseId;
import static de.ozgkit.postbox.Samples.newMessageId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.TransportException;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import de.ozgkit.postbox.Case;
import de.ozgkit.postbox.Cases;
import de.ozgkit.postbox.Message;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.NewMessage;
import de.ozgkit.postbox.Samples.MovingClock;
import de.ozgkit.postbox.TestDatabase;
import de.ozgkit.postbox.Upload;
import de.ozgkit.postbox.spi.DeliveryResult.Delivered;
import de.ozgkit.postbox.spi.DeliveryResult.Rejected;
import de.ozgkit.postbox.spi.DeliveryResult.TryAgain;
import de.ozgkit.postbox.spi.OutboundMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class OutboxTest {

    private final MovingClock clock = new MovingClock();
    private final ScriptedChannel channel = new ScriptedChannel();
    private final List<DeliveryState> told = new CopyOnWriteArrayList<>();
    private final List<Jobs> started = new ArrayList<>();
    private DataSource dataSource;
    private Cases cases;
    private Outbox outbox;

    @TempDir
    private Path folder;

    private void start(TestDatabase database) {
        dataSource = database.open(folder);
        if (dataSource instanceof JdbcDataSource h2) {
            // keeps the file open between two connections
            dataSource = JdbcConnectionPool.create(h2);
        }
        cases = Cases.on(dataSource).clock(clock).build();
        outbox = startNode();
    }

    private Outbox startNode() {
        Jobs jobs = Jobs.on(dataSource)
                .clock(clock)
                .pollEvery(Duration.ofMillis(20))
                .closeWithin(Duration.ofSeconds(2))
                .build();
        Outbox node = Outbox.on(dataSource)
                .jobs(jobs)
                .channel(channel)
                .clock(clock)
                .onChange((tx, delivery) -> told.add(delivery.state()))
                .build();
        jobs.start();
        started.add(jobs);
        return node;
    }

    @AfterEach
    void stop() {
        started.forEach(Jobs::close);
        if (dataSource instanceof JdbcConnectionPool pool) {
            pool.dispose();
        }
    }

    private MessageId enqueue(Case application) {
        Submission submission = Submission.of(application).via("desk");
        Database.of(dataSource).inTransaction(tx -> outbox.enqueue(tx, submission));
        return submission.id();
    }

    private MessageId enqueueDog() {
        return enqueue(cases.submit(
                dog(newCaseId()).attach(Upload.of("Impfpass.pdf", PDF)).build()));
    }

    private Delivery waitFor(MessageId id, DeliveryState state) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> outbox.find(id).orElseThrow().state() == state);
        return outbox.find(id).orElseThrow();
    }

    private Delivery waitForTry(MessageId id, int attempts) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    Delivery delivery = outbox.find(id).orElseThrow();
                    return delivery.attempts() == attempts && delivery.state() != DeliveryState.SENDING;
                });
        return outbox.find(id).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void delivers_what_was_submitted(TestDatabase database) {
        start(database);
        List<OutboundMessage> seen = new CopyOnWriteArrayList<>();
        List<byte[]> files = new CopyOnWriteArrayList<>();
        channel.next(message -> {
            seen.add(message);
            try (InputStream in =
                    message.open(message.submission().attachments().get(0))) {
                files.add(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Delivered("signed by the office");
        });
        Case application = cases.submit(
                dog(newCaseId()).attach(Upload.of("Impfpass.pdf", PDF)).build());

        MessageId id = enqueue(application);

        Delivery delivery = waitFor(id, DeliveryState.DELIVERED);
        assertThat(delivery.attempts()).isEqualTo(1);
        assertThat(seen).singleElement().satisfies(message -> {
            assertThat(message.submission())
                    .isEqualTo(Submission.of(application).via("desk"));
            assertThat(message.createdAt()).isEqualTo(clock.instant());
        });
        assertThat(files).containsExactly(PDF);
        assertThat(outbox.receipts(id))
                .containsExactly(new Receipt(DeliveryState.DELIVERED, clock.instant(), "signed by the office"));
        assertThat(told).containsExactly(DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.DELIVERED);
    }

    @ParameterizedTest
    @EnumSource
    void does_not_call_delivered_what_is_only_handed_over(TestDatabase database) {
        start(database);
        MessageId id = enqueueDog();

        Delivery delivery = waitFor(id, DeliveryState.HANDED_OVER);
        assertThat(delivery.remoteId()).contains("remote-" + id);

        Instant later = clock.instant().plusSeconds(60);
        Receipt accepted = new Receipt(DeliveryState.DELIVERED, later, "accept-submission");
        assertThat(outbox.receive(id, accepted).orElseThrow().state()).isEqualTo(DeliveryState.DELIVERED);
        outbox.receive(id, new Receipt(DeliveryState.READ, later, "opened"));
        outbox.receive(id, accepted);
        assertThat(outbox.find(id).orElseThrow().state()).isEqualTo(DeliveryState.READ);
        assertThat(outbox.receipts(id)).hasSize(3);

        outbox.receive(id, new Receipt(DeliveryState.REJECTED, later, "taken back"));
        assertThat(outbox.find(id).orElseThrow().state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(outbox.find(id).orElseThrow().lastReason()).contains("taken back");
        assertThat(outbox.receive(newMessageId(), accepted)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void delivers_nothing_of_a_transaction_that_was_rolled_back(TestDatabase database) throws Exception {
        start(database);
        assertThatThrownBy(() -> Database.of(dataSource).inTransaction(tx -> {
                    Case application = cases.submit(tx, dog(newCaseId()).build());
                    outbox.enqueue(tx, Submission.of(application).via("desk"));
                    throw new IllegalArgumentException("the portal failed");
                }))
                .hasMessage("the portal failed");

        enqueueDog();
        await().until(() -> outbox.count(DeliveryState.HANDED_OVER) == 1);
        assertThat(channel.tries).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void enqueues_once_and_refuses_another_content_under_the_same_id(TestDatabase database) {
        start(database);
        Case application = cases.submit(dog(newCaseId()).build());
        Submission submission = Submission.of(application).via("desk");
        Database db = Database.of(dataSource);

        assertThat(db.<Boolean>call(tx -> outbox.enqueue(tx, submission))).isTrue();
        assertThat(db.<Boolean>call(tx -> outbox.enqueue(tx, submission))).isFalse();
        waitFor(submission.id(), DeliveryState.HANDED_OVER);
        assertThat(db.<Boolean>call(tx -> outbox.enqueue(tx, submission))).isFalse();

        assertThatThrownBy(() -> db.inTransaction(tx -> outbox.enqueue(tx, submission.data("{\"name\":\"Rex\"}"))))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("postbox.outbox.reused")
                .hasMessageNotContaining("Rex");
        assertThatThrownBy(() -> db.inTransaction(tx -> outbox.enqueue(tx, submission.via("pigeon"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("postbox.channel.unknown");
        assertThat(channel.tries).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void tries_again_with_growing_pauses_under_the_same_id(TestDatabase database) {
        start(database);
        channel.next(TryAgain.because("peer.down"))
                .next(message -> {
                    throw new TransportException("http.timeout", "no answer", true, null);
                })
                .next(message -> {
                    throw new IllegalStateException("Bello");
                });

        MessageId id = enqueueDog();

        long[] expected = {30, 60, 120};
        String[] codes = {"peer.down", "http.timeout", "postbox.channel.failed"};
        for (int i = 0; i < expected.length; i++) {
            Delivery waiting = waitForTry(id, i + 1);
            Duration pause = Duration.between(clock.instant(), waiting.nextAt().orElseThrow());
            assertThat(waiting.state()).isEqualTo(DeliveryState.QUEUED);
            assertThat(waiting.lastError()).contains(codes[i]);
            assertThat(pause).isBetween(Duration.ofSeconds(expected[i]), Duration.ofMillis(expected[i] * 1100));
            clock.move(pause);
        }
        waitFor(id, DeliveryState.HANDED_OVER);
        assertThat(channel.tries).hasSize(4).containsOnly(id);
    }

    @ParameterizedTest
    @EnumSource
    void waits_as_long_as_the_peer_asks_for_but_not_for_ever(TestDatabase database) {
        start(database);
        channel.next(new TryAgain(Optional.of(Duration.ofHours(3)), "peer.busy"))
                .next(new TryAgain(Optional.of(Duration.ofDays(3650)), "peer.busy"));
        MessageId id = enqueueDog();

        Instant asked = waitForTry(id, 1).nextAt().orElseThrow();
        assertThat(Duration.between(clock.instant(), asked)).isEqualTo(Duration.ofHours(3));
        clock.move(Duration.ofHours(3));
        Instant capped = waitForTry(id, 2).nextAt().orElseThrow();
        assertThat(Duration.between(clock.instant(), capped)).isEqualTo(Duration.ofHours(48));
    }

    @ParameterizedTest
    @EnumSource
    void gives_up_after_two_days_and_starts_over_when_an_operator_says_so(TestDatabase database) {
        start(database);
        MessageId id;
        int tries = 0;
        channel.next(TryAgain.because("peer.down"));
        id = enqueueDog();
        Instant begun = clock.instant();
        Delivery delivery = waitForTry(id, ++tries);
        while (delivery.state() == DeliveryState.QUEUED) {
            channel.next(TryAgain.because("peer.down"));
            clock.move(Duration.between(clock.instant(), delivery.nextAt().orElseThrow()));
            delivery = waitForTry(id, ++tries);
        }

        assertThat(delivery.state()).isEqualTo(DeliveryState.DEAD);
        assertThat(Duration.between(begun, clock.instant())).isEqualTo(Duration.ofHours(48));
        assertThat(tries).isBetween(15, 18);
        assertThat(outbox.in(DeliveryState.DEAD, 10)).containsExactly(delivery);
        assertThat(outbox.replay(newMessageId())).isFalse();

        assertThat(outbox.replay(id)).isTrue();

        assertThat(waitFor(id, DeliveryState.HANDED_OVER).attempts()).isEqualTo(1);
        assertThat(outbox.replay(id)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void stops_at_once_when_the_peer_refuses(TestDatabase database) {
        start(database);
        channel.next(new Rejected("peer.schema", "field name: Bello"))
                .next(message -> {
                    throw new PeerException("http.status", "422", false);
                })
                .next(message -> {
                    throw new RejectedException("peer.forged", "wrong signature");
                });

        for (String code : List.of("peer.schema", "http.status", "peer.forged")) {
            MessageId id = enqueueDog();
            Delivery delivery = waitFor(id, DeliveryState.REJECTED);
            assertThat(delivery.lastError()).contains(code);
            assertThat(delivery.attempts()).isEqualTo(1);
            assertThat(delivery.toString()).doesNotContain("Bello");
        }

        MessageId first = outbox.in(DeliveryState.REJECTED, 1).get(0).id();
        assertThat(outbox.replay(first)).isTrue();
        waitFor(first, DeliveryState.HANDED_OVER);
    }

    @ParameterizedTest
    @EnumSource
    void keeps_the_order_within_one_application(TestDatabase database) {
        start(database);
        startNode();
        channel.next(TryAgain.because("peer.down"));
        Case dog = cases.submit(dog(newCaseId()).build());
        List<MessageId> order = new ArrayList<>();
        order.add(enqueue(dog));
        waitForTry(order.get(0), 1);
        for (int i = 0; i < 4; i++) {
            Message message =
                    cases.conversation().answer(ERIKA, NewMessage.of(newMessageId(), dog.id(), "Nachtrag " + i));
            Database.of(dataSource)
                    .inTransaction(
                            tx -> outbox.enqueue(tx, Submission.of(dog, message).via("desk")));
            order.add(message.id());
        }
        MessageId other = enqueueDog();
        waitFor(other, DeliveryState.HANDED_OVER);
        assertThat(channel.tries).containsExactly(order.get(0), other);

        clock.move(Duration.ofSeconds(33));

        waitFor(order.get(4), DeliveryState.HANDED_OVER);
        assertThat(channel.tries.subList(2, channel.tries.size())).containsExactlyElementsOf(order);
        assertThat(outbox.ofCase(dog.id())).extracting(Delivery::id).containsExactlyElementsOf(order);
    }

    @ParameterizedTest
    @EnumSource
    void lets_later_messages_pass_a_rejected_one_but_not_a_dead_one(TestDatabase database) {
        start(database);
        channel.next(new Rejected("peer.schema", ""));
        Case rejected = cases.submit(dog(newCaseId()).build());
        waitFor(enqueue(rejected), DeliveryState.REJECTED);
        waitFor(enqueueAnswer(rejected), DeliveryState.HANDED_OVER);

        Case dead = cases.submit(dog(newCaseId()).build());
        channel.next(TryAgain.because("peer.down")).next(TryAgain.because("peer.down"));
        MessageId first = enqueue(dead);
        waitForTry(first, 1);
        clock.move(Duration.ofHours(48));
        waitFor(first, DeliveryState.DEAD);
        MessageId second = enqueueAnswer(dead);
        waitFor(enqueueDog(), DeliveryState.HANDED_OVER);
        assertThat(outbox.find(second).orElseThrow().state()).isEqualTo(DeliveryState.QUEUED);

        outbox.replay(first);

        waitFor(second, DeliveryState.HANDED_OVER);
        assertThat(channel.tries.indexOf(second)).isGreaterThan(channel.tries.lastIndexOf(first));
    }

    private MessageId enqueueAnswer(Case about) {
        Message message =
                cases.conversation().answer(ERIKA, NewMessage.of(newMessageId(), about.id(), "Drei Jahre alt."));
        Database.of(dataSource)
                .inTransaction(
                        tx -> outbox.enqueue(tx, Submission.of(about, message).via("desk")));
        return message.id();
    }

    @ParameterizedTest
    @EnumSource
    void counts_a_late_yes_even_while_it_waits_or_is_dead(TestDatabase database) {
        start(database);
        channel.next(TryAgain.because("http.timeout"));
        MessageId id = enqueueDog();
        waitForTry(id, 1);

        outbox.receive(id, new Receipt(DeliveryState.DELIVERED, clock.instant(), "arrived after all"));

        clock.move(Duration.ofHours(1));
        waitFor(enqueueDog(), DeliveryState.HANDED_OVER);
        assertThat(outbox.find(id).orElseThrow().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(channel.tries).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void changes_a_state_together_with_what_listeners_write_or_not_at_all(TestDatabase database) {
        dataSource = database.open(folder);
        cases = Cases.on(dataSource).clock(clock).build();
        List<DeliveryState> failing = new CopyOnWriteArrayList<>(List.of(DeliveryState.HANDED_OVER));
        Jobs jobs = Jobs.on(dataSource)
                .clock(clock)
                .pollEvery(Duration.ofMillis(20))
                .build();
        started.add(jobs);
        outbox = Outbox.on(dataSource)
                .jobs(jobs)
                .channel(channel)
                .clock(clock)
                .onChange((tx, delivery) -> {
                    if (failing.remove(delivery.state())) {
                        throw new IllegalStateException("the listener failed");
                    }
                })
                .build();
        jobs.start();
        MessageId id = enqueueDog();
        await().until(() -> failing.isEmpty());
        assertThat(outbox.find(id).orElseThrow().state()).isEqualTo(DeliveryState.SENDING);
        assertThat(outbox.receipts(id)).isEmpty();

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            clock.move(Duration.ofSeconds(40));
            return outbox.find(id).orElseThrow().state() == DeliveryState.HANDED_OVER;
        });
        assertThat(channel.tries).containsExactly(id, id);
    }

    @ParameterizedTest
    @EnumSource
    void does_not_try_the_same_message_on_two_nodes_at_once(TestDatabase database) throws Exception {
        start(database);
        startNode();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        channel.next(message -> {
            entered.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Delivered("");
        });
        MessageId id = enqueueDog();
        entered.await();
        waitFor(enqueueDog(), DeliveryState.HANDED_OVER);
        assertThat(outbox.find(id).orElseThrow().state()).isEqualTo(DeliveryState.SENDING);
        leave.countDown();
        waitFor(id, DeliveryState.DELIVERED);
        assertThat(channel.tries).hasSize(2);
    }

    @Test
    void logs_failures_without_anything_personal() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            start(TestDatabase.H2);
            channel.next(new Rejected("peer.schema", "Bello is no name")).next(message -> {
                throw new IllegalStateException("cannot send Bello of " + ERIKA);
            });
            MessageId id = enqueueDog();
            waitFor(id, DeliveryState.REJECTED);
            waitForTry(enqueueDog(), 1);
        } finally {
            root.detachAppender(log);
        }
        List<String> lines = List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                .toList();
        assertThat(lines).anyMatch(line -> line.contains("REJECTED") && line.contains("peer.schema"));
        assertThat(lines).anyMatch(line -> line.contains("java.lang.IllegalStateException"));
        assertThat(lines).noneMatch(line -> line.contains("Bello") || line.contains(ERIKA));
    }

    @Test
    void says_what_is_missing_when_it_is_built() {
        DataSource h2 = TestDatabase.H2.open(folder);
        assertThatThrownBy(() -> Outbox.on(h2).build()).hasMessageContaining("postbox.outbox.jobs");
        assertThatThrownBy(() -> Outbox.on(h2).channel(channel).channel(new ScriptedChannel()))
                .hasMessageContaining("postbox.channel.twice");
    }
}

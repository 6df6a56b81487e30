// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.OzgException;
import de.ozgkit.core.PeerException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.jobs.Backoff;
import de.ozgkit.core.jobs.JobHandler;
import de.ozgkit.core.jobs.Next;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.internal.AttachmentStore;
import de.ozgkit.postbox.spi.DeliveryChannel;
import de.ozgkit.postbox.spi.DeliveryResult;
import de.ozgkit.postbox.spi.DeliveryResult.Rejected;
import de.ozgkit.postbox.spi.DeliveryResult.TryAgain;
import de.ozgkit.postbox.spi.OutboundMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one try: notes that it begins, delivers outside of any transaction, notes what came of it. */
final class Courier implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    /** Usually the earlier message wakes the later one; this is for the case that nobody does. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    private final Database database;
    private final OutboxStore store;
    private final DeliveryBook book;
    private final Map<String, DeliveryChannel> channels;
    private final Backoff backoff;
    private final Duration giveUpAfter;

    Courier(
            Database database,
            OutboxStore store,
            DeliveryBook book,
            Map<String, DeliveryChannel> channels,
            Backoff backoff,
            Duration giveUpAfter) {
        this.database = database;
        this.store = store;
        this.book = book;
        this.channels = channels;
        this.backoff = backoff;
        this.giveUpAfter = giveUpAfter;
    }

    @Override
    public Next run(String job, int failures) {
        MessageId id = MessageId.of(job);
        Optional<Delivery> delivery = database.call(tx -> store.find(tx, id));
        if (delivery.isEmpty() || !waits(delivery.get())) {
            return Next.done();
        }
        Optional<OutboundMessage> begun = database.call(tx -> begin(tx, id));
        if (begun.isEmpty()) {
            return Next.at(book.now().plus(LOOK_AGAIN));
        }
        DeliveryResult result = deliver(delivery.get().channel(), begun.get());
        return database.call(tx -> end(tx, id, result));
    }

    private static boolean waits(Delivery delivery) {
        return delivery.state() == DeliveryState.QUEUED || delivery.state() == DeliveryState.SENDING;
    }

    /** Empty if an earlier message has to go first. */
    private Optional<OutboundMessage> begin(Tx tx, MessageId id) {
        Delivery delivery = store.lock(tx, id).orElseThrow();
        if (!waits(delivery) || store.heldBack(tx, delivery)) {
            return Optional.empty();
        }
        store.beginAttempt(tx, id, book.now());
        book.tell(tx, delivery, id);
        return Optional.of(new OutboundMessage(
                store.submission(tx, id),
                delivery.createdAt(),
                delivery.attempts() + 1,
                attachment -> AttachmentStore.open(attachment.id(), database::call)));
    }

    private DeliveryResult deliver(String name, OutboundMessage message) {
        DeliveryChannel channel = channels.get(name);
        if (channel == null) {
            return TryAgain.because("postbox.channel.unknown");
        }
        try {
            return channel.deliver(message);
        } catch (RejectedException e) {
            return new Rejected(e.code(), String.valueOf(e.getMessage()));
        } catch (PeerException e) {
            return e.retryable() ? TryAgain.because(e.code()) : new Rejected(e.code(), String.valueOf(e.getMessage()));
        } catch (OzgException e) {
            // our own configuration may be mended while the message waits
            return TryAgain.because(e.code());
        } catch (RuntimeException e) {
            LOG.warn(
                    "Channel {} failed with {} on message {}",
                    name,
                    e.getClass().getName(),
                    message.id());
            return TryAgain.because("postbox.channel.failed");
        }
    }

    private Next end(Tx tx, MessageId id, DeliveryResult result) {
        Delivery delivery = store.lock(tx, id).orElseThrow();
        return result.fold(
                handedOver -> {
                    store.remoteId(tx, id, handedOver.remoteId());
                    book.conclude(tx, id, new Receipt(DeliveryState.HANDED_OVER, book.now(), handedOver.remoteId()));
                    return Next.done();
                },
                delivered -> {
                    book.conclude(tx, id, new Receipt(DeliveryState.DELIVERED, book.now(), delivered.evidence()));
                    return Next.done();
                },
                tryAgain -> waits(delivery) ? wait(tx, delivery, tryAgain) : Next.done(),
                rejected -> {
                    if (waits(delivery)) {
                        book.fail(tx, delivery, DeliveryState.REJECTED, rejected.code(), rejected.reason());
                    }
                    return Next.done();
                });
    }

    private Next wait(Tx tx, Delivery delivery, TryAgain result) {
        Instant now = book.now();
        Instant lastTry = store.firstAttempt(tx, delivery.id()).plus(giveUpAfter);
        if (!now.isBefore(lastTry)) {
            book.fail(tx, delivery, DeliveryState.DEAD, result.code(), null);
            return Next.done();
        }
        Instant usual =
                now.plus(backoff.after(delivery.attempts(), delivery.id().toString()));
        Instant next = usual.isAfter(lastTry) ? lastTry : usual;
        Instant asked = result.after()
                .map(after -> now.plus(shorter(after, giveUpAfter)))
                .orElse(next);
        next = asked.isAfter(next) ? asked : next;
        store.queueAgain(tx, delivery.id(), next, result.code(), now);
        book.tell(tx, delivery, delivery.id());
        return Next.at(next);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.jobs.Backoff;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Tx;
import de.ozgkit.postbox.MessageId;
import de.ozgkit.postbox.internal.CaseStore;
import de.ozgkit.postbox.spi.DeliveryChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to offices what was enqueued in a committed transaction, whatever fails in between: at least once to the channel, under an id
 * that we hold, so that a peer which knows the id has it once. Messages of one application go in order. Thread-safe; any number of nodes
 * may work on one database.
 *
 * <p>After a failure that may pass, the next try comes after 30 seconds, then twice as long and so on up to 6 hours, never sooner than
 * the peer asked for; after 48 hours the message is {@link DeliveryState#DEAD} and waits for {@link #replay}. What the peer refuses is
 * {@link DeliveryState#REJECTED} at once.
 *
 * @since 0.1
 */
public final class Outbox {

    static final String JOB = "postbox.deliver";

    private final Database database;
    private final Set<String> channels;
    private final OutboxStore store = new OutboxStore();
    private final DeliveryBook book;

    private Outbox(Builder builder, Jobs jobs) {
        this.database = Database.of(builder.dataSource);
        Map<String, DeliveryChannel> byName = Map.copyOf(builder.channels);
        this.channels = byName.keySet();
        this.book = new DeliveryBook(store, jobs, builder.clock, List.copyOf(builder.listeners));
        jobs.handler(JOB, new Courier(database, store, book, byName, builder.backoff, builder.giveUpAfter));
    }

    /** Begins with the portal's database, the one that {@link de.ozgkit.postbox.Cases} uses; the caller keeps and closes it. */
    public static Builder on(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Enqueues a message in the caller's transaction: if that is committed, it will be delivered. The same message again changes nothing.
     *
     * @return whether it is new
     * @throws ConfigurationException with code {@code postbox.channel.unknown} if there is no channel of that name
     * @throws RejectedException with code {@code postbox.outbox.reused} if the id is taken by a message of another content
     */
    public boolean enqueue(Tx tx, Submission submission) {
        if (!channels.contains(submission.channel())) {
            throw new ConfigurationException(
                    "postbox.channel.unknown",
                    "There is no channel named '" + submission.channel() + "', only " + channels
                            + "; call via(name) on the submission, and channel(..) on the outbox");
        }
        if (!store.insert(tx, submission, book.now())) {
            if (store.sameContent(tx, submission)) {
                return false;
            }
            throw new RejectedException(
                    "postbox.outbox.reused",
                    "Message id " + submission.id() + " is taken by a message of another content; use a new id");
        }
        book.tell(tx, null, submission.id());
        book.wake(tx, submission.id());
        return true;
    }

    /**
     * Notes what a peer said later, such as in a callback that has been verified. The same receipt again changes nothing; one that comes
     * too late to be news is stored all the same.
     *
     * @return the message afterwards; empty if there is none with this id
     */
    public Optional<Delivery> receive(Tx tx, MessageId id, Receipt receipt) {
        return store.lock(tx, id).flatMap(known -> {
            book.receive(tx, id, receipt);
            return store.find(tx, id);
        });
    }

    /** Like {@link #receive(Tx, MessageId, Receipt)}. */
    public Optional<Delivery> receive(MessageId id, Receipt receipt) {
        return database.call(tx -> receive(tx, id, receipt));
    }

    /**
     * Tries a message again from the beginning, for operators: one that is {@link DeliveryState#DEAD} or {@link DeliveryState#REJECTED}.
     *
     * @return whether it was in one of these states
     */
    public boolean replay(Tx tx, MessageId id) {
        Optional<Delivery> ended =
                store.lock(tx, id).filter(d -> d.state() == DeliveryState.DEAD || d.state() == DeliveryState.REJECTED);
        ended.ifPresent(before -> {
            store.startOver(tx, id, book.now());
            book.tell(tx, before, id);
            book.wake(tx, id);
        });
        return ended.isPresent();
    }

    /** Like {@link #replay(Tx, MessageId)}. */
    public boolean replay(MessageId id) {
        return database.call(tx -> replay(tx, id));
    }

    /** How far a message has come. */
    public Optional<Delivery> find(MessageId id) {
        return database.call(tx -> store.find(tx, id));
    }

    /** The messages of one application, in the order in which they go. */
    public List<Delivery> ofCase(CaseId id) {
        return database.call(tx -> store.ofCase(tx, id));
    }

    /** The oldest messages in one state. */
    public List<Delivery> in(DeliveryState state, int limit) {
        return database.call(tx -> store.in(tx, state, limit));
    }

    /** How many messages are in one state. */
    public long count(DeliveryState state) {
        return database.call(tx -> store.count(tx, state));
    }

    /** What the peer said about a message, in the order in which it came in. */
    public List<Receipt> receipts(MessageId id) {
        return database.call(tx -> store.receipts(tx, id));
    }

    /** Collects what an outbox needs; not thread-safe. */
    public static final class Builder {

        private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(30), Duration.ofHours(6));
        private static final Duration GIVE_UP_AFTER = Duration.ofDays(2);

        private final DataSource dataSource;
        private final Map<String, DeliveryChannel> channels = new HashMap<>();
        private final List<DeliveryListener> listeners = new ArrayList<>();
        private @Nullable Jobs jobs;
        private Clock clock = Clock.systemUTC();
        private Backoff backoff = BACKOFF;
        private Duration giveUpAfter = GIVE_UP_AFTER;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** The jobs on the same database; the caller starts them after {@link #build}. */
        public Builder jobs(Jobs newJobs) {
            this.jobs = newJobs;
            return this;
        }

        /** Adds a way to offices. */
        public Builder channel(DeliveryChannel channel) {
            if (channels.putIfAbsent(channel.name(), channel) != null) {
                throw new ConfigurationException(
                        "postbox.channel.twice",
                        "There are two channels named " + channel.name() + "; give each a name of its own");
            }
            return this;
        }

        /** Adds somebody who is told of every change of state. */
        public Builder onChange(DeliveryListener listener) {
            listeners.add(listener);
            return this;
        }

        /** What time it is. Default: the system's. */
        public Builder clock(Clock newClock) {
            this.clock = newClock;
            return this;
        }

        /** How long to wait after failures. Default: 30 seconds, doubled up to 6 hours. */
        public Builder retry(Backoff newBackoff) {
            this.backoff = newBackoff;
            return this;
        }

        /** How long to try, counted from the first try. Default: 48 hours. */
        public Builder giveUpAfter(Duration duration) {
            this.giveUpAfter = duration;
            return this;
        }

        /**
         * Creates or changes the tables if needed, and registers with the jobs.
         *
         * @throws ConfigurationException with code {@code postbox.outbox.jobs} if {@link #jobs} was not called
         */
        public Outbox build() {
            if (jobs == null) {
                throw new ConfigurationException(
                        "postbox.outbox.jobs",
                        "An outbox needs Jobs to run on: call jobs(Jobs.on(dataSource).build())");
            }
            CaseStore.TABLES.apply(dataSource);
            return new Outbox(this, jobs);
        }
    }
}

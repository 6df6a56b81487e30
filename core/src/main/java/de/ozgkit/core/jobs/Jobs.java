// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.sql.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Durable jobs on the portal's own database, shared by all its nodes: whatever was scheduled in a committed transaction is done, even if
 * the node that began it dies. Thread-safe.
 *
 * <p>A job is a name, which picks the handler, and an id; there is at most one job of the same name and id. Both are written to logs, so
 * an id holds no personal data.
 *
 * <p>The clocks of all nodes must agree within {@link Builder#deadAfter}.
 *
 * @since 0.1
 */
public final class Jobs implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,79}");
    private static final int LONGEST_ID = 120;

    private final DataSource dataSource;
    private final Settings settings;
    private final JobTable table;
    private final Map<String, JobHandler> handlers = new TreeMap<>();
    private @Nullable Worker worker;
    private boolean closed;

    private Jobs(DataSource dataSource, Settings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.table = new JobTable(dataSource);
        table.create();
    }

    /** Jobs in the database behind the given pool; the caller keeps and closes it. */
    public static Builder on(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Tells who does the jobs of one name. Every node names the same handlers, before {@link #start}.
     *
     * @param name such as {@code payment.refresh}: lower case letters, digits, points, hyphens; at most 80 characters
     * @return this
     */
    public synchronized Jobs handler(String name, JobHandler handler) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A job name has lower case letters, digits, points and hyphens: " + name);
        }
        if (worker != null || closed) {
            throw new IllegalStateException("Handlers are named before start()");
        }
        if (handlers.putIfAbsent(name, handler) != null) {
            throw new ConfigurationException(
                    "jobs.handler.twice", "There are two handlers for jobs named " + name + "; remove one of them");
        }
        return this;
    }

    /** Begins to do jobs on this node. A node that never starts may still schedule them for others. */
    public synchronized void start() {
        if (worker != null || closed) {
            throw new IllegalStateException("Jobs can be started once");
        }
        worker = new Worker(dataSource, table, Map.copyOf(handlers), settings);
        worker.start();
    }

    /**
     * Stops taking jobs and waits, but not for ever, for those that run. What does not end in time goes on if the process lives, and is
     * otherwise done again by another node.
     */
    @Override
    public synchronized void close() {
        if (!closed && worker != null) {
            worker.stop();
        }
        closed = true;
    }

    /**
     * Notes a job in the caller's transaction. It is done once that is committed and the time has come, at the latest one poll interval
     * later if a node is free.
     *
     * @param at when; the past means at once
     * @return false if a job with that name and id is there already, waiting or running; it is left as it is
     * @throws ConfigurationException with code {@code jobs.handler.missing} if nobody does jobs of that name
     */
    public boolean schedule(Tx tx, String name, String id, Instant at) {
        check(name, id);
        return table.insert(tx, name, id, at);
    }

    /**
     * Moves a waiting job to another time, or schedules it if there is none. A job that runs at this moment is run once more at that
     * time: a reason that comes up during a run is never lost.
     *
     * @return whether there was a job
     * @throws ConfigurationException with code {@code jobs.handler.missing} if nobody does jobs of that name
     */
    public boolean reschedule(Tx tx, String name, String id, Instant at) {
        check(name, id);
        if (table.move(tx, name, id, at)) {
            return true;
        }
        // Between the two another transaction may have scheduled it: then it is moved after all.
        return !table.insert(tx, name, id, at) && table.move(tx, name, id, at);
    }

    /** Removes a job. One that runs at this moment ends its run, but is not run again. */
    public void cancel(Tx tx, String name, String id) {
        check(name, id);
        table.delete(tx, name, id);
    }

    /** When a job is to run next, for the administrator: empty if there is none, in the past if it runs at this moment. */
    public Optional<Instant> next(Tx tx, String name, String id) {
        return table.next(tx, name, id);
    }

    private synchronized void check(String name, String id) {
        if (!handlers.containsKey(name)) {
            throw new ConfigurationException(
                    "jobs.handler.missing",
                    "There is no handler for jobs named " + name + "; name it on every node before the start");
        }
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("The id of a job has 1 to " + LONGEST_ID + " characters");
        }
    }

    record Settings(
            Clock clock, int threads, Duration pollEvery, Duration deadAfter, Duration closeWithin, Backoff retry) {}

    /** Collects what jobs need; everything has a default. */
    public static final class Builder {

        private final DataSource dataSource;
        private Clock clock = Clock.systemUTC();
        private int threads = 4;
        private Duration pollEvery = Duration.ofSeconds(1);
        private Duration deadAfter = Duration.ofMinutes(2);
        private Duration closeWithin = Duration.ofSeconds(10);
        private Backoff retry = Backoff.DEFAULT;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /** What decides whether a job is due; the system's clock if not given. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** How many jobs this node does at once, 4 if not given. Each needs a connection of the pool at its end, as does the search. */
        public Builder threads(int threads) {
            if (threads < 1) {
                throw new IllegalArgumentException("Jobs need at least one thread");
            }
            this.threads = threads;
            return this;
        }

        /** How often this node looks for due jobs, every second if not given. */
        public Builder pollEvery(Duration pollEvery) {
            this.pollEvery = positive(pollEvery);
            return this;
        }

        /** After how long without a sign of life a node's jobs are done by another one, two minutes if not given. */
        public Builder deadAfter(Duration deadAfter) {
            this.deadAfter = positive(deadAfter);
            return this;
        }

        /** How long {@link Jobs#close} waits for running jobs, ten seconds if not given. */
        public Builder closeWithin(Duration closeWithin) {
            this.closeWithin = positive(closeWithin);
            return this;
        }

        /** How long to wait after failures, {@link Backoff#DEFAULT} if not given. */
        public Builder retry(Backoff retry) {
            this.retry = retry;
            return this;
        }

        /** Creates the table of jobs if it is not there. */
        public Jobs build() {
            return new Jobs(dataSource, new Settings(clock, threads, pollEvery, deadAfter, closeWithin, retry));
        }

        private static Duration positive(Duration duration) {
            if (duration.toMillis() < 1) {
                throw new IllegalArgumentException("A duration of at least a millisecond is expected, not " + duration);
            }
            return duration;
        }
    }
}

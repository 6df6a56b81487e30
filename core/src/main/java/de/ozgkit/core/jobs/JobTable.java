// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Migrations;
import de.ozgkit.core.sql.Tx;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table of jobs. Its columns are those that db-scheduler expects, and {@code again_at}: a wish to run again that came while the job
 * was running, so that it is not lost when the run ends.
 */
final class JobTable {

    static final String NAME = "ozg_job";

    private static final String FREE = "picked = false, picked_by = null, last_heartbeat = null, version = version + 1,"
            + " again_at = null, execution_time = coalesce(again_at, ?)";
    private static final String ONE = " where task_name = ? and task_instance = ?";
    private static final String OURS = ONE + " and version = ?";

    private final Database database;

    JobTable(DataSource dataSource) {
        this.database = Database.of(dataSource);
    }

    void create() {
        Migrations.of("core-jobs", JobTable.class, "001_jobs.sql").apply(database.dataSource());
    }

    boolean insert(Tx tx, String name, String id, Instant at) {
        return tx.insertIfAbsent(
                "insert into ozg_job (task_name, task_instance, execution_time, picked, version) values (?, ?, ?, false, ?)",
                name,
                id,
                whole(at),
                firstVersion());
    }

    /** Moves a waiting job, or notes the wish on a running one; whether there is such a job. */
    boolean move(Tx tx, String name, String id, Instant at) {
        Instant time = whole(at);
        return tx.update(
                        "update ozg_job set again_at = case when picked then cast(? as timestamp with time zone) else null end,"
                                + " execution_time = case when picked then execution_time else ? end,"
                                + " version = case when picked then version else version + 1 end" + ONE,
                        time,
                        time,
                        name,
                        id)
                == 1;
    }

    Optional<Instant> next(Tx tx, String name, String id) {
        return tx.first(
                "select coalesce(again_at, execution_time) as next_time from ozg_job" + ONE,
                row -> row.instant("next_time"),
                name,
                id);
    }

    void delete(Tx tx, String name, String id) {
        tx.update("delete from ozg_job" + ONE, name, id);
    }

    /** Ends a run for good, or for now if a wish came in meanwhile; whether the job was still ours. */
    boolean done(Run run) {
        return database.call(tx -> {
            int deleted = tx.update(
                    "delete from ozg_job" + OURS + " and again_at is null", run.name(), run.id(), run.version());
            return deleted == 1 || succeeded(tx, run, run.ended());
        });
    }

    boolean again(Run run, Instant at) {
        return database.call(tx -> succeeded(tx, run, whole(at)));
    }

    boolean failed(Run run, Instant retry) {
        return database.call(tx -> tx.update(
                        "update ozg_job set " + FREE
                                + ", last_failure = ?, consecutive_failures = coalesce(consecutive_failures, 0) + 1"
                                + OURS,
                        whole(retry),
                        run.ended(),
                        run.name(),
                        run.id(),
                        run.version())
                == 1);
    }

    private static boolean succeeded(Tx tx, Run run, Instant at) {
        return tx.update(
                        "update ozg_job set " + FREE + ", last_success = ?, consecutive_failures = 0" + OURS,
                        at,
                        run.ended(),
                        run.name(),
                        run.id(),
                        run.version())
                == 1;
    }

    /** One run of a job on this node; the version proves that no other node has taken the job over. */
    record Run(String name, String id, long version, Instant ended) {}

    /** Databases round to microseconds, maybe up: a job due now would be due in the future. */
    private static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /** A job cancelled and scheduled anew must not have the version that a run of the old one still holds. */
    private static long firstVersion() {
        return System.nanoTime() & Long.MAX_VALUE >> 1;
    }
}

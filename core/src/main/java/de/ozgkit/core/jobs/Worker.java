// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.Tokens;
import de.ozgkit.core.TransportException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs due jobs on this node: db-scheduler finds and locks them; this class calls the handlers and writes down what came of it. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int HEARTBEATS = 4;
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final JobTable table;
    private final Jobs.Settings settings;
    private final Scheduler scheduler;

    Worker(DataSource dataSource, JobTable table, Map<String, JobHandler> handlers, Jobs.Settings settings) {
        this.table = table;
        this.settings = settings;
        this.scheduler = scheduler(dataSource, handlers);
    }

    void start() {
        scheduler.start();
    }

    void stop() {
        scheduler.stop();
    }

    private void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    private Scheduler scheduler(DataSource dataSource, Map<String, JobHandler> handlers) {
        List<Task<?>> tasks = handlers.entrySet().stream()
                .<Task<?>>map(entry -> task(entry.getKey(), entry.getValue()))
                .toList();
        SchedulerBuilder builder = new SchedulerBuilder(dataSource, tasks) {
            @Override
            protected Waiter buildWaiter() {
                // On the system's clock: with a clock that stands still, as in tests, it would wait for ever.
                return new Waiter(settings.pollEvery());
            }
        };
        boolean postgres = isPostgres(dataSource);
        JdbcCustomization dialect =
                postgres ? new PostgreSqlJdbcCustomization(false, false) : new DefaultJdbcCustomization(false);
        builder.tableName(JobTable.NAME)
                .jdbcCustomization(dialect)
                .serializer(new NoData())
                .clock(settings.clock()::instant)
                .schedulerName(new SchedulerName.Fixed(
                        ProcessHandle.current().pid() + "-" + Tokens.secure().token()))
                .threads(settings.threads())
                .heartbeatInterval(settings.deadAfter().dividedBy(HEARTBEATS))
                .missedHeartbeatsLimit(HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(settings.closeWithin().dividedBy(2))
                .failureLogging(LogLevel.OFF, false)
                .dueExecutor(new QuietPool("ozg-jobs-poll", 1, this::wake))
                .executorService(new QuietPool("ozg-jobs", settings.threads(), () -> {}))
                .housekeeperExecutor(new QuietPool.Timer("ozg-jobs-heartbeat"));
        if (postgres) {
            builder.pollUsingLockAndFetch(0.5, 1.0);
        } else {
            builder.pollUsingFetch(0.5, 1.0);
        }
        return builder.build();
    }

    private Task<Void> task(String name, JobHandler handler) {
        return Tasks.custom(name, Void.class)
                .onFailure((complete, operations) -> retry(complete))
                .onDeadExecution((complete, operations) -> revive(complete.getExecution()))
                .execute((instance, context) -> {
                    Execution execution = context.getExecution();
                    return completion(handler.run(execution.getId(), execution.consecutiveFailures));
                });
    }

    private CompletionHandler<Void> completion(Next next) {
        return (complete, operations) -> {
            JobTable.Run run = run(complete.getExecution());
            boolean ours = next instanceof Next.At at ? table.again(run, at.time()) : table.done(run);
            noteIfLost(run, ours);
        };
    }

    private void retry(ExecutionComplete complete) {
        JobTable.Run run = run(complete.getExecution());
        int failures = complete.getExecution().consecutiveFailures + 1;
        Duration pause = settings.retry().after(failures, run.id());
        // The class and the code only: the message of a foreign exception may quote what a citizen has written.
        LOG.warn(
                "Job {} {} failed {} time(s) in a row with {}; next try in {} s",
                run.name(),
                run.id(),
                failures,
                describe(complete.getCause().orElse(null)),
                pause.toSeconds());
        noteIfLost(run, table.failed(run, run.ended().plus(pause)));
    }

    private void revive(Execution execution) {
        JobTable.Run run = run(execution);
        LOG.warn("Job {} {} was left by a node that gives no sign of life; it runs again now", run.name(), run.id());
        table.failed(run, run.ended());
    }

    private JobTable.Run run(Execution execution) {
        Instant now = settings.clock().instant();
        return new JobTable.Run(execution.getTaskName(), execution.getId(), execution.version, now);
    }

    private static void noteIfLost(JobTable.Run run, boolean ours) {
        if (!ours) {
            LOG.info("Job {} {} was cancelled or taken over while it ran", run.name(), run.id());
        }
    }

    private static String describe(@Nullable Throwable failure) {
        if (failure == null) {
            return "no exception";
        }
        String type = failure.getClass().getName();
        return failure instanceof OzgException known ? type + " (" + known.code() + ")" : type;
    }

    private static boolean isPostgres(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return product.toLowerCase(Locale.ROOT).contains("postgresql");
        } catch (SQLException e) {
            throw new TransportException(
                    "sql.failed", "The database cannot be reached (SQL state " + e.getSQLState() + ")", false, null);
        }
    }
}

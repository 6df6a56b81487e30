// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.jobs.Backoff;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.postbox.spi.DeliveryChannel;
import de.ozgkit.postbox.spi.DeliveryResult;
import de.ozgkit.postbox.spi.OutboundMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that delivers until it is killed. */
public final class CrashingNode {

    static final Backoff RETRY = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
    static final Duration DEAD_AFTER = Duration.ofSeconds(2);

    private CrashingNode() {}

    /** @param args JDBC address, schema on PostgreSQL or empty, folder of the channel */
    public static void main(String[] args) throws InterruptedException {
        DataSource dataSource = dataSource(args[0], args[1]);
        Jobs jobs = Jobs.on(dataSource)
                .threads(4)
                .pollEvery(Duration.ofMillis(50))
                .deadAfter(DEAD_AFTER)
                .retry(RETRY)
                .build();
        Outbox.on(dataSource)
                .jobs(jobs)
                .channel(new Slow(FolderChannel.named("desk", Path.of(args[2]))))
                .retry(RETRY)
                .build();
        jobs.start();
        Thread.sleep(Duration.ofMinutes(5).toMillis());
    }

    private static DataSource dataSource(String url, String schema) {
        if (schema.isEmpty()) {
            return JdbcConnectionPool.create(url, "", "");
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setURL(url);
        postgres.setUser("postgres");
        postgres.setCurrentSchema(schema);
        return postgres;
    }

    /** So that kills hit before, within and after the delivery. */
    private record Slow(DeliveryChannel channel) implements DeliveryChannel {

        @Override
        public String name() {
            return channel.name();
        }

        @Override
        public DeliveryResult deliver(OutboundMessage message) {
            pause();
            DeliveryResult result = channel.deliver(message);
            pause();
            return result;
        }

        private static void pause() {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(40));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

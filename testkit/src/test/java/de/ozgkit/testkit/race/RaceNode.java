// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.race;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.spi.Capability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** One of the two processes in the race. Says at which port it listens, then serves until it is killed. */
final class RaceNode {

    /** Begins the line that is not log. */
    static final String SAYS = "node listens at ";

    private static final int THREADS = 16;

    private final AtomicLong ahead;
    private final Payments payments;
    private final Jobs jobs;

    private RaceNode(DataSource database, URI platform, long ahead) {
        this.ahead = new AtomicLong(ahead);
        Clock clock = new Ahead();
        this.jobs = Jobs.on(database)
                .clock(clock)
                .threads(4)
                .pollEvery(Duration.ofMillis(200))
                .deadAfter(Duration.ofSeconds(8))
                .build();
        this.payments = Payments.on(database)
                .jobs(jobs)
                .callbacks(URI.create("https://portal.example.de/zahlung"))
                .payee("asks", new RaceDesk(platform, "race/asks", Set.of(Capability.QUERY)))
                .payee(
                        "repeats",
                        new RaceDesk(
                                platform, "race/repeats", Set.of(Capability.QUERY, Capability.REPEATABLE_START)))
                .onPaid((tx, paid) -> tx.update(
                        "insert into effect (order_id, cents) values (?, ?)",
                        paid.orderId().value(),
                        paid.total().cents()))
                .clock(clock)
                .patience(Duration.ofMillis(300))
                .build();
    }

    /** A pool on the database, whichever it is. */
    static JdbcConnectionPool pool(String url) {
        JdbcConnectionPool pool;
        if (url.startsWith("jdbc:h2:")) {
            pool = JdbcConnectionPool.create(url, "", "");
        } else {
            PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
            postgres.setUrl(url);
            pool = JdbcConnectionPool.create(postgres);
        }
        pool.setMaxConnections(THREADS + 6);
        return pool;
    }

    /** Arguments: database, platform, how many seconds its clock is ahead. */
    public static void main(String[] arguments) throws IOException {
        RaceNode node =
                new RaceNode(pool(arguments[0]), URI.create(arguments[1]), Long.parseLong(arguments[2]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", node::serve);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
        node.jobs.start();
        System.out.println(SAYS + server.getAddress().getPort());
        System.out.flush();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String answer;
            int status = 200;
            try {
                answer = answer(exchange.getRequestURI().getPath().split("/"));
            } catch (OzgException e) {
                answer = e.code();
                status = 500;
            } catch (RuntimeException e) {
                answer = e.getClass().getName();
                status = 500;
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String answer(String[] path) {
        return switch (path[1]) {
            case "start" -> payments.start(Order.of(CaseId.of(path[2]), path[3])
                            .position("Marke", Money.cents(Long.parseLong(path[4]))))
                    .fold(
                            redirect -> redirect.page().getPath().substring(1),
                            transfer -> "TRANSFER",
                            already -> "ALREADY",
                            no -> "NO");
            case "return" -> payments.returned(path[2], Map.of()).state().name();
            case "notify" -> {
                payments.notified(path[2], Map.of());
                yield "OK";
            }
            case "refresh" -> payments.refresh(attempt(path[2])).state().name();
            case "ahead" -> {
                ahead.set(Long.parseLong(path[2]));
                yield "OK";
            }
            default -> throw new IllegalArgumentException(path[1]);
        };
    }

    private static AttemptId attempt(String reference) {
        return AttemptId.of(
                reference.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    /** The system's clock, put forward when the race says so. */
    private final class Ahead extends Clock {

        @Override
        public Instant instant() {
            return Instant.now().plusSeconds(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

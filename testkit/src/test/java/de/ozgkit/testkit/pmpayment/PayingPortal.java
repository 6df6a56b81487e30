// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.pmpayment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.RejectedException;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.connector.PmPayment;
import de.ozgkit.payment.Review;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.h2.jdbcx.JdbcConnectionPool;

/** The smallest portal that takes a fee: one payee, callbacks over HTTP, and a listener that writes one row for each paid order. */
final class PayingPortal implements AutoCloseable {

    static final String SALT = "Zuckersalz-4711";

    private final JdbcConnectionPool dataSource;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Jobs jobs;
    final Payments payments;
    final List<Review> reviews = new CopyOnWriteArrayList<>();

    PayingPortal(String database, URI platform, String salt, Duration timeout, Clock clock) throws IOException {
        this.dataSource = PortalDatabases.open(database);
        Database.of(dataSource)
                .inTransaction(tx -> tx.update("create table if not exists effect (order_id uuid not null)"));
        dataSource.setMaxConnections(20);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.jobs = Jobs.on(dataSource)
                .clock(clock)
                .pollEvery(Duration.ofMillis(50))
                .build();
        this.payments = Payments.on(dataSource)
                .jobs(jobs)
                .callbacks(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/zahlung"))
                .payee(
                        "recklinghausen",
                        PmPayment.with("05562032", "hundesteuer", salt.toCharArray())
                                .base(platform)
                                .http(HttpGateway.to("pmPayment")
                                        .timeout(timeout)
                                        .maxBytes(65_536)
                                        .build())
                                .build())
                .onPaid((tx, paid) -> tx.update(
                        "insert into effect (order_id) values (?)",
                        paid.orderId().value()))
                .onReview((tx, review) -> reviews.add(review))
                .clock(clock)
                .patience(Duration.ofMillis(500))
                .build();
        server.createContext("/zahlung/", this::callback);
        server.setExecutor(threads);
        server.start();
        jobs.start();
    }

    PaymentStart start(CaseId caseId) {
        return payments.start(Order.of(caseId, "recklinghausen")
                .purpose("Hundesteuermarke Größe M")
                .position("Hundesteuermarke", Money.cents(3070)));
    }

    PaymentView view(CaseId caseId) {
        return payments.of(caseId).orElseThrow();
    }

    long effects() {
        return Database.of(dataSource)
                .call(tx -> tx.first("select count(*) as n from effect", row -> row.number("n")))
                .orElseThrow();
    }

    @Override
    public void close() {
        jobs.close();
        server.stop(0);
        threads.shutdownNow();
        dataSource.dispose();
    }

    private void callback(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            Map<String, String> form =
                    form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try {
                if (path[2].equals("notify")) {
                    payments.notified(path[3], form);
                    exchange.sendResponseHeaders(200, -1);
                } else {
                    PaymentView view = payments.returned(path[3], form);
                    exchange.getResponseHeaders().add("Location", "/status/" + view.state());
                    exchange.sendResponseHeaders(303, -1);
                }
            } catch (RejectedException e) {
                exchange.getResponseHeaders().add("X-Code", e.code());
                exchange.sendResponseHeaders(e.code().equals("payment.callback.unknown") ? 404 : 400, -1);
            }
        }
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> form = new HashMap<>();
        for (String field : encoded.split("&")) {
            String[] pair = field.split("=", 2);
            if (pair.length == 2) {
                form.put(
                        URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;


import com.zaxxer.hikari.HikariDataSource;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/** Payments on a fresh database, a platform in memory, and somebody who writes down all news. */
abstract class PaymentsStage {

    static final Map<String, String> NOTHING = Map.of();

    final HikariDataSource dataSource;
    final TestClock clock = new TestClock();
    final FakeDesk desk = new FakeDesk();
    final List<Paid> paid = new CopyOnWriteArrayList<>();
    final List<Review> reviews = new CopyOnWriteArrayList<>();
    final List<Refund> refunds = new CopyOnWriteArrayList<>();
    final Jobs jobs;
    final Payments payments;
    final CaseId caseId = new CaseId(UUID.randomUUID());
    final Order order = Order.of(caseId, "marl").purpose("Hundesteuer").position("Marke", Money.cents(3070));

    PaymentsStage(TestDatabases databases) {
        this.dataSource = databases.fresh();
        this.jobs = Jobs.on(dataSource)
                .clock(clock)
                .threads(4)
                .pollEvery(Duration.ofMillis(50))
                .build();
        this.payments = payments(jobs, (tx, news) -> {
            tx.update("insert into effect (order_id) values (?)", news.orderId().value());
            paid.add(news);
        });
        Database.of(dataSource).inTransaction(tx -> tx.update("create table effect (order_id uuid not null)"));
    }

    Payments payments(Jobs durable, PaidListener listener) {
        return Payments.on(dataSource)
                .jobs(durable)
                .callbacks(URI.create("https://portal.example.de/zahlung/"))
                .payee("marl", desk)
                .onPaid(listener)
                .onReview((tx, news) -> reviews.add(news))
                .onRefund((tx, news) -> refunds.add(news))
                .clock(clock)
                .patience(Duration.ofMillis(300))
                .build();
    }

    @AfterEach
    void stop() {
        jobs.close();
        dataSource.close();
    }

    URI page(PaymentStart start) {
        return start.fold(
                PaymentStart.Redirect::page,
                transfer -> URI.create("transfer:"),
                already -> URI.create("paid:"),
                no -> URI.create("no:"));
    }

    PaymentView view() {
        return payments.of(caseId).orElseThrow();
    }

    long effects() {
        return Database.of(dataSource)
                .call(tx -> tx.first("select count(*) as n from effect", row -> row.number("n")))
                .orElseThrow();
    }
}

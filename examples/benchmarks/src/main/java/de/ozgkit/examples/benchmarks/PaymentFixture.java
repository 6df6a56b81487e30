// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpAnswer;
import de.ozgkit.core.http.HttpCall;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentView;
import de.ozgkit.payment.Payments;
import de.ozgkit.payment.connector.PmPayment;
import de.ozgkit.testkit.MockPmPayment;
import java.net.URI;
import java.util.UUID;

/** A portal with one open attempt at the mock of pmPayment, and the way to ask about it. */
final class PaymentFixture implements AutoCloseable {

    private static final String AGS = "05562032";

    private final MockPmPayment platform = new MockPmPayment();
    private final HikariDataSource database = MemoryDatabase.pool();
    private final HttpGateway gateway = HttpGateway.to("pmpayment").build();
    private final Payments payments;
    private final AttemptId attempt;
    private final HttpCall status;

    PaymentFixture() {
        platform.notifications(MockPmPayment.Notify.NEVER);
        CaseId caseId = new CaseId(UUID.randomUUID());
        payments = Payments.on(database)
                .jobs(Jobs.on(database).build()) // never started: nobody asks beside us
                .callbacks(URI.create("https://portal.example.test/zahlung"))
                .payee(
                        "recklinghausen",
                        PmPayment.with(AGS, "hundesteuer", MockPmPayment.SALT.toCharArray())
                                .base(platform.uri())
                                .http(gateway)
                                .build())
                .build();
        PaymentStart start =
                payments.start(Order.of(caseId, "recklinghausen").position("Hundesteuermarke", Money.cents(3070)));
        if (!(start instanceof PaymentStart.Redirect)) {
            throw new IllegalStateException("not opened: " + start);
        }
        attempt = payments.attempts(caseId).get(0).id();
        status = HttpCall.get(platform.uri("/payment/status/" + AGS + "/" + attempt.reference()))
                .safeToRepeat();
    }

    /** Ours. */
    PaymentView refresh() {
        return payments.refresh(attempt);
    }

    /** The question alone. */
    HttpAnswer ask() {
        return gateway.send(status);
    }

    /** The payer pays at the platform. */
    void pay() {
        platform.pay(attempt.reference());
    }

    /** The database as it was before the portal learned of it. */
    void forgetThatItIsPaid() {
        Database.of(database).inTransaction(tx -> {
            tx.update("update ozg_payment_attempt set attempt_state = 'PENDING', received_cents = 0");
            tx.update(
                    "update ozg_payment_order set open_attempt = ?, paid_attempt = null, paid_at = null",
                    attempt.value());
        });
    }

    @Override
    public void close() {
        platform.close();
        database.close();
    }
}

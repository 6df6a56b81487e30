// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.http.HttpGateway;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.payment.AttemptId;
import de.ozgkit.payment.Order;
import de.ozgkit.payment.PaymentStart;
import de.ozgkit.payment.PaymentState;
import de.ozgkit.payment.Payments;
import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.PaymentConnectorContract;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** The connector of the guide in a portal, and the table that the guide prints. */
class WriteAConnectorTest {

    @Test
    void takes_a_fee_through_the_invented_desk() {
        JdbcConnectionPool database = Databases.fresh();
        CaseId caseId = new CaseId(UUID.randomUUID());
        try (MockCashDesk desk = new MockCashDesk()) {
            Payments payments = Payments.on(database)
                    .jobs(Jobs.on(database).build())
                    .callbacks(URI.create("https://portal.example.de/zahlung"))
                    .payee(
                            "musterstadt",
                            new OurCashDesk(
                                    "4711",
                                    MockCashDesk.SECRET,
                                    desk.uri(),
                                    HttpGateway.to("our-desk").build()))
                    .build();
            PaymentStart start = payments.start(Order.of(caseId, "musterstadt").position("Gebühr", Money.cents(1200)));
            assertThat(start).isInstanceOf(PaymentStart.Redirect.class);
            AttemptId attempt = payments.attempts(caseId).get(0).id();
            assertThat(payments.refresh(attempt).state()).isEqualTo(PaymentState.PENDING);

            desk.states.put(attempt.reference(), "disputed");
            assertThat(payments.refresh(attempt).state()).isEqualTo(PaymentState.REVIEW);
            assertThat(payments.check().get("musterstadt").well()).isTrue();
            desk.assertNoUnexpectedCalls();
        } finally {
            database.dispose();
        }
    }

    @Test
    void the_table_of_the_guide_is_what_the_contract_tells() {
        Map<PaymentCase, String> outcomes;
        try (CashDeskFixture fixture = new CashDeskFixture()) {
            outcomes = PaymentConnectorContract.outcomes(fixture);
        }
        String table = PaymentConnectorContract.table(Map.of("our desk", outcomes));
        String guide = Checkout.text(Checkout.file("docs/guide/write-a-connector.md"));

        assertThat(guide).contains(table);
    }
}

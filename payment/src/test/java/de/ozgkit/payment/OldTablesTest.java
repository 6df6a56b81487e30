// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import de.ozgkit.core.jobs.Jobs;
import de.ozgkit.core.sql.Database;
import de.ozgkit.core.sql.Migrations;
import de.ozgkit.payment.internal.PaymentTables;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A portal that took fees before transfers and refunds were known goes on with its orders. */
class OldTablesTest {

    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private final UUID order = UUID.randomUUID();
    private final UUID attempt = UUID.randomUUID();
    private final CaseId caseId = new CaseId(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource
    void keeps_orders_tokens_and_money(TestDatabases databases) throws Exception {
        try (HikariDataSource dataSource = databases.fresh()) {
            Migrations.of("payment", PaymentTables.class, "001_payment.sql").apply(dataSource);
            fill(Database.of(dataSource));
            Payments payments = Payments.on(dataSource)
                    .jobs(Jobs.on(dataSource).build())
                    .callbacks(URI.create("https://portal.example.de/zahlung"))
                    .payee("marl", new FakeDesk())
                    .build();
            PaymentTables.migrate(dataSource);

            assertThat(payments.returned("old-token", Map.of()).isPaid()).isTrue();
            assertThat(payments.receipt(caseId).orElseThrow().lines())
                    .extracting(Receipt.Line::gross)
                    .containsExactly(Money.cents(3070));
            Refund task = payments.refund(
                    new AttemptId(attempt), new RefundId(UUID.randomUUID()), Money.cents(3070), "zurück");
            assertThat(task.state()).isEqualTo(RefundState.OPEN);
        }
    }

    private void fill(Database database) throws Exception {
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest("old-token".getBytes(StandardCharsets.UTF_8)));
        database.inTransaction(tx -> {
            tx.update(
                    "insert into ozg_payment_order (id, case_id, payee, purpose, total_cents, created_at, paid_attempt, paid_at)"
                            + " values (?, ?, 'marl', 'Marke', 3070, ?, ?, ?)",
                    order,
                    caseId.value(),
                    THEN,
                    attempt,
                    THEN);
            tx.update(
                    "insert into ozg_payment_position (order_id, line, label, amount_cents) values (?, 1, 'Marke', 3070)",
                    order);
            tx.update(
                    "insert into ozg_payment_attempt (id, order_id, attempt_number, account, token_hash, attempt_state,"
                            + " pay_method_verified, created_at, changed_at) values (?, ?, 1, 'fake/1', ?, 'PAID', false, ?, ?)",
                    attempt,
                    order,
                    hash,
                    THEN,
                    THEN);
        });
    }
}

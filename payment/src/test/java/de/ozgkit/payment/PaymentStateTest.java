// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import static de.ozgkit.payment.PaymentState.AWAITING_TRANSFER;
import static de.ozgkit.payment.PaymentState.CANCELLED;
import static de.ozgkit.payment.PaymentState.CREATED;
import static de.ozgkit.payment.PaymentState.EXPIRED;
import static de.ozgkit.payment.PaymentState.FAILED;
import static de.ozgkit.payment.PaymentState.PAID;
import static de.ozgkit.payment.PaymentState.PARTLY_PAID;
import static de.ozgkit.payment.PaymentState.PENDING;
import static de.ozgkit.payment.PaymentState.REFUNDED;
import static de.ozgkit.payment.PaymentState.REFUND_FAILED;
import static de.ozgkit.payment.PaymentState.REFUND_REQUESTED;
import static de.ozgkit.payment.PaymentState.REVIEW;
import static de.ozgkit.payment.PaymentState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentStateTest {

    private static final Map<PaymentState, Set<PaymentState>> TABLE = Map.ofEntries(
            Map.entry(CREATED, Set.of(PENDING, UNKNOWN, AWAITING_TRANSFER, FAILED, CANCELLED, EXPIRED, PAID, REVIEW)),
            Map.entry(PENDING, Set.of(UNKNOWN, AWAITING_TRANSFER, PARTLY_PAID, FAILED, CANCELLED, EXPIRED, PAID, REVIEW)),
            Map.entry(UNKNOWN, Set.of(PENDING, AWAITING_TRANSFER, PARTLY_PAID, FAILED, CANCELLED, EXPIRED, PAID, REVIEW)),
            Map.entry(AWAITING_TRANSFER, Set.of(PARTLY_PAID, FAILED, CANCELLED, EXPIRED, PAID, REVIEW)),
            Map.entry(PARTLY_PAID, Set.of(PAID, REVIEW)),
            Map.entry(FAILED, Set.of(PAID, REVIEW)),
            Map.entry(CANCELLED, Set.of(PAID, REVIEW)),
            Map.entry(EXPIRED, Set.of(PAID, REVIEW)),
            Map.entry(PAID, Set.of(REFUND_REQUESTED, REVIEW)),
            Map.entry(REFUND_REQUESTED, Set.of(REFUNDED, REFUND_FAILED, REVIEW)),
            Map.entry(REFUND_FAILED, Set.of(REFUND_REQUESTED, REFUNDED, REVIEW)),
            Map.entry(REFUNDED, Set.of(REVIEW)),
            Map.entry(REVIEW, Set.of()));

    @ParameterizedTest
    @EnumSource
    void moves_only_as_the_table_allows(PaymentState from) {
        for (PaymentState to : PaymentState.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s -> %s", from, to)
                    .isEqualTo(TABLE.get(from).contains(to));
            assertThat(to.predecessors().contains(from)).isEqualTo(from.mayBecome(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_asked_about_exactly_while_it_may_still_become_paid(PaymentState state) {
        assertThat(state.isWorthAsking()).isEqualTo(state.mayBecome(PAID));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "REFUND_REQUESTED", "REFUNDED", "REFUND_FAILED", "REVIEW"})
    void never_goes_back_to_unpaid(PaymentState paid) {
        assertThat(Set.of(PENDING, FAILED, CANCELLED, EXPIRED, UNKNOWN)).noneMatch(paid::mayBecome);
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ozgkit.core.CaseId;
import de.ozgkit.core.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final CaseId CASE = new CaseId(new UUID(1, 2));

    @Test
    void sums_its_positions() {
        Order order =
                Order.of(CASE, "marl").position("Marke", Money.cents(3070)).position("Porto", Money.cents(85));

        assertThat(order.total()).isEqualTo(Money.cents(3155));
        assertThat(order.purpose()).isEqualTo("Marke");
        assertThat(order.purpose("Hundesteuer").purpose()).isEqualTo("Hundesteuer");
    }

    @Test
    void does_not_change_when_it_is_extended() {
        Order empty = Order.of(CASE, "marl");
        empty.position("Marke", Money.cents(1));

        assertThat(empty.positions()).isEmpty();
    }

    @Test
    void needs_something_to_pay() {
        Order empty = Order.of(CASE, "marl");

        assertThatIllegalArgumentException().isThrownBy(empty::requirePayable);
        assertThatIllegalArgumentException().isThrownBy(empty.position("Befreit", Money.ZERO)::requirePayable);
        assertThatIllegalArgumentException()
                .isThrownBy(empty.position("Zu viel", Money.cents(100_000_000))::requirePayable);
        assertThatIllegalArgumentException().isThrownBy(() -> empty.position("Rabatt", Money.cents(-1)));
    }

    @Test
    void refuses_texts_that_no_platform_takes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Order.of(CASE, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Order.of(CASE, "marl").purpose("x".repeat(201)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Order.of(CASE, "marl").position(" ", Money.cents(1)));
    }
}

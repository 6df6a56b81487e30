// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.testkit.PaymentCase;
import de.ozgkit.testkit.PaymentConnectorContract;
import de.ozgkit.testkit.PaymentFixture;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every connector and everything that may happen to it, in one table. Slow, since each connector has its contract test beside it. */
@Tag("slow")
class FaultMatrixTest {

    @Test
    void every_connector_has_a_result_for_every_fault() {
        Map<String, Map<PaymentCase, String>> columns = new LinkedHashMap<>();
        Platforms.all().forEach((name, fixture) -> {
            try (PaymentFixture platform = fixture.get()) {
                columns.put(name, PaymentConnectorContract.outcomes(platform));
            }
        });

        System.out.println(PaymentConnectorContract.table(columns));
        assertThat(columns).hasSize(11).allSatisfy((name, outcomes) -> assertThat(outcomes)
                .containsOnlyKeys(PaymentCase.values())
                .allSatisfy((which, cell) -> assertThat(cell).matches("- [a-z]+|[^-\\s].*")));
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.payment.spi.PaymentConnector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link PaymentConnector} has to hold, whatever the network and the platform do. A vendor's connector is done when a subclass
 * of this is green.
 *
 * <pre>{@code
 * class OurCashDeskTest extends PaymentConnectorContract {
 *     @Override
 *     protected PaymentFixture fixture() {
 *         return new OurCashDeskFixture();
 *     }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public abstract class PaymentConnectorContract {

    /** The connector with its platform, both as new. Closed after the last case. */
    protected abstract PaymentFixture fixture();

    /** One test for each {@link PaymentCase}. */
    @TestFactory
    final Stream<DynamicTest> holds_in_every_case() {
        PaymentFixture fixture = fixture();
        return Arrays.stream(PaymentCase.values())
                .map(which -> DynamicTest.dynamicTest(name(fixture, which), () -> which.run(fixture)))
                .onClose(fixture::close);
    }

    private static String name(PaymentFixture fixture, PaymentCase which) {
        return fixture.excuse(which)
                .map(reason -> which.title() + " (cannot happen: " + reason + ")")
                .orElse(which.title());
    }

    /**
     * Runs all cases and tells what came of each.
     *
     * @throws AssertionError if a connector does not hold what it has to
     */
    public static Map<PaymentCase, String> outcomes(PaymentFixture fixture) {
        Map<PaymentCase, String> outcomes = new LinkedHashMap<>();
        for (PaymentCase which : PaymentCase.values()) {
            outcomes.put(which, which.run(fixture));
        }
        return outcomes;
    }

    /**
     * A table of cases and connectors, for people and in Markdown.
     *
     * @param columns what {@link #outcomes} told, by the connector's name
     * @throws AssertionError if a cell would be empty
     */
    public static String table(Map<String, Map<PaymentCase, String>> columns) {
        StringBuilder table = new StringBuilder("| fault | ")
                .append(String.join(" | ", columns.keySet()))
                .append(" |\n|---")
                .append("|---".repeat(columns.size()))
                .append("|\n");
        for (PaymentCase which : PaymentCase.values()) {
            String cells = columns.values().stream()
                    .map(outcomes -> cell(which, outcomes))
                    .collect(Collectors.joining(" | "));
            table.append("| ").append(which.title()).append(" | ").append(cells).append(" |\n");
        }
        return table.toString();
    }

    private static String cell(PaymentCase which, Map<PaymentCase, String> outcomes) {
        String told = outcomes.getOrDefault(which, "").replace('|', '/');
        if (told.isBlank()) {
            throw new AssertionError("nothing is told about '" + which.title() + "'");
        }
        return told;
    }
}

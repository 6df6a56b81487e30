// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.payment.spi.Callback;
import de.ozgkit.testkit.PaymentFixture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a portal makes of everything that may happen, with each connector: what stands in its books, what is logged meanwhile by any logger at
 * the finest level, and what the values show that a portal may log itself.
 */
class PortalMatrixTest {

    private static final String FORGED = "gefaelschtes-zeichen";
    private static final Map<PortalCase, Map<String, String>> ROWS = new LinkedHashMap<>();
    private static final Map<String, List<String>> LEAKS = new LinkedHashMap<>();

    @BeforeAll
    static void run_all_cases_on_all_platforms() {
        Platforms.all().forEach((name, fixture) -> {
            try (PaymentFixture platform = fixture.get();
                    FeePortal portal = new FeePortal(platform)) {
                for (PortalCase which : PortalCase.values()) {
                    ROWS.computeIfAbsent(which, key -> new LinkedHashMap<>()).put(name, which.run(portal));
                }
                forge(portal);
                LEAKS.put(name, leaks(portal));
            }
        });
    }

    static Set<String> platforms() {
        return Platforms.all().keySet();
    }

    @Test
    void a_portal_takes_every_fee_once_whatever_comes_in_which_order() {
        System.out.println(table());
        assertThat(ROWS).containsOnlyKeys(PortalCase.values()).allSatisfy((which, cells) -> assertThat(cells)
                .containsOnlyKeys(platforms())
                .allSatisfy((name, cell) -> assertThat(cell).matches("- [a-z]+|[^-\\s].*")));
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void no_secret_no_token_and_nobody_is_shown(String name) {
        assertThat(LEAKS.get(name)).isEmpty();
    }

    /** Somebody without a secret tries it, too. */
    private static void forge(FeePortal portal) {
        portal.bring(FORGED, new Callback(Callback.Channel.RETURN, Map.of("payer", FeePortal.PAYER)));
        FeePortal.Fee fee = portal.new Fee();
        fee.start();
        for (Callback.Channel channel : Callback.Channel.values()) {
            portal.platform()
                    .message(PaymentFixture.Message.FORGED, channel, fee.attempt(0))
                    .ifPresent(callback -> fee.bring(0, callback));
        }
    }

    /** Where something is shown that ought not to be; told by what stands before it, since the report of a test is a log, too. */
    private static List<String> leaks(FeePortal portal) {
        String shown = portal.shown();
        String log = portal.platform().log();
        assertThat(log).contains("payment.state").contains("is PAID");
        assertThat(portal.tokens()).hasSizeGreaterThan(PortalCase.values().length / 2);
        List<String> hidden = new ArrayList<>(portal.platform().secrets());
        hidden.addAll(portal.tokens());
        hidden.addAll(List.of(FeePortal.CLERK, FORGED));
        List<String> leaks = new ArrayList<>();
        hidden.forEach(word -> look(word, shown + "\n" + log, leaks));
        look(FeePortal.PAYER, log, leaks);
        return leaks;
    }

    private static void look(String word, String text, List<String> leaks) {
        int at = text.indexOf(word);
        if (at >= 0) {
            leaks.add(word.length() + " characters after " + text.substring(Math.max(0, at - 200), at));
        }
    }

    private static String table() {
        String names = String.join(" | ", platforms());
        String lines = ROWS.entrySet().stream()
                .map(row -> "| " + row.getKey().title() + " | "
                        + String.join(" | ", row.getValue().values()) + " |")
                .collect(Collectors.joining("\n"));
        return "| portal | " + names + " |\n" + "|---".repeat(platforms().size() + 1) + "|\n" + lines;
    }
}

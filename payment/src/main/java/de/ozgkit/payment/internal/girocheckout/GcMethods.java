// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.girocheckout;

import de.ozgkit.payment.spi.Callback;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a message from a payment page tells beside the result. */
final class GcMethods {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1", "giropay"),
            Map.entry("6", "directdebit"),
            Map.entry("7", "directdebit"),
            Map.entry("8", "directdebit"),
            Map.entry("11", "creditcard"),
            Map.entry("14", "paypal"),
            Map.entry("24", "girocode"),
            Map.entry("36", "applepay"),
            Map.entry("37", "direktueberweisung"),
            Map.entry("39", "googlepay"),
            Map.entry("40", "wero"));

    private GcMethods() {}

    /** How the payer chose to pay: a word, or the platform's number for what is newer. */
    static Optional<String> name(Callback callback) {
        return callback.field("gcPaymethod")
                .filter(code -> code.matches("[0-9]{1,3}"))
                .map(code -> NAMES.getOrDefault(code, "girocheckout-" + code));
    }

    static boolean isUuid(String reference) {
        return UUID.matcher(reference).matches();
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.xbezahldienste;

import java.util.Map;
import java.util.Optional;

/**
 * What a payment service complains about (payment notes, 1.4).
 *
 * @param code ours
 * @param refused whether it is a clear no, so that nothing was opened
 * @param text one English sentence for the administrator
 */
record XbProblem(String code, boolean refused, String text) {

    private static final String PREFIX = "payment.xbezahldienste.";
    private static final XbProblem ENDPOINT = refusal(
            "endpoint", "The payment service does not know this originator and endpoint; check both with the operator");
    private static final XbProblem FORBIDDEN = refusal(
            "forbidden", "The payment service does not let us in; check the key, client or password, and its rights");
    private static final XbProblem REFUSED =
            refusal("refused", "The payment service refuses the call and does not say why; check the base address");
    private static final XbProblem ANSWER =
            new XbProblem(PREFIX + "answer", false, "The payment service answers something that cannot be understood");
    private static final XbProblem DOWN =
            new XbProblem(PREFIX + "down", false, "The payment service is not available at the moment");

    private static final Map<String, XbProblem> BY_FUNCTIONAL_CODE = Map.of(
            "NO_VALID_ORIGINATOR_OR_ENDPOINT",
            ENDPOINT,
            "NO_VALID_ORIGINATOR_OR_DESTINATION",
            ENDPOINT,
            "PAYMENT_EXISTS",
            refusal("exists", "The payment service has a payment with this requestId already"),
            "CALCULATION_ERROR",
            refusal("calculation", "The payment service comes to another sum than we do"),
            "BOOKING_DATA_MISSING",
            refusal("booking_data", "The payment service misses booking data; check accounting(..)"),
            "VALIDATION_ERROR",
            refusal("validation", "The payment service finds the request invalid"),
            "FORBIDDEN",
            FORBIDDEN,
            "UNSPECIFIED",
            new XbProblem(PREFIX + "unspecified", false, "The payment service failed and does not say why"));

    /** What an answer complains about, by its HTTP status and its functionalCode. */
    static XbProblem of(int status, Optional<String> functionalCode) {
        XbProblem named = functionalCode.map(BY_FUNCTIONAL_CODE::get).orElse(null);
        if (status >= 500) {
            // Whatever it says: it may have opened the payment before it failed.
            return new XbProblem(named == null ? DOWN.code : named.code, false, named == null ? DOWN.text : named.text);
        }
        if (named != null) {
            return named;
        }
        return switch (status) {
            case 401, 403 -> FORBIDDEN;
            case 408, 425, 429 -> DOWN;
            default -> status >= 400 ? REFUSED : ANSWER;
        };
    }

    private static XbProblem refusal(String code, String text) {
        return new XbProblem(PREFIX + code, true, text);
    }
}

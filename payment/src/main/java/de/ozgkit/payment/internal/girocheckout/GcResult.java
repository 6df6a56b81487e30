// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal.girocheckout;

import java.util.Set;

/** What a code of GiroCheckout means: of a call ({@code rc}) or of a payment ({@code resultPayment}). */
enum GcResult {
    PAID,
    CANCELLED,
    EXPIRED,
    FAILED,
    /** Not decided. */
    PENDING,
    /** The platform does not know itself what became of it. It is asked again, and in the end a person has to look. */
    UNKNOWN,
    /** A person has to look. */
    REVIEW,
    /** The platform or what stands behind it has a fault. */
    PROVIDER,
    /** We are set up wrongly. */
    CONFIG,
    /** The call was wrong. */
    REQUEST;

    static final int NOT_FOUND = 5034;

    private static final Set<Integer> CONFIG_CODES = Set.of(5000, 5001, 5002, 5020, 5021);
    private static final Set<Integer> PROVIDER_CODES = Set.of(5100, 5101, 5508, 9999);
    private static final Set<Integer> FAILURES = Set.of(1900, 4001, 4002, 4051, 4900, 5200, 5205);

    static GcResult of(int code) {
        return switch (code) {
            case 4000 -> PAID;
            case 4502, 3100 -> CANCELLED;
            case 4501, 2000 -> EXPIRED;
            case 4152, 4154 -> PENDING;
            case 4503 -> REVIEW;
            default -> family(code);
        };
    }

    private static GcResult family(int code) {
        boolean refused = code > 4100 && code < 4200 || code > 4503 && code < 4600;
        if (refused || FAILURES.contains(code)) {
            return FAILED;
        }
        if (CONFIG_CODES.contains(code)) {
            return CONFIG;
        }
        if (PROVIDER_CODES.contains(code)) {
            return PROVIDER;
        }
        return code >= 5000 && code < 6000 ? REQUEST : UNKNOWN;
    }
}

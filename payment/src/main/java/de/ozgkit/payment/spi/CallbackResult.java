// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import java.util.Optional;

/**
 * What a callback is worth.
 *
 * @since 0.1
 */
public sealed interface CallbackResult {

    /**
     * A reason to ask the platform now.
     *
     * @param verified whether the platform's signature was checked
     * @param finished whether it claims that the payer is done, so that waiting a moment for the platform's answer is worth it
     * @param method how the payer chose to pay, if it tells
     */
    record Hint(boolean verified, boolean finished, Optional<String> method) implements CallbackResult {}

    /**
     * Forged, or about something else. Nothing changes.
     *
     * @param code {@code payment.callback.signature} or {@code payment.callback.mismatch}
     */
    record Refused(String code) implements CallbackResult {}

    /**
     * Genuine and about this attempt, but it contradicts what we ordered, such as another amount. A person has to look.
     *
     * @param code such as {@code payment.callback.mismatch}
     */
    record Contradiction(String code) implements CallbackResult {}
}

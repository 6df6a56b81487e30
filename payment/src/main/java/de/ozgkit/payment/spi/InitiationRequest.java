// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import java.net.URI;

/**
 * Everything needed to open an attempt at a platform.
 *
 * @param returnTo where the platform sends the payer's browser afterwards; holds a secret token, do not log it
 * @param notifyAt where the platform tells us news; holds a secret token, do not log it
 * @since 0.1
 */
public record InitiationRequest(PaymentAttempt attempt, URI returnTo, URI notifyAt) {

    /** Without the addresses. */
    @Override
    public String toString() {
        return "InitiationRequest[" + attempt.id() + "]";
    }
}

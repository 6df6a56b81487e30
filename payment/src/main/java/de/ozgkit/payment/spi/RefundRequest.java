// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

import de.ozgkit.core.Money;
import de.ozgkit.payment.RefundId;

/**
 * Money that is to go back to who paid it.
 *
 * @param attempt the paid attempt
 * @param id our number for this refund; a second refund of the same amount has another one
 * @param amount all of it or a part
 * @param reason a few words without personal data
 * @since 0.1
 */
public record RefundRequest(PaymentAttempt attempt, RefundId id, Money amount, String reason) {}

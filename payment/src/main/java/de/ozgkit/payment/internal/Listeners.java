// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.internal;

import de.ozgkit.payment.PaidListener;
import de.ozgkit.payment.RefundListener;
import de.ozgkit.payment.ReviewListener;

/** Who is told what happens, in the transaction that writes it down. */
public record Listeners(PaidListener paid, ReviewListener review, RefundListener refund) {}

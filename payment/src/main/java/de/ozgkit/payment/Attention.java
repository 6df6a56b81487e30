// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import java.util.List;

/**
 * What needs a person, the oldest first and at most 500 of each kind.
 *
 * @param reviews attempts in {@link PaymentState#REVIEW}: see {@link Payments#settle}
 * @param stuck attempts that have been {@link PaymentState#UNKNOWN} for more than an hour: the platform does not answer
 * @param refunds that are not done: see {@link Payments#refundDone}
 * @since 0.1
 */
public record Attention(List<AttemptStatus> reviews, List<AttemptStatus> stuck, List<Refund> refunds) {

    public Attention {
        reviews = List.copyOf(reviews);
        stuck = List.copyOf(stuck);
        refunds = List.copyOf(refunds);
    }

    /** Whether nobody has to do anything. */
    public boolean isEmpty() {
        return reviews.isEmpty() && stuck.isEmpty() && refunds.isEmpty();
    }
}

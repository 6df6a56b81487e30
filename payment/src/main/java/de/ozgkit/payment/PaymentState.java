// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far a payment is. Only what the platform answers to our own question moves it; a callback never does.
 *
 * @since 0.1
 */
public enum PaymentState {
    /** Written down; the platform is being called. */
    CREATED,
    /** The payer may pay at the platform. */
    PENDING,
    /** The platform was called and did not answer; the payer has seen no payment page. */
    UNKNOWN,
    /** The payer has been told where to transfer the money. */
    AWAITING_TRANSFER,
    /** Some of the money has come. */
    PARTLY_PAID,
    /** The platform could not take the money. May still become paid. */
    FAILED,
    /** The payer turned back. May still become paid. */
    CANCELLED,
    /** Nobody paid in time. May still become paid. */
    EXPIRED,
    /** Paid, confirmed by the platform. */
    PAID,
    /** The money is to go back. */
    REFUND_REQUESTED,
    /** The money went back. */
    REFUNDED,
    /** The money could not be sent back. */
    REFUND_FAILED,
    /** A person in the cash office has to look: paid twice, another amount, no answer for days. Left only by {@link Payments#settle}. */
    REVIEW;

    /** Whether the payer can still act on it, so that no second attempt may be open beside it. */
    public boolean isOpen() {
        return this == CREATED
                || this == PENDING
                || this == UNKNOWN
                || this == AWAITING_TRANSFER
                || this == PARTLY_PAID;
    }

    /** Whether it ended without money, which the platform may still correct. */
    public boolean isSoftEnd() {
        return this == FAILED || this == CANCELLED || this == EXPIRED;
    }

    /** Whether asking the platform can still change it. */
    public boolean isWorthAsking() {
        return isOpen() || isSoftEnd();
    }

    /** Whether a payment in this state may move to the next without a person deciding it. */
    public boolean mayBecome(PaymentState next) {
        return successors().contains(next);
    }

    /** The states from which this one may be reached. */
    public Set<PaymentState> predecessors() {
        Set<PaymentState> found = EnumSet.noneOf(PaymentState.class);
        Arrays.stream(values()).filter(state -> state.mayBecome(this)).forEach(found::add);
        return found;
    }

    private Set<PaymentState> successors() {
        return switch (this) {
            case CREATED -> EnumSet.of(PENDING, UNKNOWN, AWAITING_TRANSFER, FAILED, CANCELLED, EXPIRED, PAID, REVIEW);
            case PENDING -> EnumSet.of(UNKNOWN, AWAITING_TRANSFER, PARTLY_PAID, FAILED, CANCELLED, EXPIRED, PAID, REVIEW);
            case UNKNOWN -> EnumSet.of(PENDING, AWAITING_TRANSFER, PARTLY_PAID, FAILED, CANCELLED, EXPIRED, PAID, REVIEW);
            case AWAITING_TRANSFER -> EnumSet.of(PARTLY_PAID, FAILED, CANCELLED, EXPIRED, PAID, REVIEW);
            case PARTLY_PAID, FAILED, CANCELLED, EXPIRED -> EnumSet.of(PAID, REVIEW);
            case PAID -> EnumSet.of(REFUND_REQUESTED, REVIEW);
            case REFUND_FAILED -> EnumSet.of(REFUND_REQUESTED, REFUNDED, REVIEW);
            case REFUND_REQUESTED -> EnumSet.of(REFUNDED, REFUND_FAILED, REVIEW);
            case REFUNDED -> EnumSet.of(REVIEW);
            case REVIEW -> EnumSet.noneOf(PaymentState.class);
        };
    }
}

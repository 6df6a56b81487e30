// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.payment.spi;

/**
 * One account at one payment platform. Portal vendors implement it for platforms that ozgkit does not know.
 *
 * <p>A connector keeps no state: everything it has to know about an attempt is given to it. It is called from many threads, never inside a
 * transaction, and has to answer within 25 seconds. It does not throw for what the platform or the network does; there is a result for each.
 *
 * @since 0.1
 */
public interface PaymentConnector {

    /** Who this is; always the same. */
    ConnectorProfile profile();

    /**
     * Opens the attempt at the platform, under {@link PaymentAttempt#reference()} where the platform takes our number. Called after the
     * attempt was written down; again only if {@link Capability#REPEATABLE_START} is among the capabilities.
     */
    Initiation initiate(InitiationRequest request);

    /** Asks the platform about the attempt. Must be safe to repeat. */
    ProviderState query(PaymentAttempt attempt);

    /**
     * Looks at a message that claims to come from the platform: is it genuine, is it about this attempt and this amount? What it says about
     * the state is not believed; {@link #query} is asked afterwards.
     */
    CallbackResult callback(PaymentAttempt attempt, Callback callback);

    /**
     * Sends money back. Only called if {@link Capability#REFUND} is among the capabilities; once for each {@link RefundRequest#id}.
     */
    default RefundResult refund(RefundRequest request) {
        return new RefundResult.Rejected("payment.refund.unsupported");
    }

    /** Whether the platform can be reached and is set up, as far as that can be found out without making a payment. */
    Health check();
}

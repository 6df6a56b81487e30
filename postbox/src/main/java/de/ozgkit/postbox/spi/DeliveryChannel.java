// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.spi;

/**
 * One way to an office: a folder, FIT-Connect, XTA, the interface of a Fachverfahren. Must be thread-safe. It is done when
 * {@code DeliveryChannelContract} of the testkit is green.
 *
 * @since 0.1
 */
public interface DeliveryChannel {

    /** What submissions call it by, such as {@code desk}. Lower case letters, digits, points, hyphens; never changes, since it is stored. */
    String name();

    /**
     * Hands one message to the peer. Called again with the same {@link OutboundMessage#id()} after a failure, after a crash, or at the
     * same time from another node: the peer must then have it once. That is done by giving the peer our id, or by asking it first.
     *
     * <p>May also throw: an {@link de.ozgkit.core.OzgException} that is worth repeating counts as {@link DeliveryResult.TryAgain}, a
     * {@link de.ozgkit.core.RejectedException} or a {@link de.ozgkit.core.PeerException} that is not as {@link DeliveryResult.Rejected},
     * anything else as {@code TryAgain}.
     *
     * @return what the peer said; never that it has the message unless it said so
     */
    DeliveryResult deliver(OutboundMessage message);
}

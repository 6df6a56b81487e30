// SPDX-License-Identifier: Apache-2.0
/**
 * What a vendor implements to take money through a platform that ozgkit does not know: one {@link PaymentConnector} with five methods and
 * closed results. Orders, attempts, states, polling and callbacks stay with {@code Payments}.
 *
 * <pre>{@code
 * final class OurCashDesk implements PaymentConnector {
 *     public ConnectorProfile profile() {
 *         return new ConnectorProfile("our-desk", "our-desk/4711", Set.of(Capability.QUERY), Duration.ofMinutes(30));
 *     }
 *     …
 * }
 * }</pre>
 */
@NullMarked
package de.ozgkit.payment.spi;

import org.jspecify.annotations.NullMarked;

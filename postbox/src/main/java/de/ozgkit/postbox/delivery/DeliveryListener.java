// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.postbox.delivery;

import de.ozgkit.core.sql.Tx;

/**
 * Is told of every change of state, within its transaction: what it writes is committed with the change or not at all. If it throws, the
 * change does not happen and is tried again later, so that a message may be sent again under its id.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DeliveryListener {

    /** A message has come to another state. */
    void changed(Tx tx, Delivery delivery);
}

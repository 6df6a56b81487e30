// SPDX-License-Identifier: Apache-2.0
/** The inside of {@code PaymentConnectorContract}. Not for users. */
@NullMarked
package de.ozgkit.testkit.internal.payment;

import org.jspecify.annotations.NullMarked;

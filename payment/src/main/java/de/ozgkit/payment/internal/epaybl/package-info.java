// SPDX-License-Identifier: Apache-2.0
/** The inside of {@code EpayBl} and {@code EpayBlSoap}. Not for users. */
@NullMarked
package de.ozgkit.payment.internal.epaybl;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Not for users: may change at any time. */
@NullMarked
package de.ozgkit.payment.internal.transfer;

import org.jspecify.annotations.NullMarked;

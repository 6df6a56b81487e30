// SPDX-License-Identifier: Apache-2.0
/** The inside of {@code MockGiroCheckout}. Not for users. */
@NullMarked
package de.ozgkit.testkit.internal.girocheckout;

import org.jspecify.annotations.NullMarked;

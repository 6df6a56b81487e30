// SPDX-License-Identifier: Apache-2.0
/** The inside of {@code MockPmPayment}. Not for users. */
@NullMarked
package de.ozgkit.testkit.internal.pmpayment;

import org.jspecify.annotations.NullMarked;

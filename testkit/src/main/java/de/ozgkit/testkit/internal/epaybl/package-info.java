// SPDX-License-Identifier: Apache-2.0
/** The inside of {@code MockEpayBl} and {@code MockEpayBlSoap}. Not for users. */
@NullMarked
package de.ozgkit.testkit.internal.epaybl;

import org.jspecify.annotations.NullMarked;

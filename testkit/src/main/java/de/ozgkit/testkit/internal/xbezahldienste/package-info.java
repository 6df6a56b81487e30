// SPDX-License-Identifier: Apache-2.0
/** The inside of {@code MockXBezahldienste}. Not for users. */
@NullMarked
package de.ozgkit.testkit.internal.xbezahldienste;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** What the mocks of payment platforms have in common: their pages and their memory. Not for users. */
@NullMarked
package de.ozgkit.testkit.internal.paypage;

import org.jspecify.annotations.NullMarked;

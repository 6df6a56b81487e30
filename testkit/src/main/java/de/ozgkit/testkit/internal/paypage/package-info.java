// SPDX-License-Identifier: Apache-2.0
/** What the mocks of payment platforms have in common: their pages, their memory and their way to tell the portal. Not for users. */
@NullMarked
package de.ozgkit.testkit.internal.paypage;

import org.jspecify.annotations.NullMarked;

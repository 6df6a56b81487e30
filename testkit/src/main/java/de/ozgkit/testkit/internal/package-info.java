// SPDX-License-Identifier: Apache-2.0
/** The engine behind the mocks. Not for users. */
@NullMarked
package de.ozgkit.testkit.internal;

import org.jspecify.annotations.NullMarked;

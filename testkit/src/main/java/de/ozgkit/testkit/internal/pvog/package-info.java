// SPDX-License-Identifier: Apache-2.0
/** What is behind the mock of the PVOG. */
@NullMarked
package de.ozgkit.testkit.internal.pvog;

import org.jspecify.annotations.NullMarked;

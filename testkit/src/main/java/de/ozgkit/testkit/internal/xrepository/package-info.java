// SPDX-License-Identifier: Apache-2.0
/** What is behind the mock of XRepository. */
@NullMarked
package de.ozgkit.testkit.internal.xrepository;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * The programs of README and guide. What stands between {@code tag::} and {@code end::} is printed there, and a test compares the two.
 *
 * <pre>{@code
 * Quickstart.main();   // a whole log-in against a mock account: Guten Tag ERIKA MUSTERMANN (HIGH)
 * }</pre>
 */
@NullMarked
package de.ozgkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * The words that every module shares: where ({@link de.ozgkit.core.Ars}), what ({@link de.ozgkit.core.Leistungsschluessel}), how
 * sure ({@link de.ozgkit.core.TrustLevel}), how much ({@link de.ozgkit.core.Money}) and what went wrong
 * ({@link de.ozgkit.core.OzgException}). Values are immutable, checked when made, and safe to share between threads.
 *
 * <pre>{@code
 * Ars dorsten = Ars.of("055620012012");
 * Ars.of("05562").covers(dorsten);   // true: the Kreis covers its city
 * }</pre>
 */
@NullMarked
package de.ozgkit.core;

import org.jspecify.annotations.NullMarked;

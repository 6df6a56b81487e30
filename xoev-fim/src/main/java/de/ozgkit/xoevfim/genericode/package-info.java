// SPDX-License-Identifier: Apache-2.0
/**
 * Code lists in OASIS genericode 1.0, as XRepository publishes them and as FIM editors export them.
 *
 * <pre>{@code
 * CodeList staaten = Genericode.read(Path.of("C60000020_genericode.xml"));
 * staaten.entries().forEach(entry -> System.out.println(entry.code() + " " + entry.name()));
 * }</pre>
 *
 * <p>A list of any size is read row by row with {@code Genericode.stream}, with progress and from any row with {@code
 * Genericode.reader}; everything that a file says, to keep or change it, is in
 * {@code Genericode.document}.
 */
@NullMarked
package de.ozgkit.xoevfim.genericode;

import org.jspecify.annotations.NullMarked;

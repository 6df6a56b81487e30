// SPDX-License-Identifier: Apache-2.0
/**
 * The services of a place: what XZuFi says, put together for a portal.
 *
 * <pre>{@code
 * try (Stream<Transfer> changes = XZuFi.stream(Path.of("XZUFI20240101.xml"))) {
 *     ServiceCatalogue catalogue = ServiceCatalogue.of(changes);
 *     catalogue.at(Ars.of("055620032032")).under(Topic.FAMILIE_KIND).forEach(s -> System.out.println(s.title(Locale.ENGLISH)));
 * }
 * }</pre>
 *
 * <p>Texts are German unless a locale is given, and German wherever a service says nothing in its language. Everything here is immutable and thread-safe. Texts that hold HTML are already cleaned and may be shown as they are.
 */
@NullMarked
package de.ozgkit.xoevfim.catalogue;

import org.jspecify.annotations.NullMarked;

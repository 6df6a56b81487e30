// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.Ars;
import java.util.Optional;

/**
 * A place that the PVOG knows; a city with several post codes comes several times.
 *
 * @param name as people know it
 * @param ars its key, for everything else that can be asked
 * @param ags its older key of 8 digits
 * @param zip a post code
 * @since 0.1
 */
public record PvogLocation(String name, Optional<Ars> ars, Optional<String> ags, Optional<String> zip) {}

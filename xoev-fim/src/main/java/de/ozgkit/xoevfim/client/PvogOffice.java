// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import java.util.Optional;

/**
 * An office (Organisationseinheit) in its role for a Leistung.
 *
 * @param id such as L100042.OE.2292
 * @param title its name; empty if the PVOG gives none
 * @param role what it does there, such as "Zuständige Stelle"
 * @since 0.1
 */
public record PvogOffice(String id, String title, Optional<String> role) {}

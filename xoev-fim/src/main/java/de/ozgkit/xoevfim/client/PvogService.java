// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.client;

import de.ozgkit.core.Ars;
import de.ozgkit.core.Leistungsschluessel;
import java.util.List;
import java.util.Optional;

/**
 * The description of a Leistung (Leistungsbeschreibung) as a list of the PVOG shows it.
 *
 * @param id such as L100042.LB.101954
 * @param name how citizens would call it, if given
 * @param description a sentence or two without tags, if given
 * @param keys its national keys; lists often have none, {@link Pvog#detail} has them
 * @param areas where it was written for: the whole country, a Land, a municipality
 * @param onlineServices where it can be applied for
 * @since 0.1
 */
public record PvogService(
        String id,
        Optional<String> name,
        Optional<String> description,
        List<Leistungsschluessel> keys,
        List<Ars> areas,
        List<PvogLink> onlineServices) {

    public PvogService {
        keys = List.copyOf(keys);
        areas = List.copyOf(areas);
        onlineServices = List.copyOf(onlineServices);
    }
}

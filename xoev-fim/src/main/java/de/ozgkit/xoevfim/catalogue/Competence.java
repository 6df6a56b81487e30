// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.xoevfim.xzufi.Zustaendigkeit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * That an office or online service is competent for a Leistung in some areas.
 *
 * @param nested whether it came inside its office, and goes when the office is written anew
 */
record Competence(
        ServiceId leistung, ServiceId owner, boolean everywhere, List<Area> areas, List<String> roles, boolean nested) {

    private static final Area COUNTRY = new Area("");

    static Optional<Competence> of(ServiceId owner, Zustaendigkeit z, boolean nested) {
        return Optional.ofNullable(z.leistungID)
                .map(leistung -> new Competence(
                        ServiceId.of(leistung),
                        owner,
                        z.gebietID.isEmpty(),
                        StoredLeistung.areas(z.gebietID),
                        z.rolle.stream().flatMap(r -> r.label().stream()).toList(),
                        nested));
    }

    /** The nearest of its areas that covers the place. */
    Optional<Area> nearest(Area.Place place) {
        return everywhere ? Optional.of(COUNTRY) : nearest(areas, place);
    }

    static Optional<Area> nearest(List<Area> areas, Area.Place place) {
        return areas.stream().filter(a -> a.covers(place)).max(Comparator.comparingInt(Area::nearness));
    }
}

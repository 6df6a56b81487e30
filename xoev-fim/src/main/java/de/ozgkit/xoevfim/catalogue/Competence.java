// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.Ars;
import de.ozgkit.xoevfim.xzufi.Zustaendigkeit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** That an office or online service is competent for a Leistung in some areas. */
record Competence(ServiceId leistung, ServiceId owner, boolean everywhere, List<Area> areas, Optional<String> role) {

    private static final Area COUNTRY = new Area("");

    static Optional<Competence> of(ServiceId owner, Zustaendigkeit z) {
        return Optional.ofNullable(z.leistungID)
                .map(leistung -> new Competence(
                        ServiceId.of(leistung),
                        owner,
                        z.gebietID.isEmpty(),
                        StoredLeistung.areas(z.gebietID),
                        z.rolle.stream().flatMap(r -> r.label().stream()).findFirst()));
    }

    /** The nearest of its areas that covers the place. */
    Optional<Area> nearest(Ars place) {
        return everywhere ? Optional.of(COUNTRY) : nearest(areas, place);
    }

    static Optional<Area> nearest(List<Area> areas, Ars place) {
        return areas.stream().filter(a -> a.covers(place)).max(Comparator.comparingInt(Area::nearness));
    }
}

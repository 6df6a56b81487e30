// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import de.ozgkit.core.Ars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the XZuFi transfers of this portal say, in the words of the portal. */
record Transfers(List<Service> services, List<Unit> units, List<Responsibility> responsibilities) {

    private static final List<String> COMMON =
            List.of("/catalogue/bund.xzufi.xml", "/catalogue/land-nrw.xzufi.xml", "/catalogue/kommunal.xzufi.xml");

    /** An Organisationseinheit. */
    record Unit(String id, String name) {}

    /** A Zuständigkeit: this unit does this service in these areas; no area means everywhere. */
    record Responsibility(String unit, String service, List<Ars> areas) {}

    static Transfers load(Places places) {
        List<String> files = new ArrayList<>(COMMON);
        places.all().forEach(place -> files.add("/portals/" + place.slug() + "/zustaendigkeiten.xzufi.xml"));
        return XZuFiReader.read(files);
    }

    /** The units for a service at a place, those for the smallest area first. */
    List<Unit> responsible(Service service, Place place) {
        return responsibilities.stream()
                .filter(r -> r.service().equals(service.id()))
                .filter(r -> r.areas().isEmpty() || r.areas().stream().anyMatch(area -> area.covers(place.ars())))
                .sorted(Comparator.comparingInt(Transfers::digits).reversed())
                .flatMap(r -> units.stream().filter(unit -> unit.id().equals(r.unit())))
                .toList();
    }

    private static int digits(Responsibility responsibility) {
        return responsibility.areas().stream()
                .mapToInt(area -> area.value().replaceAll("0+$", "").length())
                .max()
                .orElse(0);
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import de.ozgkit.core.Money;
import java.util.List;
import java.util.Optional;

/**
 * A service seen from one place: who is responsible there, and what this place does differently.
 *
 * @param cost as this place charges it
 * @param note peculiarity of this place; empty for none
 * @param fee paid online right after the application
 * @param offices where people can go; empty when the authority is named only
 * @param authority the responsible authority, by name
 * @param cities seen from a Kreis: its cities, when one of them is responsible and not the Kreis
 * @param form slug of the form by which it can be applied for in this portal
 */
public record Offer(
        Service service,
        Place place,
        Level level,
        String cost,
        String note,
        Money fee,
        List<Office> offices,
        Optional<String> authority,
        List<Place> cities,
        Optional<String> form) {

    public Offer {
        offices = List.copyOf(offices);
        cities = List.copyOf(cities);
    }

    /** The address of the service page. */
    public String path() {
        return place.path() + "/leistung/" + service.id();
    }

    /** Where the application begins, if there is a form and this place is responsible. */
    public Optional<String> applyPath() {
        return cities.isEmpty() ? form.map(slug -> place.path() + "/antrag/" + slug) : Optional.empty();
    }

    /** How far it goes online, in two words for a badge; empty when only in person. */
    public Optional<String> onlineLabel() {
        if (form.isPresent()) {
            return Optional.of("vollständig online");
        }
        return service.online().map(uri -> "online beim " + level.label());
    }
}

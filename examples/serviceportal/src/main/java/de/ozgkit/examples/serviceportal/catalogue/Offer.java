// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import de.ozgkit.core.Money;
import de.ozgkit.xoevfim.catalogue.LeistungView;
import de.ozgkit.xoevfim.catalogue.Level;
import de.ozgkit.xoevfim.catalogue.OnlineService;
import de.ozgkit.xoevfim.catalogue.Topic;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A service seen from one place: who is responsible there, and what this place does differently.
 *
 * @param level who offers it, seen from this place
 * @param cost as this place charges it, in words
 * @param note peculiarity of this place; empty for none
 * @param fee paid online right after the application
 * @param offices where people can go; empty when the authority is named only
 * @param cities seen from a Kreis: its cities, when one of them is responsible and not the Kreis
 * @param form slug of the form by which it can be applied for in this portal
 */
public record Offer(
        LeistungView service,
        Place place,
        Level level,
        String cost,
        String note,
        Money fee,
        List<Office> offices,
        List<Place> cities,
        Optional<String> form) {

    private static final String OFFICIAL_NAME = "02";

    public Offer {
        offices = List.copyOf(offices);
        cities = List.copyOf(cities);
    }

    /** The id of the service for addresses; ids of our own data are unique by their value. */
    public String id() {
        return service.id().value();
    }

    /** The address of the service page. */
    public String path() {
        return place.path() + "/leistung/" + id();
    }

    /** Where the application begins, if there is a form and this place is responsible. */
    public Optional<String> applyPath() {
        return cities.isEmpty() ? form.map(slug -> place.path() + "/antrag/" + slug) : Optional.empty();
    }

    /** Whether the city or the Kreis offers it, and not the Land or the Bund. */
    public boolean near() {
        return level.compareTo(Level.LAND) < 0;
    }

    /** Who offers it, in one word for a badge. */
    public String levelLabel() {
        if (!cities.isEmpty()) {
            return "Ihre Stadt";
        }
        return level == Level.KOMMUNE ? "Stadt" : level.germanName();
    }

    /** Where the responsible authority itself offers it online. */
    public Optional<URI> online() {
        return service.onlineServices().stream()
                .map(OnlineService::link)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How far it goes online, in a few words for a badge; empty when only in person. */
    public Optional<String> onlineLabel() {
        return form.isPresent()
                ? Optional.of("vollständig online")
                : online().map(uri -> "online beim " + level.germanName());
    }

    /** The name in the national catalogue. */
    public String officialName() {
        return service.text(OFFICIAL_NAME).map(PlainText::of).orElse(service.title());
    }

    /** The responsible authority by name. */
    public Optional<String> authority() {
        return service.offices().stream().findFirst().map(de.ozgkit.xoevfim.catalogue.Office::name);
    }

    public Optional<String> duration() {
        return service.details().duration().map(PlainText::of);
    }

    public Optional<String> deadline() {
        return service.details().deadline().map(PlainText::of);
    }

    /** The topics under which citizens find it. */
    public List<Topic> topics() {
        return Catalogue.TOPICS.stream().filter(service.topics()::contains).toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.web;

import de.ozgkit.examples.serviceportal.catalogue.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The frame around one page: what the layout needs besides the content. Made by {@link Views#page}.
 *
 * @param heading what the page is about, unique in the portal together with the place; title and usually the h1
 * @param error whether something typed in is wrong; the title then begins "Fehler: "
 * @param trail links from the start page down to the page above this one
 * @param csrf opens the session when a form asks for its token, and not before
 * @param person who is signed in
 */
public record Page(
        Site site,
        String heading,
        boolean error,
        Optional<Place> place,
        List<Link> trail,
        Supplier<String> csrf,
        Optional<String> person) {

    public Page {
        trail = List.copyOf(trail);
    }

    /** Under the roof of one place: its name, its colour, its start page in the trail. */
    public Page at(Place here) {
        return new Page(site, heading, error, Optional.of(here), trail, csrf, person).under(here.name(), here.path());
    }

    /** The start page of a place: it has no trail, the name of the portal leads up. */
    public Page atTop() {
        return new Page(site, heading, error, place, List.of(), csrf, person);
    }

    /** One step further down: a link to the page above this one. */
    public Page under(String text, String href) {
        List<Link> longer = new ArrayList<>(trail);
        longer.add(new Link(text, href));
        return new Page(site, heading, error, place, longer, csrf, person);
    }

    /** Shown again because something typed in is wrong. */
    public Page withError(boolean wrong) {
        return new Page(site, heading, wrong, place, trail, csrf, person);
    }

    /** For the title bar: what, where, and in which portal. */
    public String title() {
        String where = place.map(p -> " – " + p.name()).orElse("");
        return (error ? "Fehler: " : "") + heading + where + " – " + site.name();
    }
}

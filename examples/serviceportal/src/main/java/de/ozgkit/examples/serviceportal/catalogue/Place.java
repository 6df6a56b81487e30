// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import de.ozgkit.core.Ars;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One local portal: a city or the Kreis. Everything about it comes from its folder of data files; there is no code per city.
 *
 * @param slug name in addresses and of the folder
 * @param name in everyday words: {@code Marl}, {@code Kreis Recklinghausen}
 * @param officialName as it signs: {@code Stadt Marl}
 * @param region whether it belongs to the region of the umbrella portal
 * @param offices with example data: rooms and hours are invented
 * @param variations what this place does differently, by the id of the service
 */
public record Place(
        String slug,
        String name,
        String officialName,
        Kind kind,
        String ags,
        Ars ars,
        boolean region,
        Accent accent,
        String intro,
        List<String> postcodes,
        List<Office> offices,
        Map<String, Variation> variations) {

    private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** What sort of authority it is. */
    public enum Kind {
        INDEPENDENT_CITY,
        CITY,
        DISTRICT
    }

    /** The colour of the place on a white and on a dark page, each readable as text and with white or dark text on it. */
    public record Accent(String light, String dark) {
        private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

        public Accent {
            if (!COLOUR.matcher(light).matches() || !COLOUR.matcher(dark).matches()) {
                throw new IllegalArgumentException("a colour is written like #0a5c36");
            }
        }
    }

    /**
     * A peculiarity of one service in this place.
     *
     * @param cost replaces the cost in the common description; empty keeps it
     * @param note shown with the service as "Besonderheit"; empty for none
     * @param fee what is paid online right after the application, in cents; 0 for nothing
     */
    public record Variation(String cost, String note, long fee) {
        static final Variation NONE = new Variation("", "", 0);
    }

    public Place {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("a slug has small letters and hyphens, but this is " + slug);
        }
        postcodes = List.copyOf(postcodes);
        offices = List.copyOf(offices);
        variations = Map.copyOf(variations);
    }

    /** The address of the local portal's start page. */
    public String path() {
        return "/" + slug;
    }

    public boolean isDistrict() {
        return kind == Kind.DISTRICT;
    }

    /** "in Marl", "im Kreis Recklinghausen". */
    public String inPlace() {
        return (isDistrict() ? "im " : "in ") + name;
    }
}

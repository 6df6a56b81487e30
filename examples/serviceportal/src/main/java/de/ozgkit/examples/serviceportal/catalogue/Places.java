// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import de.ozgkit.core.Ars;
import de.ozgkit.core.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** All local portals, in the order in which {@code portals/index.txt} names their folders. */
public final class Places {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(Ars.class, new ArsReader()))
            .build();

    private final List<Place> all;

    private Places(List<Place> all) {
        this.all = List.copyOf(all);
    }

    /** Reads {@code portals/<slug>/portal.json} from the class path. */
    public static Places load() {
        return new Places(slugs().stream().map(Places::read).toList());
    }

    static List<String> slugs() {
        return new String(resource("/portals/index.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    public List<Place> all() {
        return all;
    }

    /** The members of the region, without their neighbours. */
    public List<Place> region() {
        return all.stream().filter(Place::region).toList();
    }

    /** Portals that take part although their city lies outside the region. */
    public List<Place> neighbours() {
        return all.stream().filter(place -> !place.region()).toList();
    }

    public Optional<Place> find(String slug) {
        return all.stream().filter(place -> place.slug().equals(slug)).findFirst();
    }

    /** The cities of a Kreis, in the order of the region. */
    public List<Place> citiesOf(Place district) {
        return all.stream()
                .filter(place -> !place.equals(district) && district.ars().covers(place.ars()))
                .toList();
    }

    /** The places whose area lies in one of these areas. */
    public List<Place> in(List<Ars> areas) {
        return all.stream()
                .filter(place -> areas.stream().anyMatch(area -> area.covers(place.ars())))
                .toList();
    }

    /** The colours of all places as a stylesheet, since the content security policy allows none in the page. */
    public String stylesheet() {
        StringBuilder css = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        for (Place place : all) {
            rule(css, place.slug(), place.accent().light());
            rule(dark, place.slug(), place.accent().dark());
        }
        return css + "@media (prefers-color-scheme:dark){" + dark + "}\n";
    }

    private static void rule(StringBuilder css, String slug, String colour) {
        css.append("[data-place=")
                .append(slug)
                .append("]{--city-accent:")
                .append(colour)
                .append("}\n");
    }

    private static Place read(String slug) {
        String file = "/portals/" + slug + "/portal.json";
        try {
            Place place = JSON.readValue(resource(file), Place.class);
            if (!place.slug().equals(slug)) {
                throw new ConfigurationException("portal.data", file + " names another slug: " + place.slug());
            }
            return place;
        } catch (JacksonException e) {
            throw new ConfigurationException("portal.data", file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Places.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ConfigurationException("portal.data", "the data file " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ConfigurationException("portal.data", "the data file " + name + " cannot be read", e);
        }
    }

    private static final class ArsReader extends ValueDeserializer<Ars> {
        @Override
        public Ars deserialize(JsonParser parser, DeserializationContext context) {
            return Ars.of(parser.getString());
        }
    }
}

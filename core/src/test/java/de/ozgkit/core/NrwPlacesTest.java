// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.xml.SafeXml;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * The places of the region Emscher-Lippe and Herne, against the official lists (Destatis, code lists {@code rs}, {@code ags} and {@code
 * kreis} of 2026).
 */
class NrwPlacesTest {

    private record Place(String name, String ars, String ags) {}

    private static final Place KREIS = new Place("Recklinghausen", "055620000000", "05562");

    private static final List<Place> CITIES_OF_THE_KREIS = List.of(
            new Place("Castrop-Rauxel", "055620004004", "05562004"),
            new Place("Datteln", "055620008008", "05562008"),
            new Place("Dorsten", "055620012012", "05562012"),
            new Place("Gladbeck", "055620014014", "05562014"),
            new Place("Haltern am See", "055620016016", "05562016"),
            new Place("Herten", "055620020020", "05562020"),
            new Place("Marl", "055620024024", "05562024"),
            new Place("Oer-Erkenschwick", "055620028028", "05562028"),
            new Place("Recklinghausen", "055620032032", "05562032"),
            new Place("Waltrop", "055620036036", "05562036"));

    private static final List<Place> INDEPENDENT_CITIES = List.of(
            new Place("Bottrop", "055120000000", "05512000"),
            new Place("Gelsenkirchen", "055130000000", "05513000"),
            new Place("Herne", "059160000000", "05916000"));

    @Test
    void names_every_city_by_its_official_keys() throws IOException {
        Map<String, String> byArs = codes("destatis-rs_2026-04-30_nrw-auszug.xml");
        Map<String, String> byAgs = codes("destatis-ags_2026-04-30_nrw-auszug.xml");

        for (List<Place> places : List.of(CITIES_OF_THE_KREIS, INDEPENDENT_CITIES)) {
            for (Place place : places) {
                assertThat(byArs.get(place.ars())).as(place.name()).isEqualTo(place.name() + ", Stadt");
                assertThat(byAgs.get(place.ags())).as(place.name()).isEqualTo(place.name() + ", Stadt");
                assertThat(Ars.of(place.ars()).ags()).contains(place.ags());
            }
        }
    }

    @Test
    void finds_the_cities_of_the_kreis_and_no_others_in_it() throws IOException {
        Map<String, String> kreise = codes("destatis-kreis_2026-01-31.xml");
        Ars kreis = Ars.of(KREIS.ars());

        assertThat(kreise).containsEntry(KREIS.ags(), KREIS.name());
        assertThat(codes("destatis-rs_2026-04-30_nrw-auszug.xml").keySet().stream()
                        .filter(key -> kreis.covers(Ars.of(key))))
                .containsExactlyInAnyOrderElementsOf(
                        CITIES_OF_THE_KREIS.stream().map(Place::ars).toList());
    }

    @Test
    void turns_every_ars_of_the_land_into_the_ags_of_the_same_name() throws IOException {
        Map<String, String> byAgs = codes("destatis-ags_2026-04-30_nrw-auszug.xml");
        Map<String, String> byArs = codes("destatis-rs_2026-04-30_nrw-auszug.xml");

        assertThat(byArs).hasSize(byAgs.size()).hasSizeGreaterThan(390);
        byArs.forEach(
                (key, name) -> assertThat(byAgs).containsEntry(Ars.of(key).ags().orElseThrow(), name));
    }

    private static Map<String, String> codes(String file) throws IOException {
        try (var in = Files.newInputStream(Specs.of("xoev-fim", "samples", "codelisten", file))) {
            var rows = SafeXml.parse(in).getElementsByTagName("Row");
            Map<String, String> codes = new HashMap<>();
            for (int i = 0; i < rows.getLength(); i++) {
                var values = ((Element) rows.item(i)).getElementsByTagName("SimpleValue");
                codes.put(values.item(0).getTextContent(), values.item(1).getTextContent());
            }
            return codes;
        }
    }
}

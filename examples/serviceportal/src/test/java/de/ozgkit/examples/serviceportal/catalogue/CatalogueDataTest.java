// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.ozgkit.xoevfim.catalogue.Level;
import de.ozgkit.xoevfim.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The data files hold facts where they look like facts. */
class CatalogueDataTest {

    private static final Places PLACES = Places.load();
    private static final Catalogue CATALOGUE = Catalogue.load(PLACES, id -> Optional.empty());

    static Stream<Place> places() {
        return PLACES.all().stream();
    }

    @Test
    void there_are_thirteen_local_portals_and_one_neighbour() {
        assertThat(PLACES.region()).hasSize(13);
        assertThat(PLACES.neighbours()).extracting(Place::name).containsExactly("Herne");
        assertThat(PLACES.region()).filteredOn(Place::isDistrict).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("places")
    void keys_of_a_place_are_those_of_the_official_list(Place place) throws IOException {
        Map<String, String> names = officialNames();
        if (place.isDistrict()) {
            assertThat(place.ars().value()).startsWith(place.ags());
            assertThat(names.keySet()).anyMatch(ars -> ars.startsWith(place.ags()));
        } else {
            assertThat(names.get(place.ars().value())).startsWith(place.name());
            assertThat(place.ars().ags()).contains(place.ags());
        }
    }

    @Test
    void cities_of_the_kreis_lie_in_it() {
        Place kreis = PLACES.find("kreis-recklinghausen").orElseThrow();

        assertThat(PLACES.citiesOf(kreis)).hasSize(10).noneMatch(Place::isDistrict);
    }

    @Test
    void keys_names_and_topics_are_those_of_the_national_catalogue() throws IOException {
        Map<String, String[]> official = leika();
        List<Offer> services = services();
        assertThat(services).hasSizeGreaterThan(60);
        for (Offer service : services) {
            service.service().key().ifPresent(key -> {
                String[] row = official.get(key.value());
                if (row != null) {
                    assertThat(service.officialName()).isEqualTo(row[1]);
                } else {
                    // Newer than the collected state of the catalogue: at least the object of the key is known.
                    row = official.get(key.value().substring(0, 8) + "000000");
                    assertThat(row).as("object of " + key).isNotNull();
                    assertThat(service.officialName()).startsWith(row[1]);
                }
                assertThat(service.service().topics())
                        .as(service.id())
                        .contains(Topic.of(row[6]).orElseThrow());
                assertThat(service.topics())
                        .as(service.id() + " needs a topic that is shown")
                        .isNotEmpty();
            });
        }
    }

    @Test
    void only_municipal_services_lack_a_key() {
        assertThat(services())
                .filteredOn(service -> service.service().key().isEmpty())
                .extracting(Offer::id)
                .containsExactlyInAnyOrder("gartenwasserzaehler", "sozialticket", "private-feier", "reitkennzeichen");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "QUERSCHNITTSLEISTUNGEN")
    void every_topic_has_services_of_all_levels(Topic topic) {
        Place bottrop = PLACES.find("bottrop").orElseThrow();

        assertThat(CATALOGUE.byLevel(bottrop, topic)).containsKeys(Level.KOMMUNE, Level.LAND, Level.BUND);
    }

    @ParameterizedTest
    @MethodSource("places")
    void every_place_offers_the_dog_registration_or_leads_to_it(Place place) {
        Offer offer = CATALOGUE.find(place, "hund-anmelden").orElseThrow();

        assertThat(offer.cities().isEmpty()).isNotEqualTo(place.isDistrict());
        if (!place.isDistrict()) {
            assertThat(offer.offices()).hasSize(1);
            assertThat(offer.fee().cents()).isPositive();
            assertThat(offer.cost()).contains(offer.fee().toString().replace('\u00a0', ' '));
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void somebody_is_responsible_for_every_service_of_a_place(Place place) {
        assertThat(CATALOGUE.at(place))
                .filteredOn(offer -> offer.cities().isEmpty())
                .allSatisfy(offer -> {
                    assertThat(offer.authority()).as(offer.id()).isPresent();
                    if (offer.level().compareTo(Level.LAND) < 0) {
                        assertThat(offer.offices()).as(offer.id()).isNotEmpty();
                        assertThat(offer.offices().get(0).hours()).isNotEmpty();
                    }
                });
    }

    @Test
    void variations_belong_to_services_that_the_place_offers() {
        PLACES.all().forEach(place -> assertThat(place.variations().keySet())
                .allSatisfy(id -> assertThat(CATALOGUE.find(place, id))
                        .as(place.slug() + " " + id)
                        .isPresent()));
    }

    @Test
    void a_city_of_the_kreis_has_the_services_of_the_kreis() {
        Place dorsten = PLACES.find("dorsten").orElseThrow();
        Offer zulassung = CATALOGUE.find(dorsten, "kfz-zulassung").orElseThrow();

        assertThat(zulassung.level()).isEqualTo(Level.KREIS);
        assertThat(zulassung.offices()).extracting(Office::id).containsExactly("kreis-recklinghausen-strassenverkehr");
        Place bottrop = PLACES.find("bottrop").orElseThrow();
        assertThat(CATALOGUE.find(bottrop, "kfz-zulassung").orElseThrow().level())
                .isEqualTo(Level.KOMMUNE);
    }

    @Test
    void everyday_words_find_services() {
        Place marl = PLACES.find("marl").orElseThrow();
        List<Offer> all = CATALOGUE.at(marl);

        assertThat(Search.in(all, "Hund")).extracting(o -> o.id()).startsWith("hund-abmelden", "hund-anmelden");
        assertThat(Search.in(all, "anwohnerparken")).extracting(o -> o.id()).contains("bewohnerparkausweis");
        assertThat(Search.in(all, "UMZUG")).extracting(o -> o.id()).contains("wohnsitz-anmelden");
        assertThat(Search.in(all, "fuehrerschein")).extracting(o -> o.id()).startsWith("fuehrerschein");
        assertThat(Search.in(all, "perso")).extracting(o -> o.id()).startsWith("personalausweis");
        assertThat(Search.in(all, "xyzzy")).isEmpty();
        assertThat(Search.in(all, " \u0000 ' \" ( ")).isEmpty();
        assertThat(Search.in(all, "hund ".repeat(10_000))).isNotEmpty();
    }

    private static List<Offer> services() {
        return CATALOGUE.everywhere();
    }

    private static Map<String, String[]> leika() throws IOException {
        try (Stream<String> lines = Files.lines(specs("xoev-fim/samples/ozg-katalog/leika-leistungen.csv"))) {
            Map<String, String[]> rows = new HashMap<>();
            lines.map(line -> line.split(";", -1)).forEach(row -> rows.put(row[0], row));
            return rows;
        }
    }

    private static Map<String, String> officialNames() throws IOException {
        String xml = Files.readString(specs("xoev-fim/samples/codelisten/destatis-rs_2026-04-30_nrw-auszug.xml"));
        Matcher rows = Pattern.compile(
                        "<SimpleValue>([0-9]{12})</SimpleValue>\\s*</Value>\\s*<Value[^>]*>\\s*<SimpleValue>([^<]+)<")
                .matcher(xml);
        Map<String, String> names = new HashMap<>();
        while (rows.find()) {
            names.put(rows.group(1), rows.group(2));
        }
        return names;
    }

    private static Path specs(String file) {
        Path path = Path.of(System.getProperty("ozgkit.specs", "missing")).resolve(file);
        assumeTrue(Files.exists(path), "the collected specification " + file + " is not beside this checkout");
        return path;
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import de.ozgkit.core.ConfigurationException;
import de.ozgkit.core.Money;
import de.ozgkit.xoevfim.catalogue.LeistungView;
import de.ozgkit.xoevfim.catalogue.Level;
import de.ozgkit.xoevfim.catalogue.ServiceCatalogue;
import de.ozgkit.xoevfim.catalogue.ServiceId;
import de.ozgkit.xoevfim.catalogue.Topic;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.XZuFi;
import java.io.InputStream;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What can be done in which place. Read once at the start; immutable and safe to share. */
public final class Catalogue {

    /** The topics that citizens see: all but "Querschnitt", which is a drawer of the administration. */
    public static final List<Topic> TOPICS = Stream.of(Topic.values())
            .filter(topic -> topic != Topic.QUERSCHNITTSLEISTUNGEN)
            .toList();

    private static final List<String> COMMON =
            List.of("/catalogue/bund.xzufi.xml", "/catalogue/land-nrw.xzufi.xml", "/catalogue/kommunal.xzufi.xml");

    private final Places places;
    private final Map<String, List<Offer>> offers = new HashMap<>();

    private Catalogue(Places places) {
        this.places = places;
    }

    /**
     * Reads the transfers in the jar: those of the region in {@code catalogue/}, and one per place with its offices.
     *
     * @param formOf by which form of this portal a service is applied for, by its id
     */
    public static Catalogue load(Places places, Function<String, Optional<String>> formOf) {
        ServiceCatalogue services = read(places);
        Catalogue catalogue = new Catalogue(places);
        Comparator<Offer> byTitle =
                Comparator.comparing(offer -> offer.service().title(), Collator.getInstance(Locale.GERMAN));
        for (Place place : places.all()) {
            List<Offer> here = new ArrayList<>();
            services.at(place.ars())
                    .all()
                    .forEach(service -> here.add(catalogue.offer(service, place, List.of(), formOf)));
            catalogue
                    .ofCities(place, services)
                    .forEach((service, cities) -> here.add(catalogue.offer(service, place, cities, formOf)));
            catalogue.offers.put(place.slug(), here.stream().sorted(byTitle).toList());
        }
        return catalogue;
    }

    /** All services of a place with those of its Kreis, the Land and the Bund, by title. */
    public List<Offer> at(Place place) {
        return offers.getOrDefault(place.slug(), List.of());
    }

    /** Those under one topic by level, the nearest first. */
    public Map<Level, List<Offer>> byLevel(Place place, Topic topic) {
        return at(place).stream()
                .filter(offer -> offer.service().topics().contains(topic))
                .collect(groupingBy(Offer::level, TreeMap::new, toList()));
    }

    /** One service as this place offers it. */
    public Optional<Offer> find(Place place, String id) {
        return at(place).stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    /** The places, in their order, that offer a service themselves. */
    public List<Place> offering(String id) {
        return places.all().stream()
                .filter(place -> find(place, id)
                        .filter(offer -> offer.cities().isEmpty())
                        .isPresent())
                .toList();
    }

    /** Every service once, seen from the first place that has it. */
    public List<Offer> everywhere() {
        Set<String> seen = new HashSet<>();
        return places.all().stream()
                .flatMap(place -> at(place).stream())
                .filter(offer -> seen.add(offer.id()))
                .toList();
    }

    /** Seen from a Kreis: what its cities offer and the Kreis does not. */
    private Map<LeistungView, List<Place>> ofCities(Place place, ServiceCatalogue services) {
        if (!place.isDistrict()) {
            return Map.of();
        }
        Map<ServiceId, LeistungView> views = new LinkedHashMap<>();
        Map<ServiceId, List<Place>> cities = new HashMap<>();
        for (Place city : places.citiesOf(place)) {
            services.at(city.ars()).all().stream()
                    .filter(service -> service.level() == Level.KOMMUNE)
                    .forEach(service -> {
                        views.putIfAbsent(service.id(), service);
                        cities.computeIfAbsent(service.id(), id -> new ArrayList<>())
                                .add(city);
                    });
        }
        Map<LeistungView, List<Place>> found = new LinkedHashMap<>();
        views.forEach((id, view) -> found.put(view, cities.getOrDefault(id, List.of())));
        return found;
    }

    private Offer offer(
            LeistungView service, Place place, List<Place> cities, Function<String, Optional<String>> formOf) {
        String id = service.id().value();
        Place.Variation variation = place.variations().getOrDefault(id, Place.Variation.NONE);
        // A Kreis asks with a key of twelve digits, as a city would: what is its own counts as municipal there.
        boolean ownOfKreis = place.isDistrict() && cities.isEmpty() && service.level() == Level.KOMMUNE;
        return new Offer(
                service,
                place,
                ownOfKreis ? Level.KREIS : service.level(),
                variation.cost().isEmpty()
                        ? service.details().fees().map(PlainText::of).orElse("")
                        : variation.cost(),
                variation.note(),
                Money.cents(variation.fee()),
                cities.isEmpty() ? offices(service) : List.of(),
                cities,
                formOf.apply(id));
    }

    /** The offices of the places that the competent units of the catalogue are. */
    private List<Office> offices(LeistungView service) {
        return service.offices().stream()
                .flatMap(unit -> places.all().stream()
                        .flatMap(place -> place.offices().stream())
                        .filter(office -> office.id().equals(unit.id().value())))
                .toList();
    }

    private static ServiceCatalogue read(Places places) {
        List<String> files = new ArrayList<>(COMMON);
        places.all().forEach(place -> files.add("/portals/" + place.slug() + "/zustaendigkeiten.xzufi.xml"));
        ServiceCatalogue catalogue = ServiceCatalogue.of(Stream.empty());
        for (String file : files) {
            try (Stream<Transfer> changes = XZuFi.stream(open(file), finding -> {
                throw new ConfigurationException("portal.data", file + " does not keep to XZuFi: " + finding);
            })) {
                catalogue = catalogue.with(changes);
            }
        }
        return catalogue;
    }

    private static InputStream open(String file) {
        InputStream in = Catalogue.class.getResourceAsStream(file);
        if (in == null) {
            throw new ConfigurationException("portal.data", "the data file " + file + " is missing");
        }
        return in;
    }
}

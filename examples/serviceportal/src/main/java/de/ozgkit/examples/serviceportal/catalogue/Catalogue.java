// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.serviceportal.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import de.ozgkit.core.Ars;
import de.ozgkit.core.Money;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What can be done in which place. Read once at the start; immutable and safe to share. */
public final class Catalogue {

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
        Transfers transfers = Transfers.load(places);
        Catalogue catalogue = new Catalogue(places);
        for (Place place : places.all()) {
            List<Offer> here = new ArrayList<>();
            for (Service service : transfers.services()) {
                catalogue
                        .offer(service, place, transfers, formOf.apply(service.id()))
                        .ifPresent(here::add);
            }
            here.sort(Comparator.comparing(offer -> offer.service().title(), Collator.getInstance(Locale.GERMAN)));
            catalogue.offers.put(place.slug(), List.copyOf(here));
        }
        return catalogue;
    }

    /** All services of a place with those of its Kreis, the Land and the Bund, by title. */
    public List<Offer> at(Place place) {
        return offers.getOrDefault(place.slug(), List.of());
    }

    /** Those under one topic, the ones nearest to the citizen first. */
    public List<Offer> at(Place place, Topic topic) {
        return at(place).stream()
                .filter(offer -> offer.service().topics().contains(topic))
                .sorted(Comparator.comparing(Offer::level))
                .toList();
    }

    /** One service as this place offers it. */
    public Optional<Offer> find(Place place, String id) {
        return at(place).stream()
                .filter(offer -> offer.service().id().equals(id))
                .findFirst();
    }

    /** Those under one topic by level, the nearest first. */
    public Map<Level, List<Offer>> byLevel(Place place, Topic topic) {
        return at(place, topic).stream().collect(groupingBy(Offer::level, TreeMap::new, toList()));
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
        List<Offer> all = new ArrayList<>();
        for (Place place : places.all()) {
            at(place).stream().filter(offer -> seen.add(offer.service().id())).forEach(all::add);
        }
        return all;
    }

    private Optional<Offer> offer(Service service, Place place, Transfers transfers, Optional<String> form) {
        Optional<Level> level = levelAt(service, place);
        List<Place> cities = level.isEmpty() && place.isDistrict()
                ? places.citiesOf(place).stream()
                        .filter(city -> levelAt(service, city).isPresent())
                        .toList()
                : List.of();
        if (level.isEmpty() && cities.isEmpty()) {
            return Optional.empty();
        }
        Place.Variation variation = place.variations().getOrDefault(service.id(), Place.Variation.NONE);
        List<Transfers.Unit> units = cities.isEmpty() ? transfers.responsible(service, place) : List.of();
        return Optional.of(new Offer(
                service,
                place,
                level.orElse(Level.STADT),
                variation.cost().isEmpty() ? service.texts().cost() : variation.cost(),
                variation.note(),
                Money.cents(variation.fee()),
                units.stream().flatMap(unit -> office(unit).stream()).toList(),
                units.stream().map(Transfers.Unit::name).findFirst(),
                cities,
                form));
    }

    private Optional<Office> office(Transfers.Unit unit) {
        return places.all().stream()
                .flatMap(place -> place.offices().stream())
                .filter(office -> office.id().equals(unit.id()))
                .findFirst();
    }

    /** Who offers it here: the smallest area that the description names and that covers the place. */
    private static Optional<Level> levelAt(Service service, Place place) {
        if (service.areas().isEmpty()) {
            return Optional.of(Level.BUND);
        }
        return service.areas().stream()
                .filter(area -> area.covers(place.ars()))
                .map(area -> levelOf(area, place))
                .min(Comparator.naturalOrder());
    }

    private static Level levelOf(Ars area, Place place) {
        boolean wholeKreis = area.covers(Ars.of(place.ars().value().substring(0, Ars.Level.KREIS.digits())));
        if (area.level() == Ars.Level.LAND) {
            return Level.LAND;
        }
        return wholeKreis && place.kind() != Place.Kind.INDEPENDENT_CITY ? Level.KREIS : Level.STADT;
    }
}

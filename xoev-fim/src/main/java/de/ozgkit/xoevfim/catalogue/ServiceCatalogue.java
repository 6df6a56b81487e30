// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.Ars;
import de.ozgkit.xoevfim.xzufi.Transfer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All services that transfers tell of. Ask {@link #at} for those of one place.
 *
 * <p>A Leistung that says where it is valid ({@code gueltigkeitGebietID}: an ARS of any level, an AGS, or "00" for the whole
 * country) is offered there, whether or not anybody is named as competent. One that does not say so is offered where somebody is
 * competent for it (Zuständigkeit); if nobody is anywhere, it is taken for valid in the whole country.
 *
 * <p>An office or online service that is deleted takes its competences along, and a Leistung is found by any of its ids.
 *
 * @since 0.1
 */
public final class ServiceCatalogue {

    private final Store store;
    private final LeistungIds ids;
    private final Map<ServiceId, List<Competence>> competences = new HashMap<>();

    private ServiceCatalogue(Store store) {
        this.store = store;
        this.ids = new LeistungIds(store.leistungen);
        store.competences.byLeistung().forEach((id, found) -> competences
                .computeIfAbsent(ids.resolve(id), key -> new ArrayList<>())
                .addAll(found));
    }

    /** The catalogue after these changes, applied in their order. Deleting what nobody knows is normal. Does not close the stream. */
    public static ServiceCatalogue of(Stream<Transfer> changes) {
        return of(List.of(changes));
    }

    /** As {@link #of(Stream)} for several transfers, one after the other. */
    public static ServiceCatalogue of(Collection<Stream<Transfer>> transfers) {
        return built(new Store(), transfers);
    }

    /** A new catalogue with further changes; this one stays as it is. */
    public ServiceCatalogue with(Stream<Transfer> changes) {
        return built(store.copy(), List.of(changes));
    }

    private static ServiceCatalogue built(Store store, Collection<Stream<Transfer>> transfers) {
        transfers.forEach(changes -> changes.forEachOrdered(store::apply));
        return new ServiceCatalogue(store);
    }

    /** How many services there are, in all places together. */
    public int size() {
        return store.leistungen.size();
    }

    /** What is offered at a place: its own services, and those of the Kreis, the Land and the country. */
    public LocalCatalogue at(Ars place) {
        return at(place, facts -> true);
    }

    /** What is offered at a place on a day: without what is not valid yet or any more. */
    public LocalCatalogue at(Ars place, LocalDate day) {
        return at(place, facts -> facts.validOn(day));
    }

    private LocalCatalogue at(Ars ars, Predicate<Facts> valid) {
        Area.Place place = new Area.Place(ars);
        List<LeistungView> offered = new ArrayList<>();
        store.leistungen.forEach((id, leistung) -> {
            if (valid.test(leistung.view().facts())) {
                at(place, id, leistung).ifPresent(offered::add);
            }
        });
        return new LocalCatalogue(ars, offered);
    }

    /** Who is competent for a service at a place, the nearest first. The service itself need not be known here. */
    public List<Responsible> responsible(ServiceId leistung, Ars ars) {
        Area.Place place = new Area.Place(ars);
        return here(place, competences.getOrDefault(ids.resolve(leistung), List.of())).stream()
                .map(hit -> new Responsible(
                        hit.competence().owner(),
                        hit.area().level(place),
                        hit.competence().roles(),
                        office(hit),
                        onlineService(hit)))
                .toList();
    }

    private Optional<LeistungView> at(Area.Place place, ServiceId id, StoredLeistung leistung) {
        List<Competence> all = competences.getOrDefault(id, List.of());
        List<Hit> here = here(place, all);
        Optional<Area> valid = Competence.nearest(leistung.areas(), place);
        boolean offered = leistung.areas().isEmpty()
                ? !here.isEmpty() || (leistung.validEverywhere() && all.isEmpty())
                : valid.isPresent();
        if (!offered) {
            return Optional.empty();
        }
        Level level = valid.or(() -> here.stream().findFirst().map(Hit::area))
                .map(area -> area.level(place))
                .orElse(Level.BUND);
        return Optional.of(leistung.at(
                level,
                here.stream().flatMap(hit -> office(hit).stream()).distinct().toList(),
                here.stream()
                        .flatMap(hit -> onlineService(hit).stream())
                        .distinct()
                        .toList()));
    }

    /** A competence at a place, with the nearest of its areas. */
    private record Hit(Competence competence, Area area) {}

    private static List<Hit> here(Area.Place place, List<Competence> all) {
        return all.stream()
                .flatMap(c -> c.nearest(place).map(area -> new Hit(c, area)).stream())
                .sorted(Comparator.comparing((Hit hit) -> -hit.area().nearness())
                        .thenComparing(hit -> hit.competence().owner())
                        .thenComparing(hit -> String.join(",", hit.competence().roles())))
                .toList();
    }

    private Optional<Office> office(Hit hit) {
        return Optional.ofNullable(store.offices.get(hit.competence().owner()))
                .map(o -> new Office(
                        o.id(), o.name(), hit.competence().roles().stream().findFirst(), o.address(), o.contacts()));
    }

    private Optional<OnlineService> onlineService(Hit hit) {
        return Optional.ofNullable(store.onlineServices.get(hit.competence().owner()));
    }
}

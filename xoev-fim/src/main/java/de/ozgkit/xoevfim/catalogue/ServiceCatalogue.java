// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.Ars;
import de.ozgkit.xoevfim.xzufi.Transfer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All services that a transfer tells of. Ask {@link #at} for those of one place.
 *
 * <p>A Leistung that says where it is valid ({@code gueltigkeitGebietID}: an ARS of any level, an AGS, or "00" for the whole
 * country) is offered there, whether or not anybody is named as competent. One that does not say so is offered where somebody is
 * competent for it (Zuständigkeit); if nobody is anywhere, it is taken for valid in the whole country.
 *
 * @since 0.1
 */
public final class ServiceCatalogue {

    private final Store store;
    private final Map<ServiceId, List<Competence>> competences;

    private ServiceCatalogue(Store store) {
        this.store = store;
        this.competences = store.competencesByLeistung();
    }

    /** The catalogue after these changes, applied in their order. Deleting what nobody knows is normal. Does not close the stream. */
    public static ServiceCatalogue of(Stream<Transfer> changes) {
        return built(new Store(), changes);
    }

    /** A new catalogue with further changes; this one stays as it is. */
    public ServiceCatalogue with(Stream<Transfer> changes) {
        return built(store.copy(), changes);
    }

    private static ServiceCatalogue built(Store store, Stream<Transfer> changes) {
        changes.forEachOrdered(store::apply);
        return new ServiceCatalogue(store);
    }

    /** How many services there are, in all places together. */
    public int size() {
        return store.leistungen.size();
    }

    /** What is offered at a place: its own services, and those of the Kreis, the Land and the country. */
    public LocalCatalogue at(Ars place) {
        List<LeistungView> offered = new ArrayList<>();
        store.leistungen.forEach((id, leistung) -> at(place, id, leistung).ifPresent(offered::add));
        return new LocalCatalogue(place, offered);
    }

    private Optional<LeistungView> at(Ars place, ServiceId id, StoredLeistung leistung) {
        List<Competence> all = competences.getOrDefault(id, List.of());
        List<Competence> here = all.stream()
                .filter(c -> c.nearest(place).isPresent())
                .sorted(Comparator.comparing((Competence c) -> -nearness(c, place))
                        .thenComparing(Competence::owner))
                .toList();
        Optional<Area> valid = Competence.nearest(leistung.areas(), place);
        boolean offered = leistung.areas().isEmpty()
                ? !here.isEmpty() || (leistung.validEverywhere() && all.isEmpty())
                : valid.isPresent();
        if (!offered) {
            return Optional.empty();
        }
        Level level = valid.or(() -> here.stream().findFirst().flatMap(c -> c.nearest(place)))
                .map(area -> area.level(place))
                .orElse(Level.BUND);
        return Optional.of(leistung.at(level, offices(here), onlineServices(here)));
    }

    private static int nearness(Competence competence, Ars place) {
        return competence.nearest(place).map(Area::nearness).orElse(-1);
    }

    private List<Office> offices(List<Competence> here) {
        return here.stream()
                .flatMap(c -> Optional.ofNullable(store.offices.get(c.owner()))
                        .map(o -> new Office(o.id(), o.name(), c.role(), o.address(), o.contacts()))
                        .stream())
                .distinct()
                .toList();
    }

    private List<OnlineService> onlineServices(List<Competence> here) {
        return here.stream()
                .flatMap(c -> Optional.ofNullable(store.onlineServices.get(c.owner())).stream())
                .distinct()
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.Ars;
import de.ozgkit.xoevfim.xzufi.Identifikator;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.Onlinedienst;
import de.ozgkit.xoevfim.xzufi.Organisationseinheit;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.TransferObjekt;
import de.ozgkit.xoevfim.xzufi.Zustaendigkeit;
import de.ozgkit.xoevfim.xzufi.ZustaendigkeitTransferObjekt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random transfers, applied in order, against a model that is as plain as can be. */
class CataloguePropertyTest {

    /** How an area is written, and the first digits of the keys of the places in it. */
    private static final Map<String, String> AREAS = Map.of(
            "00", "",
            "05", "05",
            "050000000000", "05",
            "055", "055",
            "05562", "05562",
            "055620000000", "05562",
            "055620012012", "055620012012",
            "05562012", "055620012012",
            "05513000", "05513",
            "09", "09");

    private static final List<String> PLACES = List.of("055620012012", "055620032032", "055130000000", "091620000000");

    private record Z(String id, String leistung, String owner, String area, boolean nested) {}

    /** What is left after all changes, kept without any cleverness. */
    private static final class Model {
        private final Map<String, Set<String>> leistungen = new TreeMap<>();
        private final Set<String> owners = new TreeSet<>();
        private final List<Z> competences = new ArrayList<>();

        private boolean covers(String area, String place) {
            return place.startsWith(AREAS.get(area));
        }

        Set<String> offered(String place) {
            return leistungen.entrySet().stream()
                    .filter(l -> l.getValue().isEmpty()
                            ? competences.stream().noneMatch(z -> z.leistung.equals(l.getKey()))
                                    || competences.stream()
                                            .anyMatch(z -> z.leistung.equals(l.getKey()) && covers(z.area, place))
                            : l.getValue().stream().anyMatch(a -> covers(a, place)))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        List<String> responsible(String leistung, String place) {
            return competences.stream()
                    .filter(z -> z.leistung.equals(leistung) && covers(z.area, place))
                    .sorted(Comparator.comparing((Z z) -> -AREAS.get(z.area).length())
                            .thenComparing(z -> z.owner))
                    .map(z -> z.owner)
                    .toList();
        }
    }

    private final Model model = new Model();
    private final List<Transfer> transfers = new ArrayList<>();

    private static Identifikator id(String scheme, String value) {
        return Identifikator.of("L1", scheme, value);
    }

    private static Identifikator area(String key) {
        Identifikator id = new Identifikator();
        id.value = key;
        return id;
    }

    private void write(TransferObjekt object) {
        transfers.add(new Transfer.Schreibe(object));
    }

    private static Zustaendigkeit competence(Z z) {
        Zustaendigkeit competence = new Zustaendigkeit();
        competence.id = z.id.isEmpty() ? null : id("Z", z.id);
        competence.leistungID = id("LB", z.leistung);
        competence.gebietID.add(area(z.area));
        return competence;
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void change(Random random) {
        List<String> areas = AREAS.keySet().stream().sorted().toList();
        String leistung = "l" + random.nextInt(4);
        String office = "OE" + random.nextInt(3);
        String service = "OD" + random.nextInt(2);
        String z = "z" + random.nextInt(6);
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                Leistung written = new Leistung();
                written.id = id("LB", leistung);
                Set<String> valid = random.nextBoolean() ? Set.of() : Set.of(any(random, areas));
                valid.forEach(a -> written.gueltigkeitGebietID.add(area(a)));
                write(written);
                model.leistungen.put(leistung, valid);
            }
            case 2 -> {
                Organisationseinheit written = new Organisationseinheit();
                written.id = id("OE", office);
                model.competences.removeIf(c -> c.owner.equals(office) && c.nested);
                for (int i = random.nextInt(3); i > 0; i--) {
                    Z inside = new Z(i == 2 ? z : "", leistung, office, any(random, areas), true);
                    written.zustaendigkeit.add(competence(inside));
                    model.competences.removeIf(c -> !inside.id.isEmpty() && c.id.equals(inside.id));
                    model.competences.add(inside);
                }
                write(written);
                model.owners.add(office);
            }
            case 3 -> {
                Onlinedienst written = new Onlinedienst();
                written.id = id("OD", service);
                write(written);
                model.owners.add(service);
            }
            case 4, 5, 6 -> {
                boolean online = random.nextBoolean();
                Z one = new Z(z, leistung, online ? service : office, any(random, areas), false);
                ZustaendigkeitTransferObjekt written = new ZustaendigkeitTransferObjekt();
                written.uebergeordnetesObjektID = id(online ? "OD" : "OE", one.owner);
                written.zustaendigkeit = competence(one);
                write(written);
                model.competences.removeIf(c -> c.id.equals(z));
                model.competences.add(one);
            }
            case 7 -> {
                transfers.add(new Transfer.Loesche("Zustaendigkeit", id("Z", z)));
                model.competences.removeIf(c -> c.id.equals(z));
            }
            case 8 -> {
                boolean online = random.nextBoolean();
                String owner = online ? service : office;
                transfers.add(new Transfer.Loesche(
                        online ? "Onlinedienst" : "Organisationseinheit", id(online ? "OD" : "OE", owner)));
                model.owners.remove(owner);
                model.competences.removeIf(c -> c.owner.equals(owner));
            }
            default -> {
                transfers.add(new Transfer.Loesche("Leistung", id("LB", leistung)));
                model.leistungen.remove(leistung);
            }
        }
    }

    @RepeatedTest(100)
    void agrees_with_the_plain_model(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 60; i++) {
            change(random);
        }
        int cut = random.nextInt(transfers.size());
        ServiceCatalogue whole = ServiceCatalogue.of(transfers.stream());
        ServiceCatalogue inParts = ServiceCatalogue.of(transfers.subList(0, cut).stream());
        inParts.at(new Ars(PLACES.get(0)));
        for (ServiceCatalogue catalogue :
                List.of(whole, inParts.with(transfers.subList(cut, transfers.size()).stream()))) {
            assertThat(catalogue.size()).isEqualTo(model.leistungen.size());
            PLACES.forEach(place -> agrees(catalogue, place));
        }
    }

    private void agrees(ServiceCatalogue catalogue, String place) {
        LocalCatalogue local = catalogue.at(new Ars(place));
        assertThat(local.all().stream().map(s -> s.id().value()))
                .containsExactlyInAnyOrderElementsOf(model.offered(place));
        for (int l = 0; l < 4; l++) {
            List<String> expected = model.responsible("l" + l, place);
            List<Responsible> found = catalogue.responsible(new ServiceId("L1", "LB", "l" + l), new Ars(place));
            assertThat(found.stream().map(r -> r.owner().value())).isEqualTo(expected);
            assertThat(found).allSatisfy(r -> assertThat(
                            r.office().isPresent() || r.onlineService().isPresent())
                    .isEqualTo(model.owners.contains(r.owner().value())));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.xoevfim.xoev.Code;
import de.ozgkit.xoevfim.xzufi.Anschrift;
import de.ozgkit.xoevfim.xzufi.Identifikator;
import de.ozgkit.xoevfim.xzufi.Leistung;
import de.ozgkit.xoevfim.xzufi.Onlinedienst;
import de.ozgkit.xoevfim.xzufi.OnlinedienstLink;
import de.ozgkit.xoevfim.xzufi.Organisationseinheit;
import de.ozgkit.xoevfim.xzufi.Transfer;
import de.ozgkit.xoevfim.xzufi.Zustaendigkeit;
import de.ozgkit.xoevfim.xzufi.ZustaendigkeitTransferObjekt;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes in changes one after the other. Used while a catalogue is built, and not changed afterwards. */
final class Store {

    private static final String SERVICE_LINK = "01";

    final Map<ServiceId, StoredLeistung> leistungen = new HashMap<>();
    final Map<ServiceId, Office> offices = new HashMap<>();
    final Map<ServiceId, OnlineService> onlineServices = new HashMap<>();
    final Competences competences;

    Store() {
        this(new Competences());
    }

    private Store(Competences competences) {
        this.competences = competences;
    }

    Store copy() {
        Store copy = new Store(competences.copy());
        copy.leistungen.putAll(leistungen);
        copy.offices.putAll(offices);
        copy.onlineServices.putAll(onlineServices);
        return copy;
    }

    void apply(Transfer change) {
        if (change instanceof Transfer.Schreibe write) {
            if (write.objekt() instanceof Leistung leistung) {
                leistung(leistung);
            } else if (write.objekt() instanceof Organisationseinheit unit) {
                office(unit);
            } else if (write.objekt() instanceof Onlinedienst service) {
                onlineService(service);
            } else if (write.objekt() instanceof ZustaendigkeitTransferObjekt transfer) {
                competence(transfer);
            }
        } else if (change instanceof Transfer.Loesche delete) {
            delete(delete.klasse(), ServiceId.of(delete.id()));
        }
    }

    private void delete(String klasse, ServiceId id) {
        switch (klasse.toLowerCase(Locale.ROOT)) {
            case "leistung" -> leistungen.remove(id);
            case "organisationseinheit" -> {
                offices.remove(id);
                competences.removeOf(id);
            }
            case "onlinedienst" -> {
                onlineServices.remove(id);
                competences.removeOf(id);
            }
            case "zustaendigkeit" -> competences.remove(id);
            default -> {
                // Spezialisierung and Formular are not part of the catalogue
            }
        }
    }

    private static Optional<ServiceId> id(@Nullable Identifikator id) {
        return Optional.ofNullable(id).map(ServiceId::of).filter(i -> !i.value().isEmpty());
    }

    private void leistung(Leistung leistung) {
        id(leistung.id).ifPresent(id -> leistungen.put(id, StoredLeistung.of(id, leistung)));
    }

    private void competence(ZustaendigkeitTransferObjekt transfer) {
        Zustaendigkeit z = transfer.zustaendigkeit;
        if (z != null) {
            id(transfer.uebergeordnetesObjektID).ifPresent(owner -> id(z.id).ifPresent(
                            id -> Competence.of(owner, z, false).ifPresent(c -> competences.put(id, c))));
        }
    }

    private void office(Organisationseinheit unit) {
        id(unit.id).ifPresent(id -> {
            String name = Optional.ofNullable(unit.name)
                    .flatMap(n -> Texts.plain(n.name))
                    .orElse("Zuständige Stelle");
            offices.put(
                    id,
                    new Office(
                            id,
                            name,
                            Optional.empty(),
                            unit.anschrift.stream()
                                    .findFirst()
                                    .map(Store::lines)
                                    .orElse(List.of()),
                            unit.kommunikation.stream()
                                    .flatMap(k -> Texts.given(k.kennung).stream())
                                    .toList()));
            competences.removeNestedOf(id);
            int number = 0;
            for (Zustaendigkeit z : unit.zustaendigkeit) {
                // Inside an office many have no id of their own.
                ServiceId own = id(z.id).orElse(new ServiceId(id.toString(), "zustaendigkeit", "" + number++));
                Competence.of(id, z, true).ifPresent(c -> competences.put(own, c));
            }
        });
    }

    private static List<String> lines(Anschrift a) {
        return Stream.of(
                        words(a.zusatz),
                        words(a.strasse, a.hausnummer),
                        Texts.given(a.postfach).map(p -> "Postfach " + p).orElse(""),
                        words(a.postleitzahl, a.ort))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String words(@Nullable String... words) {
        return String.join(
                " ", Stream.of(words).flatMap(w -> Texts.given(w).stream()).toList());
    }

    private void onlineService(Onlinedienst service) {
        id(service.id)
                .ifPresent(id -> onlineServices.put(
                        id,
                        new OnlineService(
                                id,
                                Texts.plain(service.bezeichnung).orElse("Onlinedienst"),
                                link(service.link),
                                StoredLeistung.trustLevel(service.vertrauensniveau))));
    }

    private static Optional<URI> link(List<OnlinedienstLink> links) {
        return Stream.concat(
                        links.stream().filter(l -> SERVICE_LINK.equals(codeOf(l.typ))),
                        links.stream().filter(l -> codeOf(l.typ).isEmpty()))
                .flatMap(l -> Texts.given(l.link).stream())
                .flatMap(l -> Texts.webLink(l).stream())
                .findFirst();
    }

    private static String codeOf(@Nullable Code code) {
        return code == null ? "" : code.value();
    }
}

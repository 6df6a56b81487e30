// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is competent for what, by the id of the Zuständigkeit, and by who it is so that a deleted office takes its own along. */
final class Competences {

    private final Map<ServiceId, Competence> byId = new HashMap<>();
    private final Map<ServiceId, Set<ServiceId>> idsByOwner = new HashMap<>();

    Competences copy() {
        Competences copy = new Competences();
        copy.byId.putAll(byId);
        idsByOwner.forEach((owner, ids) -> copy.idsByOwner.put(owner, new HashSet<>(ids)));
        return copy;
    }

    void put(ServiceId id, Competence competence) {
        remove(id);
        byId.put(id, competence);
        idsByOwner.computeIfAbsent(competence.owner(), o -> new HashSet<>()).add(id);
    }

    void remove(ServiceId id) {
        Competence old = byId.remove(id);
        if (old != null) {
            Set<ServiceId> ids = idsByOwner.get(old.owner());
            if (ids != null && ids.remove(id) && ids.isEmpty()) {
                idsByOwner.remove(old.owner());
            }
        }
    }

    /** All of an owner that is deleted. */
    void removeOf(ServiceId owner) {
        Set<ServiceId> ids = idsByOwner.remove(owner);
        if (ids != null) {
            ids.forEach(byId::remove);
        }
    }

    /** Those that came inside an office which is now written anew. */
    void removeNestedOf(ServiceId owner) {
        for (ServiceId id : List.copyOf(idsByOwner.getOrDefault(owner, Set.of()))) {
            Competence competence = byId.get(id);
            if (competence != null && competence.nested()) {
                remove(id);
            }
        }
    }

    /** All by the Leistung that they name. */
    Map<ServiceId, List<Competence>> byLeistung() {
        Map<ServiceId, List<Competence>> byLeistung = new HashMap<>();
        byId.values().forEach(c -> byLeistung
                .computeIfAbsent(c.leistung(), id -> new ArrayList<>())
                .add(c));
        return byLeistung;
    }
}

// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the Leistung that a leistungID means: by the whole id, by a secondary id, by the flat form of the Portalverbund, or by agency and
 * value if the kind of id is not said and only one fits.
 */
final class LeistungIds {

    private final Set<ServiceId> known;
    private final Map<ServiceId, ServiceId> others = new HashMap<>();

    LeistungIds(Map<ServiceId, StoredLeistung> leistungen) {
        this.known = leistungen.keySet();
        Set<ServiceId> ambiguous = new HashSet<>();
        leistungen.forEach((id, leistung) -> {
            add(new ServiceId(id.agency(), "", id.value()), id, ambiguous);
            leistung.otherIds().forEach(other -> add(other, id, ambiguous));
        });
        ambiguous.forEach(others::remove);
    }

    private void add(ServiceId other, ServiceId id, Set<ServiceId> ambiguous) {
        ServiceId before = others.putIfAbsent(other, id);
        if (before != null && !before.equals(id)) {
            ambiguous.add(other);
        }
    }

    /** The id under which the Leistung is known, or the id itself. */
    ServiceId resolve(ServiceId named) {
        return found(named)
                .or(() -> named.agency().isEmpty() && named.scheme().isEmpty()
                        ? found(ServiceId.of(named.value()))
                        : Optional.empty())
                .orElse(named);
    }

    private Optional<ServiceId> found(ServiceId id) {
        return known.contains(id) ? Optional.of(id) : Optional.ofNullable(others.get(id));
    }
}

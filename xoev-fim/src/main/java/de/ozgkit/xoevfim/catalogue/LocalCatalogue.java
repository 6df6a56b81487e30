// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.catalogue;

import de.ozgkit.core.Ars;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The services of one place, the nearest level first and then by their German titles.
 *
 * @since 0.1
 */
public final class LocalCatalogue {

    private final Ars place;
    private final List<LeistungView> services;
    private final Map<ServiceId, LeistungView> byId;

    LocalCatalogue(Ars place, List<LeistungView> services) {
        this.place = place;
        this.services = services.stream()
                .sorted(Comparator.comparing(LeistungView::level)
                        .thenComparing(LeistungView::title, Collator.getInstance(Locale.GERMAN))
                        .thenComparing(LeistungView::id))
                .toList();
        this.byId = services.stream().collect(Collectors.toMap(LeistungView::id, Function.identity()));
    }

    /** The place. */
    public Ars place() {
        return place;
    }

    /** All services. */
    public List<LeistungView> all() {
        return services;
    }

    /** The services under a topic. */
    public List<LeistungView> under(Topic topic) {
        return services.stream().filter(s -> s.topics().contains(topic)).toList();
    }

    /** The services under a topic by who offers them, the nearest level first; a level without services is left out. */
    public Map<Level, List<LeistungView>> byLevel(Topic topic) {
        Map<Level, List<LeistungView>> levels = new EnumMap<>(Level.class);
        under(topic).forEach(s -> levels.computeIfAbsent(s.level(), level -> new ArrayList<>())
                .add(s));
        levels.replaceAll((level, views) -> List.copyOf(views));
        return Collections.unmodifiableMap(levels);
    }

    /** The topics that have services, with their number, in the order of {@link Topic}. */
    public Map<Topic, Integer> topics() {
        Map<Topic, Integer> counts = new EnumMap<>(Topic.class);
        services.forEach(s -> s.topics().forEach(t -> counts.merge(t, 1, Integer::sum)));
        return Collections.unmodifiableMap(counts);
    }

    /** A service by its id, if it is offered here. */
    public Optional<LeistungView> find(ServiceId id) {
        return Optional.ofNullable(byId.get(id));
    }
}

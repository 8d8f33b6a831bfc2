package org.dealgraph.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who listens for what, by the organizations that the filters name, so that an event is held against few filters, and
 * once against filters that are equal. Not safe for threads: its owner locks.
 */
final class FilterIndex {

    private static final String ANYONE = "";

    private final Map<String, Map<EventFilter, Set<EventSubscription>>> byAnchor = new HashMap<>();
    private final DealMatcher matcher;
    private int size;

    FilterIndex(DealMatcher matcher) {
        this.matcher = matcher;
    }

    void add(EventSubscription subscription) {
        EventFilter filter = subscription.query().filter();
        for (String anchor : anchors(filter)) {
            byAnchor.computeIfAbsent(anchor, a -> new LinkedHashMap<>())
                    .computeIfAbsent(filter, f -> new LinkedHashSet<>())
                    .add(subscription);
        }
        size++;
    }

    void remove(EventSubscription subscription) {
        EventFilter filter = subscription.query().filter();
        boolean there = false;
        for (String anchor : anchors(filter)) {
            Map<EventFilter, Set<EventSubscription>> filters = byAnchor.getOrDefault(anchor, Map.of());
            Set<EventSubscription> same = filters.getOrDefault(filter, Set.of());
            if (same.contains(subscription)) {
                there = true;
                same.remove(subscription);
                if (same.isEmpty()) {
                    filters.remove(filter);
                }
                if (filters.isEmpty()) {
                    byAnchor.remove(anchor);
                }
            }
        }
        size -= there ? 1 : 0;
    }

    boolean contains(EventSubscription subscription) {
        EventFilter filter = subscription.query().filter();
        return byAnchor.getOrDefault(anchors(filter).getFirst(), Map.of())
                .getOrDefault(filter, Set.of())
                .contains(subscription);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    List<EventSubscription> all() {
        return byAnchor.values().stream()
                .flatMap(filters -> filters.values().stream())
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /** Everyone whose filter an event matches, each once. */
    Set<EventSubscription> matching(DealEvent event) {
        Map<EventFilter, Set<EventSubscription>> candidates =
                new LinkedHashMap<>(byAnchor.getOrDefault(ANYONE, Map.of()));
        event.parties().forEach(party -> candidates.putAll(byAnchor.getOrDefault(party, Map.of())));
        Set<EventSubscription> found = new LinkedHashSet<>();
        candidates.forEach((filter, same) -> {
            if (filter.matches(event, matcher)) {
                found.addAll(same);
            }
        });
        return found;
    }

    private static List<String> anchors(EventFilter filter) {
        List<String> anchors = filter.anchors();
        return anchors.isEmpty() ? List.of(ANYONE) : anchors;
    }
}

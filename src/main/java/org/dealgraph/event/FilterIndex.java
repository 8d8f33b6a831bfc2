package org.dealgraph.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.event.EventTraits.Thing;
import org.jspecify.annotations.Nullable;

/**
 * Who listens for what, by what the filters name: organizations, then a product, a site or a word, then what can be told by
 * a few bits, then a range. So an event is held against few filters besides those that it matches, and once against filters
 * that are equal. Not safe for threads: its owner locks.
 */
final class FilterIndex {

    private final Map<EventFilter, Listeners> filters = new LinkedHashMap<>();
    private final Map<Place, Map<Shape, Shelf>> places = new HashMap<>();
    private final DealMatcher matcher;
    private int size;
    private int naming;
    private int worded;
    private long asked;

    FilterIndex(DealMatcher matcher) {
        this.matcher = matcher;
    }

    /**
     * Where filters stand that name the same; null for none.
     *
     * @param party an organization
     * @param thing something else
     */
    private record Place(@Nullable String party, @Nullable Thing thing) {}

    void add(EventSubscription subscription) {
        EventFilter filter = subscription.query().filter();
        Listeners listeners = filters.get(filter);
        if (listeners == null) {
            listeners = new Listeners(filter);
            filters.put(filter, listeners);
            place(listeners);
        }
        if (listeners.subscriptions().add(subscription)) {
            size++;
        }
    }

    void remove(EventSubscription subscription) {
        Listeners listeners = filters.get(subscription.query().filter());
        if (listeners != null && listeners.subscriptions().remove(subscription)) {
            size--;
            if (listeners.subscriptions().isEmpty()) {
                filters.remove(listeners.filter());
                displace(listeners);
            }
        }
    }

    boolean contains(EventSubscription subscription) {
        Listeners listeners = filters.get(subscription.query().filter());
        return listeners != null && listeners.subscriptions().contains(subscription);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    List<EventSubscription> all() {
        return filters.values().stream()
                .flatMap(listeners -> listeners.subscriptions().stream())
                .toList();
    }

    /** Everyone whose filter an event matches, each once. */
    Set<EventSubscription> matching(DealEvent event) {
        Set<EventSubscription> found = new LinkedHashSet<>();
        for (Listeners listeners : candidates(event)) {
            if (listeners.filter().matches(event, matcher)) {
                found.addAll(listeners.subscriptions());
            }
        }
        return found;
    }

    /** Each filter that an event may match, once. */
    List<Listeners> candidates(DealEvent event) {
        List<Listeners> candidates = new ArrayList<>();
        if (!isEmpty()) {
            asked++;
            EventTraits traits = EventTraits.of(event, worded > 0 ? matcher : null);
            lookBeside(null, traits, candidates);
            traits.parties().forEach(party -> lookBeside(party, traits, candidates));
        }
        return candidates;
    }

    private void lookBeside(@Nullable String party, EventTraits traits, List<Listeners> candidates) {
        look(new Place(party, null), traits, candidates);
        if (naming > 0) {
            traits.things().forEach(thing -> look(new Place(party, thing), traits, candidates));
        }
    }

    private void look(Place place, EventTraits traits, List<Listeners> candidates) {
        Map<Shape, Shelf> shelves = places.get(place);
        if (shelves != null) {
            shelves.values()
                    .forEach(shelf -> shelf.candidates(traits, listeners -> {
                        if (listeners.isFirst(asked)) {
                            candidates.add(listeners);
                        }
                    }));
        }
    }

    private void place(Listeners listeners) {
        EventFilter filter = listeners.filter();
        Shape shape = Shape.of(filter);
        for (Place place : places(filter)) {
            places.computeIfAbsent(place, p -> new LinkedHashMap<>(2))
                    .computeIfAbsent(shape, Shelf::new)
                    .add(listeners);
        }
        count(filter, 1);
    }

    private void displace(Listeners listeners) {
        EventFilter filter = listeners.filter();
        Shape shape = Shape.of(filter);
        for (Place place : places(filter)) {
            places.computeIfPresent(place, (p, shelves) -> {
                shelves.computeIfPresent(shape, (s, shelf) -> {
                    shelf.remove(listeners);
                    return shelf.isEmpty() ? null : shelf;
                });
                return shelves.isEmpty() ? null : shelves;
            });
        }
        count(filter, -1);
    }

    private void count(EventFilter filter, int by) {
        List<Thing> things = filter.things();
        naming += things.isEmpty() ? 0 : by;
        worded += things.stream().anyMatch(thing -> thing.kind() == Thing.Kind.WORD) ? by : 0;
    }

    /** At least one. */
    private static Set<Place> places(EventFilter filter) {
        List<String> parties = filter.anchors();
        List<Thing> things = filter.things();
        Set<Place> places = new LinkedHashSet<>();
        if (parties.isEmpty() && things.isEmpty()) {
            places.add(new Place(null, null));
        } else if (parties.isEmpty()) {
            things.forEach(thing -> places.add(new Place(null, thing)));
        } else if (things.isEmpty()) {
            parties.forEach(party -> places.add(new Place(party, null)));
        } else {
            parties.forEach(party -> things.forEach(thing -> places.add(new Place(party, thing))));
        }
        return places;
    }
}

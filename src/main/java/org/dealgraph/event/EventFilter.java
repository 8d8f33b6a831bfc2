package org.dealgraph.event;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.dealgraph.event.EventTraits.Thing;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealMatch;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.Revision.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which revisions someone listens for; null lets everything through. A revision matches where the deal did before it or
 * does after it, so that a deal which leaves the filter, or the graph, says so.
 *
 * @param deals which deals
 * @param kinds of the change
 * @param causes of the change
 */
public record EventFilter(
        DealFilter deals,
        @Nullable Set<Kind> kinds,
        @Nullable Set<Cause> causes) {

    /** Lets everything through. */
    public static EventFilter all() {
        return new EventFilter(DealFilter.all(), null, null);
    }

    boolean matches(DealEvent event, DealMatcher matcher) {
        return (kinds == null || kinds.contains(event.revision().kind()))
                && (causes == null || causes.contains(event.revision().cause()))
                && (deals.isAll()
                        || (event.after() != null && matcher.matches(deals, event.after()))
                        || (event.before() != null && matcher.matches(deals, event.before())));
    }

    /** Organizations of which one takes part in everything that matches; empty where the filter names none. */
    List<String> anchors() {
        List<List<String>> groups = deals.parties();
        return groups == null || groups.isEmpty() ? List.of() : groups.getFirst();
    }

    /** Of which one is named by everything that matches: products, else sites, else the longest word; empty for none. */
    List<Thing> things() {
        if (deals.products() != null) {
            return named(Thing.Kind.PRODUCT, deals.products());
        }
        if (deals.sites() != null) {
            return named(Thing.Kind.SITE, deals.sites());
        }
        return deals.text() == null
                ? List.of()
                : DealMatch.words(deals.text()).stream()
                        .max(Comparator.comparingInt(String::length))
                        .map(word -> named(Thing.Kind.WORD, List.of(word)))
                        .orElse(List.of());
    }

    private static List<Thing> named(Thing.Kind kind, List<String> names) {
        return names.stream().map(name -> new Thing(kind, name)).toList();
    }
}

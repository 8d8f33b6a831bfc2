package org.dealgraph.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.dealgraph.event.EventTraits.TermTraits;
import org.dealgraph.event.Shape.Measure;
import org.dealgraph.event.Spans.Placed;
import org.jspecify.annotations.Nullable;

/** Filters of one shape; where they have a range, found by it. */
final class Shelf {

    private final Shape shape;
    private final Set<Listeners> filters = new LinkedHashSet<>();
    private @Nullable Spans<Listeners> spans;

    Shelf(Shape shape) {
        this.shape = shape;
    }

    void add(Listeners listeners) {
        filters.add(listeners);
        spans = null;
    }

    void remove(Listeners listeners) {
        filters.remove(listeners);
        spans = null;
    }

    boolean isEmpty() {
        return filters.isEmpty();
    }

    /** Tells of the filters that an event may match, of some more than once. */
    void candidates(EventTraits event, Consumer<Listeners> found) {
        if (!shape.admits(event)) {
            return;
        }
        if (shape.measure() == Measure.NONE) {
            if (admitsSome(event.terms())) {
                filters.forEach(found);
            }
            return;
        }
        for (TermTraits term : event.terms()) {
            Span span = term.span(shape.measure());
            if (span != null && shape.admits(term)) {
                spans().overlapping(span, found);
            }
        }
    }

    /** A plain loop: it is gone through for every shape and event. */
    private boolean admitsSome(List<TermTraits> terms) {
        for (TermTraits term : terms) {
            if (shape.admits(term)) {
                return true;
            }
        }
        return terms.isEmpty();
    }

    /** Sorted when they are first needed after a change. */
    private Spans<Listeners> spans() {
        Spans<Listeners> known = spans;
        if (known == null) {
            List<Placed<Listeners>> placed = new ArrayList<>();
            filters.forEach(listeners -> {
                Span span = shape.measure().span(listeners.filter().deals());
                if (span != null) {
                    placed.add(new Placed<>(span, listeners));
                }
            });
            known = new Spans<>(placed);
            spans = known;
        }
        return known;
    }
}

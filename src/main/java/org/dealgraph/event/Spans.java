package org.dealgraph.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Things by their spans: finds those that overlap one in the time that it takes to tell them, and a little. Sorted by where
 * they begin, and seen as a tree whose every part knows how far it reaches.
 *
 * @param <T> what has a span
 */
final class Spans<T> {

    /** A thing with its span. */
    record Placed<T>(Span span, T thing) {}

    private final List<Placed<T>> sorted;
    private final double[] reach;

    Spans(Collection<Placed<T>> things) {
        sorted = new ArrayList<>(things);
        sorted.sort(Comparator.comparingDouble(placed -> placed.span().low()));
        reach = new double[sorted.size()];
        reach(0, sorted.size());
    }

    private double reach(int begin, int end) {
        if (begin >= end) {
            return Double.NEGATIVE_INFINITY;
        }
        int middle = (begin + end) >>> 1;
        reach[middle] =
                Math.max(sorted.get(middle).span().high(), Math.max(reach(begin, middle), reach(middle + 1, end)));
        return reach[middle];
    }

    /** Tells of everything that overlaps a span, in the order of where it begins. */
    void overlapping(Span span, Consumer<T> found) {
        overlapping(span, 0, sorted.size(), found);
    }

    private void overlapping(Span span, int begin, int end, Consumer<T> found) {
        int middle = (begin + end) >>> 1;
        if (begin >= end || reach[middle] < span.low()) {
            return;
        }
        overlapping(span, begin, middle, found);
        Placed<T> here = sorted.get(middle);
        if (here.span().low() <= span.high()) {
            if (here.span().high() >= span.low()) {
                found.accept(here.thing());
            }
            overlapping(span, middle + 1, end, found);
        }
    }
}

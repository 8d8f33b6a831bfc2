package org.dealgraph.answer.loop;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Value that comes back to where it started.
 *
 * <p>Its score is S · A, between 0 and 1. S is the geometric mean of its flows' {@link Strength#weight}. A is x / (x + $10
 * billion), where x is the least amount that one of its flows is known to carry; without any such amount A is 0. The score is
 * an order to look at loops in, not a measurement.
 *
 * @param flows in their order; the first starts at the organization with the smallest id
 * @param returning what can at most go all the way round, the least of the carried amounts; null where none is told
 * @param complete whether every flow tells what it carries
 * @param strength S
 * @param score S · A
 */
public record Loop(List<Flow> flows, @Nullable Interval returning, boolean complete, double strength, double score) {

    /** Highest score first; ties by organizations. */
    static final Comparator<Loop> BEST = Comparator.comparingDouble((Loop loop) -> -loop.score())
            .thenComparing(loop -> String.join(" ", loop.names()));

    private static final double TEN_BILLION = 10e9;

    public Loop {
        flows = List.copyOf(flows);
    }

    static Loop of(List<Flow> flows) {
        double strength = strength(
                flows.stream().mapToDouble(flow -> flow.strength().weight()).toArray());
        Interval least = flows.stream()
                .map(Flow::carried)
                .filter(carried -> carried != null)
                .min(Comparator.comparing(Interval::value))
                .orElse(null);
        boolean complete = flows.stream().allMatch(flow -> flow.carried() != null);
        double known = least == null ? 0 : least.value().doubleValue();
        return new Loop(flows, least == null ? null : asMost(least), complete, strength, score(strength, known));
    }

    static double strength(double... weights) {
        double product = 1;
        for (double weight : weights) {
            product *= weight;
        }
        return Math.pow(product, 1.0 / weights.length);
    }

    static double score(double strength, double least) {
        return strength * least / (least + TEN_BILLION);
    }

    /** Nothing says that all of it does come back. */
    private static Interval asMost(Interval least) {
        BigDecimal most = least.upper().orElse(least.value());
        return Interval.upTo(most);
    }

    /** The organizations it runs through, the smallest id first. */
    public List<String> names() {
        return flows.stream().map(Flow::from).toList();
    }
}

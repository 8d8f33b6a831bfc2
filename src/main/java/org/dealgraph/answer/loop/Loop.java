package org.dealgraph.answer.loop;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Value that comes back to where it started.
 *
 * <p>Its score is S · A, between 0 and 1. S is the geometric mean of its flows' {@link Strength#weight}. A is x / (x + $10
 * billion), where x is the least amount that one of its flows is known to carry by itself; a sum owed jointly with others
 * counts for nothing there, and without any amount A is 0. The score is an order to look at loops in, not a measurement.
 *
 * @param flows in their order; the first starts at the organization with the smallest id
 * @param returning what can at most go all the way round, the least that one of the flows can carry at most; null where none
 *     is told
 * @param complete whether every flow tells what it carries by itself
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
        BigDecimal most = flows.stream()
                .flatMap(flow -> Stream.ofNullable(flow.carried()))
                .min(Comparator.comparing((Interval carried) -> carried.high() == null)
                        .thenComparing(carried -> carried.upper().orElse(carried.value())))
                .map(carried -> carried.upper().orElse(carried.value()))
                .orElse(null);
        boolean complete = flows.stream().allMatch(flow -> flow.own() != null);
        double known = flows.stream()
                .flatMap(flow -> Stream.ofNullable(flow.own()))
                .mapToDouble(own -> own.value().doubleValue())
                .min()
                .orElse(0);
        return new Loop(flows, most == null ? null : Interval.upTo(most), complete, strength, score(strength, known));
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

    /** The organizations it runs through, the smallest id first. */
    public List<String> names() {
        return flows.stream().map(Flow::from).toList();
    }
}

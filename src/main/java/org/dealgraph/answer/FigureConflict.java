package org.dealgraph.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Measure;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Documents that report the same thing of the same period differently. Every rival is kept; a rule says which one is shown.
 *
 * @param chosen the figure shown
 * @param rule why it was chosen before the best of those that differ from it
 * @param rivals every figure of the metric, scope and period, the one shown first
 * @param difference between the largest and the smallest value, in their unit
 * @param spread that difference as a share of the value shown; 0 where that is nothing
 */
public record FigureConflict(
        Figure chosen, String rule, List<Figure> rivals, BigDecimal difference, BigDecimal spread) {

    private record Step(String name, Comparator<Figure> order) {}

    private static final List<Step> STEPS = List.of(
            new Step("better source tier", Comparator.comparing(f -> f.source().tier())),
            new Step(
                    "read rather than cited",
                    Comparator.comparing(f -> !f.source().seen())),
            new Step("later publication", Comparator.comparing(FigureConflict::published, Comparator.reverseOrder())),
            new Step("smaller id", Comparator.comparing(Figure::id)));

    public FigureConflict {
        rivals = List.copyOf(rivals);
    }

    /**
     * The conflicts among some figures, by metric, organization, scope and period. Figures agree where their intervals have
     * a number in common. Unlike measures are no rivals; a figure that does not say its measure rivals them all.
     */
    public static List<FigureConflict> among(Collection<Figure> figures) {
        Map<String, List<Figure>> alike = figures.stream()
                .sorted(Comparator.comparing(Figure::id))
                .collect(Collectors.groupingBy(FigureConflict::key, TreeMap::new, Collectors.toList()));
        List<FigureConflict> conflicts = new ArrayList<>();
        alike.values()
                .forEach(group -> measured(group).forEach(rivals -> of(rivals).ifPresent(conflicts::add)));
        return List.copyOf(conflicts);
    }

    /** The figure to show among some that report the same thing. */
    public static Optional<Figure> best(Collection<Figure> rivals) {
        return rivals.stream().min(order(rivals));
    }

    /** From one figure to a later one of the same measure, in their unit; null where the first has no upper end. */
    public static @Nullable Interval change(Interval before, Interval after) {
        BigDecimal most = before.high();
        if (most == null) {
            return null;
        }
        BigDecimal high = after.high() == null ? null : after.high().subtract(before.low());
        return Interval.around(
                after.value().subtract(before.value()), after.low().subtract(most), high);
    }

    private static Optional<FigureConflict> of(List<Figure> rivals) {
        Comparator<Figure> order = order(rivals);
        List<Figure> ranked = rivals.stream().sorted(order).toList();
        Figure chosen = ranked.getFirst();
        return ranked.stream()
                .filter(other -> !chosen.value().overlaps(other.value()))
                .findFirst()
                .map(rival -> conflict(chosen, rival, ranked));
    }

    private static FigureConflict conflict(Figure chosen, Figure rival, List<Figure> ranked) {
        BigDecimal least = ranked.stream()
                .map(f -> f.value().value())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        BigDecimal most = ranked.stream()
                .map(f -> f.value().value())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        BigDecimal shown = chosen.value().value().abs();
        BigDecimal difference = most.subtract(least);
        return new FigureConflict(
                chosen,
                reason(chosen, rival, ranked),
                ranked,
                difference,
                shown.signum() == 0 ? BigDecimal.ZERO : difference.divide(shown, MathContext.DECIMAL32));
    }

    /** Those that can be rivals: of one measure, or of none that is said. */
    private static List<List<Figure>> measured(List<Figure> group) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        group.forEach(figure -> measures.add(figure.measure()));
        boolean unsaid = measures.remove(Measure.UNSTATED);
        if (unsaid || measures.size() < 2) {
            return List.of(group);
        }
        return measures.stream()
                .map(measure ->
                        group.stream().filter(f -> f.measure() == measure).toList())
                .toList();
    }

    private static Comparator<Figure> order(Collection<Figure> rivals) {
        Comparator<Figure> order = STEPS.getFirst().order();
        order = order.thenComparing(STEPS.get(1).order());
        order = order.thenComparing(agreeing(rivals));
        for (Step step : STEPS.subList(2, STEPS.size())) {
            order = order.thenComparing(step.order());
        }
        return order;
    }

    /** More pages that say the same come first; pages that rest on one document are one. */
    private static Comparator<Figure> agreeing(Collection<Figure> rivals) {
        return Comparator.comparingLong((Figure f) -> -rivals.stream()
                .filter(other -> other.value().overlaps(f.value()))
                .map(other -> Objects.requireNonNullElse(
                        other.source().reliesOn(), other.source().address()))
                .distinct()
                .count());
    }

    private static String reason(Figure chosen, Figure rival, Collection<Figure> rivals) {
        if (STEPS.getFirst().order().compare(chosen, rival) == 0
                && STEPS.get(1).order().compare(chosen, rival) == 0
                && agreeing(rivals).compare(chosen, rival) != 0) {
            return "more independent sources";
        }
        return STEPS.stream()
                .filter(step -> step.order().compare(chosen, rival) != 0)
                .map(Step::name)
                .findFirst()
                .orElse("the same figure");
    }

    private static PartialDate published(Figure figure) {
        @Nullable PartialDate published = figure.published();
        return published == null ? PartialDate.ofYear(1) : published;
    }

    private static String key(Figure f) {
        return String.join(
                "|",
                f.metric().name(),
                Objects.requireNonNullElse(f.organization(), ""),
                Objects.requireNonNullElse(f.counterparty(), ""),
                f.scope(),
                f.period(),
                f.unit());
    }
}

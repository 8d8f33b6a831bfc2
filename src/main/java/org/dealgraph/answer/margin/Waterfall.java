package org.dealgraph.answer.margin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dealgraph.model.Assumption;
import org.dealgraph.model.Interval;
import org.dealgraph.model.MarginLayer;
import org.dealgraph.model.MarginModel;
import org.dealgraph.model.MarginPath;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps what of a sum that runs down through the layers. What a layer receives is what it keeps and what it passes on;
 * what it passes on is what the layers below receive and what cannot be split further. So all that is kept, and all that is
 * not split, make up the price.
 *
 * @param path the way it took
 * @param price the sum at the top
 * @param layers from the top down
 * @param unsplit what could not be followed, and why
 * @param assumptions those used, with overrides in place, by id
 * @param overridden ids of those that the asker set
 * @param sensitivities what each assumption alone does to each layer
 * @param yearly the price by year of useful life, where it is one-off and the path names a life; else null
 */
public record Waterfall(
        MarginPath path,
        Interval price,
        List<LayerShare> layers,
        List<Unsplit> unsplit,
        Map<String, Assumption> assumptions,
        Set<String> overridden,
        List<Sensitivity> sensitivities,
        @Nullable Interval yearly) {

    public Waterfall {
        layers = List.copyOf(layers);
        unsplit = List.copyOf(unsplit);
        assumptions = Collections.unmodifiableMap(new TreeMap<>(assumptions));
        overridden = Collections.unmodifiableSet(new TreeSet<>(overridden));
        sensitivities = List.copyOf(sensitivities);
    }

    /**
     * Money whose further way is not known.
     *
     * @param below the layer that passes it on, or that receives it and whose own part is not known
     * @param amount how much
     * @param gaps what would have to be known
     */
    public record Unsplit(MarginLayer below, Interval amount, List<String> gaps) {

        public Unsplit {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * What a layer keeps when one assumption moves from low to high and all others stay at their base.
     *
     * @param assumption its id
     * @param layer which layer
     * @param atLow what the layer keeps at its low figure; null where the others at their base leave no room for it
     * @param atHigh what it keeps at its high figure; null likewise
     */
    public record Sensitivity(
            String assumption,
            MarginLayer layer,
            @Nullable BigDecimal atLow,
            @Nullable BigDecimal atHigh) {}

    /**
     * Follows a sum.
     *
     * @param model paths and assumptions
     * @param path which way
     * @param price the sum at the top; null where the path's own start is meant
     * @param overrides figures that the asker sets, by assumption
     * @throws IllegalArgumentException for an override of an unknown assumption, or no sum at the top
     */
    public static Waterfall of(
            MarginModel model, MarginPath path, @Nullable Interval price, Collection<Override> overrides) {
        Map<String, Assumption> assumptions = new TreeMap<>(model.assumptions());
        Set<String> overridden = new TreeSet<>();
        for (Override override : overrides) {
            Assumption old = assumptions.get(override.assumption());
            if (old == null) {
                throw new IllegalArgumentException(
                        "could not override an unknown assumption: " + override.assumption());
            }
            assumptions.put(old.id(), override.of(old));
            overridden.add(old.id());
        }
        return new Fall(assumptions, path, price).run(overridden);
    }

    /**
     * A figure that the asker sets.
     *
     * @param assumption its id
     * @param low the least
     * @param base the one to take
     * @param high the most
     */
    public record Override(String assumption, BigDecimal low, BigDecimal base, BigDecimal high) {

        private Assumption of(Assumption old) {
            return new Assumption(
                    old.id(), old.says(), old.measure(), old.scope(), figure(low), figure(base), figure(high));
        }

        private static Assumption.Figure figure(BigDecimal value) {
            return new Assumption.Figure(value, null, List.of(), "set in the question");
        }
    }

    /**
     * What some layers keep together.
     *
     * @throws UnlikeMeasures where they do not all measure the same
     */
    public Interval together(Collection<MarginLayer> asked) {
        Interval sum = Interval.stated(BigDecimal.ZERO);
        for (LayerShare share : alike("add", asked)) {
            sum = sum.plus(Objects.requireNonNull(share.keeps()));
        }
        return sum;
    }

    /**
     * What some layers keep on average.
     *
     * @throws UnlikeMeasures where they do not all measure the same
     */
    public Interval average(Collection<MarginLayer> asked) {
        int count = alike("average", asked).size();
        return together(asked)
                .times(BigDecimal.ONE.divide(BigDecimal.valueOf(Math.max(1, count)), MathContext.DECIMAL64));
    }

    /**
     * Some layers, the one that keeps most first.
     *
     * @throws UnlikeMeasures where they do not all measure the same
     */
    public List<MarginLayer> ranked(Collection<MarginLayer> asked) {
        return alike("rank", asked).stream()
                .sorted(Comparator.comparing((LayerShare share) ->
                                Objects.requireNonNull(share.keeps()).value())
                        .reversed())
                .map(LayerShare::layer)
                .toList();
    }

    private List<LayerShare> alike(String verb, Collection<MarginLayer> asked) {
        List<LayerShare> chosen =
                layers.stream().filter(share -> asked.contains(share.layer())).toList();
        Set<Object> measures = new HashSet<>();
        for (LayerShare share : chosen) {
            if (share.keeps() == null || share.measure() == null) {
                throw new UnlikeMeasures(
                        "could not " + verb + " what " + share.layer() + " keeps: no sourced margin is known");
            }
            measures.add(share.measure());
        }
        if (measures.size() > 1) {
            throw new UnlikeMeasures("could not " + verb + " margins that measure different things: "
                    + String.join(
                            ", ",
                            chosen.stream()
                                    .map(share -> share.layer() + " " + share.measure())
                                    .toList())
                    + "; a gross margin still holds operating costs that an operating margin does not");
        }
        return chosen;
    }
}

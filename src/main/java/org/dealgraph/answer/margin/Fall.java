package org.dealgraph.answer.margin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dealgraph.model.Assumption;
import org.dealgraph.model.Interval;
import org.dealgraph.model.MarginLayer;
import org.dealgraph.model.MarginPath;
import org.jspecify.annotations.Nullable;

/** One run of the money down a path. */
final class Fall {

    private static final Interval ALL = Interval.stated(BigDecimal.ONE);

    private final Map<String, Assumption> assumptions;
    private final MarginPath path;
    private final @Nullable Interval asked;
    private final Set<String> used = new TreeSet<>();
    private final List<LayerShare> layers = new ArrayList<>();
    private final List<Waterfall.Unsplit> unsplit = new ArrayList<>();

    Fall(Map<String, Assumption> assumptions, MarginPath path, @Nullable Interval asked) {
        this.assumptions = assumptions;
        this.path = path;
        this.asked = asked;
    }

    Waterfall run(Set<String> overridden) {
        Interval price = price();
        step(path.top(), price, null);
        Interval yearly =
                path.life() == null ? null : price.over(figure(path.life())).orElse(null);
        Map<String, Assumption> mine = new TreeMap<>(assumptions);
        mine.keySet().retainAll(used);
        return new Waterfall(path, price, layers, unsplit, mine, overridden, sensitivities(mine), yearly);
    }

    private Interval price() {
        if (asked != null) {
            return asked;
        }
        if (path.start() == null) {
            throw new IllegalArgumentException("could not start without a sum: " + path.id() + " names none");
        }
        return figure(path.start());
    }

    private Interval figure(String id) {
        used.add(id);
        return Objects.requireNonNull(assumptions.get(id), id).interval();
    }

    private void step(MarginPath.Step step, Interval receives, @Nullable String share) {
        boolean buyer = step.layer() == MarginLayer.BUYER;
        if (step.keeps() == null && !buyer) {
            layers.add(new LayerShare(step.layer(), receives, null, null, null, null, share));
            unsplit.add(new Waterfall.Unsplit(step.layer(), receives, gaps(step)));
            return;
        }
        Interval margin = buyer ? Interval.stated(BigDecimal.ZERO) : figure(Objects.requireNonNull(step.keeps()));
        Interval passes = times(receives, complement(margin));
        layers.add(new LayerShare(
                step.layer(),
                receives,
                times(receives, margin),
                passes,
                buyer
                        ? null
                        : Objects.requireNonNull(assumptions.get(step.keeps())).measure(),
                step.keeps(),
                share));
        below(step, passes);
    }

    /** Shares out what a layer passes on: to those with a share, then the rest to the one that gets the rest, if any. */
    private void below(MarginPath.Step step, Interval passes) {
        Interval rest = ALL;
        BigDecimal shares = BigDecimal.ZERO;
        MarginPath.Step takesRest = null;
        List<MarginPath.Step> paid = new ArrayList<>();
        for (MarginPath.Step next : step.then()) {
            if (next.share() != null) {
                rest = less(rest, figure(next.share()));
                shares = shares.add(figure(next.share()).value());
                paid.add(next);
            } else if (next.gap() == null) {
                takesRest = next;
            }
        }
        if (shares.compareTo(BigDecimal.ONE) > 0) {
            throw new TooMuch("could not share out more than all of what " + step.layer()
                    + " passes on: the shares below it make " + shares);
        }
        for (MarginPath.Step next : paid) {
            step(next, times(passes, figure(Objects.requireNonNull(next.share()))), next.share());
        }
        Interval left = times(passes, rest);
        if (takesRest != null) {
            step(takesRest, left, null);
        } else if (left.upper().isEmpty() || left.upper().get().signum() > 0) {
            unsplit.add(new Waterfall.Unsplit(step.layer(), left, gaps(step)));
        }
    }

    private static List<String> gaps(MarginPath.Step step) {
        List<String> gaps = new ArrayList<>();
        if (step.gap() != null) {
            gaps.add(step.gap());
        }
        step.then().stream()
                .filter(next -> next.share() == null && next.gap() != null)
                .forEach(next -> gaps.add(next.layer() + ": " + next.gap()));
        return gaps.isEmpty() ? List.of("no source says where it goes") : gaps;
    }

    /** Each layer at the low and the high figure of each assumption alone; where nothing moves, nothing is told. */
    private List<Waterfall.Sensitivity> sensitivities(Map<String, Assumption> mine) {
        List<Waterfall.Sensitivity> all = new ArrayList<>();
        Map<String, Assumption> base = new TreeMap<>(assumptions);
        mine.forEach((id, assumption) -> base.put(id, at(assumption, assumption.base())));
        Interval price = asked == null ? null : Interval.stated(asked.value());
        for (Assumption assumption : mine.values()) {
            Map<MarginLayer, BigDecimal> low = keptAt(base, assumption, assumption.low(), price);
            Map<MarginLayer, BigDecimal> high = keptAt(base, assumption, assumption.high(), price);
            for (LayerShare layer : layers) {
                BigDecimal atLow = low.get(layer.layer());
                BigDecimal atHigh = high.get(layer.layer());
                if (layer.margin() != null && !Objects.equals(atLow, atHigh)) {
                    all.add(new Waterfall.Sensitivity(assumption.id(), layer.layer(), atLow, atHigh));
                }
            }
        }
        return all;
    }

    /** What each layer keeps; nothing where the shares would make more than all. */
    private Map<MarginLayer, BigDecimal> keptAt(
            Map<String, Assumption> base, Assumption assumption, Assumption.Figure figure, @Nullable Interval price) {
        Map<String, Assumption> moved = new TreeMap<>(base);
        moved.put(assumption.id(), at(assumption, figure));
        Fall fall = new Fall(moved, path, price);
        Map<MarginLayer, BigDecimal> kept = new TreeMap<>();
        try {
            fall.step(path.top(), fall.price(), null);
        } catch (TooMuch e) {
            return kept;
        }
        for (LayerShare layer : fall.layers) {
            if (layer.keeps() != null) {
                kept.merge(layer.layer(), layer.keeps().value().stripTrailingZeros(), BigDecimal::add);
            }
        }
        return kept;
    }

    /** Shares that make more than all. */
    private static final class TooMuch extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }

    private static Assumption at(Assumption assumption, Assumption.Figure figure) {
        return new Assumption(
                assumption.id(), assumption.says(), assumption.measure(), assumption.scope(), figure, figure, figure);
    }

    /** The product of two intervals that are not negative. */
    static Interval times(Interval a, Interval b) {
        BigDecimal high = a.high() == null || b.high() == null ? null : a.high().multiply(b.high());
        return Interval.around(a.value().multiply(b.value()), a.low().multiply(b.low()), high);
    }

    private static Interval complement(Interval share) {
        return less(ALL, share);
    }

    /** What is left of a share after another is taken, never below nothing. */
    private static Interval less(Interval share, Interval taken) {
        BigDecimal most = Objects.requireNonNull(share.high());
        return Interval.around(
                share.value().subtract(taken.value()).max(BigDecimal.ZERO),
                share.low().subtract(Objects.requireNonNull(taken.high())).max(BigDecimal.ZERO),
                most.subtract(taken.low()).max(BigDecimal.ZERO));
    }
}

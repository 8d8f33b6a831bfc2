package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.util.Set;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Power;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/** Reads a figure with a unit of measure: power, percentages, lengths of time and everything else that has a unit. */
final class MeasureReader {

    private static final double MONTHS = 12;

    /** Words before a unit that mean one of it: "a gigawatt", "the first gigawatt". */
    private static final Set<String> BEFORE_ONE = Set.of(
            "a",
            "one",
            "first",
            "second",
            "third",
            "another",
            "final",
            "last",
            "next",
            "additional",
            "full",
            "entire",
            "whole");

    private final Tokens tokens;
    private final Figures figures;
    private final Bounds bounds;
    private final Ranges ranges;
    private final PowerContext context;

    MeasureReader(Tokens tokens, Figures figures, Bounds bounds) {
        this.tokens = tokens;
        this.figures = figures;
        this.bounds = bounds;
        this.ranges = new Ranges(tokens);
        this.context = new PowerContext(tokens);
    }

    /**
     * A unit behind a figure.
     *
     * @param name "months" stands apart, as a twelfth of a year is not exact
     * @param end index of the token behind it
     */
    private record Named(Units.Unit unit, String name, int end) {}

    @Nullable
    Found read(int i, int floor) {
        Figure figure = figure(i);
        if (figure == null) {
            return null;
        }
        Named unit = unit(figure.end(), figure);
        int end = unit == null ? figure.end() : unit.end();
        int joint = figure.isRange() ? -1 : ranges.joint(i, end);
        Figure upper = joint < 0 ? null : figures.read(joint, false);
        Named upperUnit = upper == null || upper.isRange() ? null : unit(upper.end(), upper);
        if (upper != null && upperUnit != null && (unit == null || sameKind(unit, upperUnit))) {
            Figure range = range(figure, unit, upper, upperUnit);
            if (range != null) {
                return found(i, floor, range, upperUnit);
            }
        }
        return unit == null || isLoose(figure, unit) ? null : found(i, floor, figure, unit);
    }

    /** "several rounds", "many people", "Three Mile Island". */
    private boolean isLoose(Figure figure, Named unit) {
        Token word = tokens.at(unit.end() - 1);
        boolean name = !figure.digits() && word.capital() && !word.upper();
        return unit.unit().dimension() == Units.Dimension.OTHER
                && (figure.high() == null && figure.vague() && !figure.scaled() || name);
    }

    private static boolean sameKind(Named a, Named b) {
        return a.unit().dimension() == b.unit().dimension()
                && (a.unit().dimension() != Units.Dimension.OTHER || a.name().equals(b.name()));
    }

    /** The figure, or one of an article before a unit: "a gigawatt", "a decade". */
    private @Nullable Figure figure(int i) {
        Figure figure = figures.read(i, false);
        if (figure != null) {
            return figure;
        }
        boolean article = BEFORE_ONE.contains(tokens.text(i));
        if (tokens.is(i, "decade") && tokens.isHyphen(i + 1)) {
            return Figure.of(BigDecimal.ONE, i, false);
        }
        if (tokens.is(i, "half") && tokens.isHyphen(i + 1)) {
            return unitOfOne(i + 2) ? Figure.of(new BigDecimal("0.5"), i + 2, false) : null;
        }
        if (article && unitOfOne(i + 1)) {
            return Figure.of(BigDecimal.ONE, i + 1, false);
        }
        boolean joined =
                tokens.text(i).startsWith("multigigawatt") || tokens.text(i).startsWith("multimegawatt");
        return joined ? new Figure(BigDecimal.TWO, null, i, BigDecimal.ONE, false, true) : null;
    }

    private boolean unitOfOne(int i) {
        return switch (tokens.text(i)) {
            case "gigawatt", "megawatt", "gw" -> !tokens.isHyphen(i + 1) || tokens.is(i + 2, "plus");
            case "decade" ->
                tokens.isHyphen(i + 1)
                        || tokens.is(i - 1, "a")
                        || tokens.is(i - 1, "one")
                        || tokens.is(i - 1, "next")
                        || tokens.isHyphen(i - 1)
                        || tokens.is(i - 1, "full")
                        || tokens.is(i - 1, "whole");
            default -> false;
        };
    }

    private @Nullable Named unit(int end, Figure figure) {
        int at = tokens.skipHyphen(end);
        at = tokens.is(at, "of") && figure.vague()
                        || tokens.is(at, "a") && figure.low().compareTo(BigDecimal.ONE) < 0
                ? at + 1
                : at;
        String word = tokens.text(at);
        if (word.startsWith("multi") && at == figure.end()) {
            word = word.substring(5);
        }
        if (word.equals("month") || word.equals("months")) {
            return new Named(Units.YEARS, "months", at + 1);
        }
        if (word.equals("per") && (tokens.is(at + 1, "cent") || tokens.is(at + 1, "cents"))) {
            return percent(at + 2);
        }
        if (word.equals("percentage") || word.equals("basis")) {
            return new Named(Units.OTHER, word + " points", tokens.is(at + 1, "points") ? at + 2 : at + 1);
        }
        if (word.equals("square") || word.equals("sq") || word.equals("cubic")) {
            int of = tokens.is(at + 1, ".") ? at + 2 : tokens.skipHyphen(at + 1);
            return new Named(Units.OTHER, word + " " + tokens.text(of), of + 1);
        }
        Units.Unit unit = Units.find(word);
        if (unit == null
                || !figure.digits() && word.equals("m")
                || word.equals("ft") && at == end && !tokens.at(at).isWord()) {
            return null;
        }
        boolean glueOnly = word.equals("m") || word.equals("x") || word.equals("gig") || word.equals("ha");
        return glueOnly && !tokens.at(at).glued() ? null : named(unit, at + 1, figure);
    }

    private Named percent(int end) {
        return named(Units.PERCENT, end, Figure.of(BigDecimal.ONE, end, true));
    }

    /** The unit with what makes it another one: "gigawatt-hours", "MW/day", "percent points", "year-old". */
    private Named named(Units.Unit unit, int end, Figure figure) {
        int next = tokens.skipHyphen(end);
        String word = tokens.text(next);
        Units.Unit other = Units.OTHER;
        boolean power = unit.dimension() == Units.Dimension.POWER;
        if (power && (word.equals("hour") || word.equals("hours") || word.equals("h") || word.equals("hr"))) {
            return new Named(other, unit.name() + "h", next + 1);
        }
        if (power
                && (word.equals("/") || word.equals("per"))
                && tokens.at(next + 1).isWord()
                && !Set.of("site", "campus").contains(tokens.text(next + 1))) {
            return new Named(other, unit.name() + "/" + tokens.text(next + 1), next + 2);
        }
        if (unit.dimension() == Units.Dimension.PERCENT && (word.equals("points") || word.equals("point"))) {
            return new Named(other, "percentage points", next + 1);
        }
        if (unit.dimension() == Units.Dimension.TIME && (word.equals("old") || word.equals("olds"))) {
            return new Named(other, "years old", next + 1);
        }
        return new Named(unit, unit.name(), end);
    }

    private static @Nullable Figure range(Figure low, @Nullable Named lowUnit, Figure high, Named highUnit) {
        BigDecimal ratio = lowUnit == null
                        || lowUnit.unit().factor().compareTo(highUnit.unit().factor()) == 0
                ? BigDecimal.ONE
                : lowUnit.unit().factor().divide(highUnit.unit().factor(), java.math.MathContext.DECIMAL64);
        Figure scaled = lowUnit == null ? low.scaledAs(high) : low;
        BigDecimal lower = scaled.low().multiply(ratio);
        return lower.compareTo(high.low()) < 0
                ? new Figure(lower, high.high(), high.end(), high.scale(), low.digits(), false)
                : null;
    }

    private Found found(int from, int floor, Figure figure, Named unit) {
        Bounds.Hedge hedge = bounds.around(figure.isRange() ? ranges.start(from, floor) : from, unit.end(), floor);
        int start = Math.min(hedge.start(), from);
        Span core = tokens.span(from, unit.end());
        return switch (unit.unit().dimension()) {
            case POWER -> power(figure, unit, hedge, core, start);
            case PERCENT -> {
                Interval percent = MoneyReader.interval(figure, hedge.bound());
                yield Found.of(new Share(tokens.span(start, hedge.end()), percent, core), hedge.end());
            }
            case TIME ->
                figure.vague()
                        ? Found.of(
                                new OtherMeasure(tokens.span(start, hedge.end()), unit.name(), figure.low()),
                                hedge.end())
                        : duration(from, figure, unit, hedge, core);
            case OTHER -> {
                BigDecimal value = figure.high() == null ? figure.low() : figure.high();
                yield Found.of(new OtherMeasure(tokens.span(start, hedge.end()), unit.name(), value), hedge.end());
            }
        };
    }

    private Found power(Figure figure, Named unit, Bounds.Hedge hedge, Span core, int start) {
        Interval megawatts =
                MoneyReader.interval(figure, hedge.bound()).times(unit.unit().factor());
        Power power = new Power(megawatts, context.measure(start, hedge.end()), context.layer(start, hedge.end()));
        return Found.of(
                new PowerAmount(
                        tokens.span(start, hedge.end()), power, core, context.said(hedge.end()), figure.vague()),
                hedge.end());
    }

    /** "over ten years" tells when and not that it is more than ten; "multi-year" tells no length and does not come here. */
    private Found duration(int from, Figure figure, Named unit, Bounds.Hedge hedge, Span core) {
        boolean over = hedge.start() == from - 1 && (tokens.is(from - 1, "over") || tokens.is(from - 1, "under"));
        boolean behind = hedge.end() > unit.end();
        Bound bound = over && !behind ? Bound.STATED : hedge.bound();
        int start = over ? from : Math.min(hedge.start(), from);
        BigDecimal high = figure.high() == null ? figure.low() : figure.high();
        double years = unit.name().equals("months")
                ? high.doubleValue() / MONTHS
                : high.multiply(unit.unit().factor()).doubleValue();
        Bound kept = figure.high() == null ? Bound.AT_LEAST : figure.isRange() ? Bound.BETWEEN : bound;
        return Found.of(new DurationYears(tokens.span(start, hedge.end()), years, kept, core), hedge.end());
    }
}

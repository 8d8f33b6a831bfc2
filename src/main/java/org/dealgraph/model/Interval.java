package org.dealgraph.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A number as a source states it: the figure, and what the bound lets it be.
 *
 * @param value the figure as stated; of a stated range the upper end, of a sum the sum of the figures
 * @param low the least it can be, in the same unit
 * @param high the most it can be, or null where the interval is open above
 * @param bound how the source hedged it
 */
public record Interval(
        BigDecimal value, BigDecimal low, @Nullable BigDecimal high, Bound bound) {

    private static final BigDecimal TWENTIETH = new BigDecimal("0.05");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    public Interval {
        value = plain(value);
        low = plain(low);
        high = high == null ? null : plain(high);
        Objects.requireNonNull(bound, "bound");
        if (high != null && low.compareTo(high) > 0) {
            throw new IllegalArgumentException("could not make an interval: low " + low + " is above high " + high);
        }
    }

    /** The bare figure: [x, x]. */
    public static Interval stated(BigDecimal x) {
        return new Interval(x, x, x, Bound.STATED);
    }

    /** "more than x": [x, open). */
    public static Interval atLeast(BigDecimal x) {
        return new Interval(x, x, null, Bound.AT_LEAST);
    }

    /** "up to x": [0, x]. */
    public static Interval upTo(BigDecimal x) {
        return new Interval(x, BigDecimal.ZERO, x, Bound.UP_TO);
    }

    /** "about x": half a unit of the last non-zero digit, at least 5 %, either way (DESIGN: bounds). */
    public static Interval about(BigDecimal x) {
        BigDecimal digits = x.stripTrailingZeros();
        BigDecimal half = HALF.movePointLeft(digits.scale());
        BigDecimal slack = half.max(x.abs().multiply(TWENTIETH));
        return new Interval(x, x.subtract(slack).max(BigDecimal.ZERO), x.add(slack), Bound.ABOUT);
    }

    /** "between a and b": [a, b]; the value is the upper end. */
    public static Interval between(BigDecimal a, BigDecimal b) {
        return new Interval(b, a, b, Bound.BETWEEN);
    }

    /**
     * A figure that was worked out, with the least and the most it can be: stated where they are one, open where there is no
     * most, a range where the figure is its upper end, else about.
     */
    public static Interval around(BigDecimal x, BigDecimal low, @Nullable BigDecimal high) {
        if (high == null) {
            return new Interval(x, low, null, Bound.AT_LEAST);
        }
        boolean exact = low.compareTo(high) == 0;
        return new Interval(x, low, high, exact ? Bound.STATED : x.compareTo(high) == 0 ? Bound.BETWEEN : Bound.ABOUT);
    }

    /** The interval that {@code bound} makes of the figure {@code x}; BETWEEN needs both ends and is refused. */
    public static Interval of(BigDecimal x, Bound bound) {
        return switch (bound) {
            case STATED -> stated(x);
            case AT_LEAST -> atLeast(x);
            case UP_TO -> upTo(x);
            case ABOUT -> about(x);
            case BETWEEN -> throw new IllegalArgumentException("could not make a range of one number: " + x);
        };
    }

    /** The upper end, where there is one. */
    public Optional<BigDecimal> upper() {
        return Optional.ofNullable(high);
    }

    /** Whether some number lies in both; a bare figure and a bound on the same figure agree. */
    public boolean overlaps(Interval other) {
        boolean belowOther = high != null && high.compareTo(other.low) < 0;
        boolean aboveOther = other.high != null && other.high.compareTo(low) < 0;
        return !belowOther && !aboveOther;
    }

    /** The sum of two, end by end; open above when either is. The bound of the sum is the weaker claim of the two. */
    public Interval plus(Interval other) {
        BigDecimal top = high == null || other.high == null ? null : high.add(other.high);
        Bound joint = bound == other.bound ? bound : top == null ? Bound.AT_LEAST : Bound.BETWEEN;
        return new Interval(value.add(other.value), low.add(other.low), top, joint);
    }

    /** Each end times a factor that is not negative, as in a change of unit. */
    public Interval times(BigDecimal factor) {
        if (factor.signum() < 0) {
            throw new IllegalArgumentException("could not scale an interval by a negative factor: " + factor);
        }
        return new Interval(
                value.multiply(factor), low.multiply(factor), high == null ? null : high.multiply(factor), bound);
    }

    /**
     * Every quotient of this and another, neither negative: open above where the divisor may be nothing.
     *
     * @return empty where the divisor's figure is nothing
     */
    public Optional<Interval> over(Interval divisor) {
        if (divisor.value.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal quotient = value.divide(divisor.value, MathContext.DECIMAL64);
        BigDecimal least = divisor.high == null ? BigDecimal.ZERO : low.divide(divisor.high, MathContext.DECIMAL64);
        BigDecimal most =
                high == null || divisor.low.signum() <= 0 ? null : high.divide(divisor.low, MathContext.DECIMAL64);
        return Optional.of(around(quotient, least.min(quotient), most));
    }

    /**
     * The interval in words: "more than $5 billion", "up to 5 GW". A sum of unlike bounds says its ends before its figure, so
     * that no end is passed over: "more than $12 billion, $27 billion as stated".
     *
     * @param figure writes one number with its unit
     */
    public String text(Function<BigDecimal, String> figure) {
        return switch (bound) {
            case STATED -> figure.apply(value);
            case AT_LEAST -> "more than " + figure.apply(low) + stated(figure, low);
            case UP_TO -> "up to " + figure.apply(value);
            case ABOUT -> "about " + figure.apply(value);
            case BETWEEN -> range(figure, high == null ? value : high);
        };
    }

    private String range(Function<BigDecimal, String> figure, BigDecimal most) {
        return low.compareTo(most) == 0
                ? figure.apply(low)
                : figure.apply(low) + " to " + figure.apply(most) + stated(figure, most);
    }

    private String stated(Function<BigDecimal, String> figure, BigDecimal end) {
        return value.compareTo(end) == 0 ? "" : ", " + figure.apply(value) + " as stated";
    }

    private static BigDecimal plain(BigDecimal x) {
        BigDecimal stripped = x.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

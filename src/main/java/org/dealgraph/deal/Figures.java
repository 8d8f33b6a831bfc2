package org.dealgraph.deal;

import java.math.BigDecimal;
import java.math.MathContext;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;

/** When two numbers are one figure, told exactly, rounded or hedged. */
final class Figures {

    private static final double IDENTICAL = 0.001;
    private static final double EXACT = 0.01;
    private static final double ROUNDED = 0.03;
    private static final double ABOUT = 0.07;
    private static final double RIVAL = 1.15;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Figures() {}

    /** To the last digit that matters: what a running total must be to be told as one. */
    static boolean identical(Interval a, Interval b) {
        return spread(a, b) <= IDENTICAL;
    }

    /** The same figure within a hundredth, whatever the bound. */
    static boolean equal(Interval a, Interval b) {
        return spread(a, b) <= EXACT;
    }

    /** The same figure, where one may be rounded ("17" for 17.4) or hedged ("about 140" for 138). */
    static boolean same(Interval a, Interval b) {
        double spread = spread(a, b);
        if (spread <= EXACT) {
            return true;
        }
        if (spread <= ROUNDED && (rounds(a.value(), b.value()) || rounds(b.value(), a.value()))) {
            return true;
        }
        return within(a, b) || within(b, a);
    }

    /** Too far apart to be one figure, near enough to be two reports of one. */
    static boolean rival(Interval a, Interval b) {
        boolean capAgainstBase = (a.bound() == Bound.UP_TO) != (b.bound() == Bound.UP_TO);
        return !capAgainstBase && near(a, b);
    }

    /** Near enough to be two reports of one, whatever the bounds. */
    static boolean near(Interval a, Interval b) {
        return ratio(a, b) <= RIVAL;
    }

    /** Whether {@code whole} is what the parts make together. */
    static boolean sums(Interval whole, Interval one, Interval other) {
        double sum = one.value().add(other.value()).doubleValue();
        return Math.abs(whole.value().doubleValue() - sum) <= EXACT * sum;
    }

    /** The larger over the smaller; infinite against zero. */
    static double ratio(Interval a, Interval b) {
        double x = a.value().abs().doubleValue();
        double y = b.value().abs().doubleValue();
        double low = Math.min(x, y);
        double high = Math.max(x, y);
        return high == 0 ? 1 : low == 0 ? Double.POSITIVE_INFINITY : high / low;
    }

    /** The difference as a share of the larger. */
    static double spread(Interval a, Interval b) {
        double high = Math.max(a.value().abs().doubleValue(), b.value().abs().doubleValue());
        return high == 0 ? 0 : a.value().subtract(b.value()).abs().doubleValue() / high;
    }

    /** Whether {@code rough} is {@code fine} rounded to the last digit that {@code rough} shows. */
    private static boolean rounds(BigDecimal rough, BigDecimal fine) {
        BigDecimal digits = rough.stripTrailingZeros();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits.scale());
        boolean coarser = digits.precision() < fine.stripTrailingZeros().precision();
        return coarser && rough.subtract(fine).abs().compareTo(unit.multiply(HALF, MathContext.DECIMAL64)) <= 0;
    }

    private static boolean within(Interval hedged, Interval other) {
        return switch (hedged.bound()) {
            case ABOUT -> hedged.overlaps(other) && other.bound() != Bound.UP_TO && spread(hedged, other) <= ABOUT;
            case BETWEEN ->
                other.bound() != Bound.UP_TO
                        && hedged.low().signum() > 0
                        && hedged.low().compareTo(other.value()) <= 0
                        && hedged.value().compareTo(other.value()) >= 0;
            case STATED, AT_LEAST, UP_TO -> false;
        };
    }
}

package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number phrase without its unit.
 *
 * @param low the number, or the lower end of a range
 * @param high the number, or the upper end; null for "multiple billion", which is open above
 * @param end index of the token behind it
 * @param scaled whether a scale word belongs to it
 * @param digits whether it starts with digits
 * @param vague whether it names only an order of magnitude
 */
record Figure(BigDecimal low, @Nullable BigDecimal high, int end, boolean scaled, boolean digits, boolean vague) {

    static Figure of(BigDecimal value, int end, boolean scaled, boolean digits) {
        return new Figure(value, value, end, scaled, digits, false);
    }

    boolean isRange() {
        return high == null || low.compareTo(high) != 0;
    }

    Figure times(BigDecimal factor, int newEnd) {
        return new Figure(
                low.multiply(factor), high == null ? null : high.multiply(factor), newEnd, true, digits, vague);
    }

    /** A range from this to {@code upper}. */
    Figure to(Figure upper) {
        return new Figure(low, upper.high, upper.end, upper.scaled, digits, vague || upper.vague);
    }

    /** In the thousands, millions or billions in which {@code upper} is said: the 5 of "5 to 7 billion". */
    Figure scaledAs(Figure upper) {
        boolean inherits = !scaled && upper.scaled && low.compareTo(BigDecimal.valueOf(1000)) < 0;
        if (!inherits) {
            return this;
        }
        int magnitude = upper.low.precision() - upper.low.scale() - 1;
        BigDecimal scale =
                BigDecimal.ONE.movePointRight(magnitude - magnitude % 3).setScale(0);
        return times(scale, end);
    }
}

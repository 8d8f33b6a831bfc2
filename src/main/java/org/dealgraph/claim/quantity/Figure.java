package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number phrase without its unit.
 *
 * @param low the number, or the lower end of a range
 * @param high the number, or the upper end; null for "multiple billion", which is open above
 * @param end index of the token behind it
 * @param scale what its scale words multiply by, one where it has none
 * @param digits whether it starts with digits
 * @param vague whether it names only an order of magnitude
 */
record Figure(BigDecimal low, @Nullable BigDecimal high, int end, BigDecimal scale, boolean digits, boolean vague) {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** A plain number without scale words. */
    static Figure of(BigDecimal value, int end, boolean digits) {
        return of(value, end, BigDecimal.ONE, digits);
    }

    static Figure of(BigDecimal value, int end, BigDecimal scale, boolean digits) {
        return new Figure(value, value, end, scale, digits, false);
    }

    /** Whether a scale word belongs to it. */
    boolean scaled() {
        return scale.compareTo(BigDecimal.ONE) > 0;
    }

    Figure endingAt(int newEnd) {
        return new Figure(low, high, newEnd, scale, digits, vague);
    }

    boolean isRange() {
        return high == null || low.compareTo(high) != 0;
    }

    Figure times(BigDecimal factor, int newEnd) {
        BigDecimal top = high == null ? null : high.multiply(factor);
        return new Figure(low.multiply(factor), top, newEnd, scale.multiply(factor), digits, vague);
    }

    /** A range from this to {@code upper}. */
    Figure to(Figure upper) {
        return new Figure(low, upper.high, upper.end, upper.scale, digits, vague || upper.vague);
    }

    /** In the lakhs, millions or billions in which {@code upper} is said: the 5 of "5 to 7 billion". */
    Figure scaledAs(Figure upper) {
        boolean shared =
                low.compareTo(THOUSAND) < 0 || low.multiply(upper.scale).compareTo(upper.low) < 0;
        boolean inherits = !scaled() && upper.scale.compareTo(THOUSAND) >= 0 && shared;
        return inherits ? times(upper.scale, end) : this;
    }
}

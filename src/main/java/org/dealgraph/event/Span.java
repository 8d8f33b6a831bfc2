package org.dealgraph.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dealgraph.graph.DealFilter.Range;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * From one number to another, both included, for finding candidates: rounding keeps the order of numbers, so that two which
 * overlap still do.
 *
 * @param low may be infinite
 * @param high may be infinite
 */
record Span(double low, double high) {

    static Span of(Interval interval) {
        return new Span(
                interval.low().doubleValue(),
                interval.upper().map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY));
    }

    static Span of(PartialDate date) {
        return new Span(date.earliest().toEpochDay(), date.latest().toEpochDay());
    }

    static Span ofNumbers(Range<BigDecimal> range) {
        return new Span(
                range.from() == null ? Double.NEGATIVE_INFINITY : range.from().doubleValue(),
                range.to() == null ? Double.POSITIVE_INFINITY : range.to().doubleValue());
    }

    static Span ofDays(Range<LocalDate> range) {
        return new Span(
                range.from() == null ? Double.NEGATIVE_INFINITY : range.from().toEpochDay(),
                range.to() == null ? Double.POSITIVE_INFINITY : range.to().toEpochDay());
    }

    static @Nullable Span orNull(@Nullable PartialDate date) {
        return date == null ? null : of(date);
    }

    /** Whether nothing lies outside. */
    boolean isOpen() {
        return low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY;
    }
}

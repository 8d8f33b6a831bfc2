package org.dealgraph.event;

import java.util.Collection;
import org.dealgraph.event.EventTraits.TermTraits;
import org.dealgraph.graph.DealFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks that can be told by looking at a few bits, so that filters which differ in a sum or a date alone are
 * asked once. What it does not let through, the filter does not either.
 *
 * @param changes kinds of the change
 * @param causes of the change
 * @param kinds of the term
 * @param stages of the term
 * @param instruments of the term
 * @param counted whether the term enters totals; null for either
 * @param unflagged whether nothing makes it less than firm; null for either
 * @param currency of the term's money; null for any, or none
 * @param measure which range the filter has, as far as one is used to find it
 */
record Shape(
        long changes,
        long causes,
        long kinds,
        long stages,
        long instruments,
        @Nullable Boolean counted,
        @Nullable Boolean unflagged,
        @Nullable String currency,
        Measure measure) {

    /** Any value, and none. */
    private static final long ANY = -1;

    /** Stands for a value that is missing; no enumeration is as long. */
    private static final long MISSING = 1L << 63;

    /** What a filter can have a range of, and where a term has it. */
    enum Measure {
        AMOUNT,
        POWER,
        PUBLISHED,
        AGREED,
        NONE;

        /** The first range that a filter has. */
        static Measure of(DealFilter filter) {
            for (Measure measure : values()) {
                Span span = measure.span(filter);
                if (span != null && !span.isOpen()) {
                    return measure;
                }
            }
            return NONE;
        }

        @Nullable
        Span span(DealFilter filter) {
            return switch (this) {
                case AMOUNT ->
                    filter.amount() == null
                            ? null
                            : Span.ofNumbers(filter.amount().range());
                case POWER -> filter.megawatts() == null ? null : Span.ofNumbers(filter.megawatts());
                case PUBLISHED -> filter.published() == null ? null : Span.ofDays(filter.published());
                case AGREED -> filter.agreed() == null ? null : Span.ofDays(filter.agreed());
                case NONE -> null;
            };
        }
    }

    static Shape of(EventFilter filter) {
        DealFilter deals = filter.deals();
        return new Shape(
                bits(filter.kinds()),
                bits(filter.causes()),
                bits(deals.kinds()),
                bits(deals.stages()),
                bits(deals.extra().instruments()),
                deals.counted(),
                deals.extra().unflagged(),
                deals.amount() == null ? null : deals.amount().currency(),
                Measure.of(deals));
    }

    /** Whether an event is of a kind and cause that is asked for. */
    boolean admits(EventTraits event) {
        return (changes & event.change()) != 0 && (causes & event.cause()) != 0;
    }

    /** Whether a term may be what is asked for. */
    boolean admits(TermTraits term) {
        return (kinds & term.kind()) != 0
                && (stages & term.stage()) != 0
                && (instruments & term.instrument()) != 0
                && (counted == null || counted == term.counted())
                && (unflagged == null || unflagged == term.unflagged())
                && (currency == null || currency.equals(term.currency()));
    }

    static long bit(@Nullable Enum<?> value) {
        return value == null ? MISSING : 1L << value.ordinal();
    }

    private static long bits(@Nullable Collection<? extends Enum<?>> values) {
        return values == null ? ANY : values.stream().mapToLong(Shape::bit).reduce(0, (a, b) -> a | b);
    }
}

package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One thing found, in plain fields, as it is printed: every kind in the same columns, null where a kind has none.
 *
 * @param kind as {@link Measured#kind()}
 * @param start first UTF-16 unit, bound words included
 * @param end one past the last
 * @param text the words
 * @param value the figure; for a range its upper end; a duration's is in years
 * @param low the least it can be
 * @param high the most it can be; null where it is open above
 * @param unit currency, MW, years, %, the counted noun or the unit of another measure
 * @param per MONTH or YEAR of a rate
 * @param bound how the text hedges it; for a date its role
 * @param date as {@code 2027-H2}
 */
public record MeasuredLine(
        String kind,
        int start,
        int end,
        String text,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable String unit,
        @Nullable String per,
        @Nullable String bound,
        @Nullable String date) {

    /** The line of {@code measured}, which was read from {@code text}. */
    public static MeasuredLine of(Measured measured, String text) {
        return switch (measured) {
            case MoneyAmount m -> {
                String per = m.money().per() == null ? null : m.money().per().name();
                yield of(m, text, m.money().amount(), m.money().currency(), per);
            }
            case PowerAmount p -> of(p, text, p.power().megawatts(), "MW", null);
            case UnitCount u -> of(u, text, u.count(), u.noun(), null);
            case Share s -> of(s, text, s.percent(), "%", null);
            case BareNumber b -> of(b, text, b.number(), null, null);
            case OtherMeasure o -> of(o, text, Interval.stated(o.value()), o.unit(), null);
            case DurationYears d -> duration(d, text);
            case DateMention d ->
                new MeasuredLine(
                        d.kind(),
                        d.span().start(),
                        d.span().end(),
                        d.in(text),
                        null,
                        null,
                        null,
                        null,
                        null,
                        d.role().name(),
                        d.date().text());
        };
    }

    private static MeasuredLine duration(DurationYears d, String text) {
        BigDecimal years = BigDecimal.valueOf(d.years());
        Interval interval = d.bound() == Bound.BETWEEN ? Interval.upTo(years) : Interval.of(years, d.bound());
        MeasuredLine line = of(d, text, interval, "years", null);
        return d.bound() == Bound.BETWEEN ? line.bounded(Bound.BETWEEN) : line;
    }

    private MeasuredLine bounded(Bound other) {
        return new MeasuredLine(kind, start, end, text, value, null, high, unit, per, other.name(), date);
    }

    private static MeasuredLine of(
            Measured measured, String text, Interval interval, @Nullable String unit, @Nullable String per) {
        return new MeasuredLine(
                measured.kind(),
                measured.span().start(),
                measured.span().end(),
                measured.in(text),
                interval.value(),
                interval.low(),
                interval.high(),
                unit,
                per,
                interval.bound().name(),
                null);
    }
}

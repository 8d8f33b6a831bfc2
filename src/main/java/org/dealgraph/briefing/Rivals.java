package org.dealgraph.briefing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The rival values of a conflict, which are kept as short texts, in prose. */
final class Rivals {

    private static final Pattern AMOUNT =
            Pattern.compile("(?:(\\S+) )?(?:(\\d+(?:\\.\\d+)?)-)?(\\d+(?:\\.\\d+)?)(?: ([A-Z_]+))?");
    private static final Pattern DATE = Pattern.compile("\\d{4}(?:-(?:[HQ]\\d|\\d{2}(?:-\\d{2})?))?");

    private Rivals() {}

    /**
     * A value as a sentence has it.
     *
     * @param text in prose
     * @param value the number; null for a date or a word
     * @param unit as in {@link Figure}
     */
    record Value(String text, @Nullable Interval value, String unit) {}

    /** Reads a value; what is neither a date nor a number reads as it stands. */
    static Value of(String aspect, String value) {
        if (aspect.equals("termYears") && value.matches("\\d+(\\.\\d+)?")) {
            return new Value(Numbers.years(Double.parseDouble(value)), Interval.stated(new BigDecimal(value)), "years");
        }
        if (DATE.matcher(value).matches()) {
            return new Value(Numbers.date(PartialDate.parse(value)), null, "date");
        }
        Matcher amount = AMOUNT.matcher(value);
        if (amount.matches()) {
            String unit = amount.group(1) == null ? "units" : amount.group(1);
            Interval interval = interval(amount);
            return new Value(Numbers.text(interval, unit), interval, unit);
        }
        return new Value(PlainText.clean(value.toLowerCase(Locale.ROOT).replace('_', ' ')), null, aspect);
    }

    private static Interval interval(Matcher amount) {
        BigDecimal value = new BigDecimal(amount.group(3));
        if (amount.group(2) != null) {
            return Interval.between(new BigDecimal(amount.group(2)), value);
        }
        String bound = amount.group(4);
        return bound == null || bound.equals("BETWEEN")
                ? Interval.stated(value)
                : Interval.of(value, Bound.valueOf(bound));
    }
}

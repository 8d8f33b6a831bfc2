package org.dealgraph.briefing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;

/** The rival values of a conflict, which are kept as short texts, in prose. */
final class Rivals {

    private static final Pattern AMOUNT =
            Pattern.compile("(?:(\\S+) )?(?:(\\d+(?:\\.\\d+)?)-)?(\\d+(?:\\.\\d+)?)(?: ([A-Z_]+))?");
    private static final Pattern DATE = Pattern.compile("\\d{4}(?:-(?:[HQ]\\d|\\d{2}(?:-\\d{2})?))?");

    private Rivals() {}

    /** A value as a sentence has it; what is neither a date nor a number reads as it stands. */
    static String text(String aspect, String value) {
        if (aspect.equals("termYears") && value.matches("\\d+(\\.\\d+)?")) {
            return Numbers.years(Double.parseDouble(value));
        }
        if (DATE.matcher(value).matches()) {
            return Numbers.date(PartialDate.parse(value));
        }
        Matcher amount = AMOUNT.matcher(value);
        if (amount.matches()) {
            String unit = amount.group(1) == null ? "units" : amount.group(1);
            return Numbers.text(interval(amount), unit);
        }
        return PlainText.clean(value.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static Interval interval(Matcher amount) {
        BigDecimal value = new BigDecimal(amount.group(3));
        if (amount.group(2) != null) {
            return Interval.between(new BigDecimal(amount.group(2)), value);
        }
        String bound = amount.group(4);
        return bound == null || bound.equals("BETWEEN") ? Interval.stated(value) : Interval.of(value, Bound.valueOf(bound));
    }
}

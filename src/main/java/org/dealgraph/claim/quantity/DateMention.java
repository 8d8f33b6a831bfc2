package org.dealgraph.claim.quantity;

import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Span;

/**
 * A date.
 *
 * @param span with the words that say what it is the date of ("by the end of 2026", "from 2027")
 * @param date as precisely as the text says
 * @param role what happens then
 * @param relative whether it was worked out from the date of publication ("next year", a day without its year)
 * @param fiscal whether the text speaks of a fiscal year, whose calendar is the company's own
 */
public record DateMention(Span span, PartialDate date, Kind role, boolean relative, boolean fiscal)
        implements Measured {

    /** What a date stands for in its clause. */
    public enum Kind {
        /** "in 2026", "on April 20". */
        POINT,
        /** "from 2027", "starting in the second half of 2026". */
        START,
        /** "through 2032", "until 2030". */
        END,
        /** "by 2028", "before the end of 2026". */
        BY
    }
}

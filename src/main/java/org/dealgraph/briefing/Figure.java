package org.dealgraph.briefing;

import java.util.List;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A number in a sentence, with what it was worked out from, so that it can be worked out again.
 *
 * @param text as it is read: "at least $38 billion", "up to 5 GW", "the second half of 2027"
 * @param value the number; null for a date
 * @param unit ISO 4217 code, "MW", "%", "years", "date" or what is counted
 * @param origin how it comes about
 * @param claims the claims that say so, sorted; never empty
 */
public record Figure(String text, @Nullable Interval value, String unit, Origin origin, List<String> claims) {

    public Figure {
        claims = List.copyOf(claims);
    }

    /**
     * How a number comes about.
     *
     * @param measure what is measured
     * @param of ids of the terms, deals or organizations it is measured of, in a fixed order
     * @param detail which of them: a field, a basis with a category; may be empty
     */
    public record Origin(Measure measure, List<String> of, String detail) {

        public Origin {
            of = List.copyOf(of);
        }
    }

    /** What a number can be. */
    public enum Measure {
        /** What a term is about, as its claims state it. */
        AMOUNT,
        /** What a term was about when the period began. */
        AMOUNT_BEFORE,
        /** A date of a term. */
        DATE,
        /** A date of a term as it was known when the period began. */
        DATE_BEFORE,
        /** The length of a term. */
        YEARS,
        /** A total on a basis, without double counting. */
        TOTAL,
        /** A seller's part of a total. */
        SHARE,
        /** One of the rival values of a term. */
        RIVAL,
        /** How many there are of something. */
        COUNT
    }
}

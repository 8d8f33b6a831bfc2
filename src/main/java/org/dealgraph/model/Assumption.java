package org.dealgraph.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that the margin model takes from outside, with a low, a base and a high figure, each with its source.
 *
 * @param id by which paths and queries name it
 * @param says what it is, in our words
 * @param measure what it measures; unlike measures are never added or compared
 * @param scope whose figure it is: a company, a segment, a kind of system
 * @param low the least that a source gives
 * @param base the one that is taken unless the asker says otherwise
 * @param high the most that a source gives
 */
public record Assumption(String id, String says, Measure measure, String scope, Figure low, Figure base, Figure high) {

    public Assumption {
        if (low.value().compareTo(base.value()) > 0 || base.value().compareTo(high.value()) > 0) {
            throw new IllegalArgumentException("could not order low, base and high of " + id + ": " + low.value() + ", "
                    + base.value() + ", " + high.value());
        }
        if (measure.isShare() && (low.value().signum() < 0 || high.value().compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("could not take a share outside 0 to 1: " + id);
        }
        if (low.value().signum() < 0) {
            throw new IllegalArgumentException("could not take a negative figure: " + id);
        }
    }

    /**
     * One figure.
     *
     * @param value a share as a fraction of one, money in dollars, time in years
     * @param asOf when it held or was said
     * @param sources addresses where it was found
     * @param note what has to be known of it: how it was computed, what else is said; or null
     */
    public record Figure(
            BigDecimal value,
            @Nullable PartialDate asOf,
            List<String> sources,
            @Nullable String note) {

        public Figure {
            sources = List.copyOf(sources);
        }
    }

    /** What a number measures. */
    public enum Measure {
        /** Revenue less cost of revenue, over revenue. */
        GROSS_MARGIN(true),
        /** Operating profit over revenue. */
        OPERATING_MARGIN(true),
        /** Revenue from paying users less the computing that serves them, over that revenue. */
        COMPUTE_MARGIN(true),
        /** A part of revenue that is passed to a partner. */
        REVENUE_SHARE(true),
        /** A part of a cost that goes to one kind of supplier. */
        COST_SHARE(true),
        /** One-off capital spending for a gigawatt, dollars. */
        CAPITAL_PER_GIGAWATT(false),
        /** Useful life, years. */
        USEFUL_LIFE(false);

        private final boolean share;

        Measure(boolean share) {
            this.share = share;
        }

        /** Whether it is a fraction between 0 and 1. */
        public boolean isShare() {
            return share;
        }
    }

    /** Its figures as one interval, the base as the value. */
    public Interval interval() {
        return Interval.around(base.value(), low.value(), high.value());
    }
}

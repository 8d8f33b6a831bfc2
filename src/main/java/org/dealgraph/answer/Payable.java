package org.dealgraph.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;

/**
 * What of a total falls due in which year, each term spread evenly over its length: a derived answer.
 *
 * @param total the sum it spreads
 * @param years year to amount
 * @param unscheduled the counted terms that say no length, and so are in no year
 */
public record Payable(Total total, SortedMap<Integer, Interval> years, List<Total.Excluded> unscheduled) {

    private static final int LONGEST = 100;

    public Payable {
        years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
        unscheduled = List.copyOf(unscheduled);
    }

    static Payable of(Category category, Tally tally, Map<String, Term> terms) {
        Total total = tally.total(category);
        SortedMap<Integer, Interval> years = new TreeMap<>();
        List<Total.Excluded> unscheduled = new ArrayList<>();
        tally.shares().forEach((id, share) -> {
            Term term = Objects.requireNonNull(terms.get(id));
            int length = length(term.schedule());
            if (length == 0) {
                unscheduled.add(new Total.Excluded(id, Total.Reason.NO_SCHEDULE, share));
            } else {
                spread(share, first(term.schedule()), length, years);
            }
        });
        return new Payable(total, years, unscheduled);
    }

    private static void spread(Interval share, int first, int length, SortedMap<Integer, Interval> years) {
        Interval part = share.times(BigDecimal.ONE.divide(BigDecimal.valueOf(length), MathContext.DECIMAL64));
        for (int year = first; year < first + length; year++) {
            years.merge(year, part, Interval::plus);
        }
    }

    /** Its length in whole years; 0 where neither an end nor a tenure, or no beginning, is known. */
    private static int length(Claim.Schedule schedule) {
        PartialDate end = schedule.end();
        Double years = schedule.termYears();
        if (schedule.start() == null && schedule.agreed() == null) {
            return 0;
        }
        int length = years != null
                ? (int) Math.ceil(years)
                : end != null ? end.latest().getYear() - first(schedule) + 1 : 0;
        return Math.clamp(length, 0, LONGEST);
    }

    private static int first(Claim.Schedule schedule) {
        PartialDate start = schedule.start() != null ? schedule.start() : schedule.agreed();
        return Objects.requireNonNull(start).earliest().getYear();
    }
}

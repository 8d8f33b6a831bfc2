package org.dealgraph.claim.quantity;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reads days that are counted within a month: "the third Tuesday of September 2026", "the last day of October 2027". */
final class NthDays {

    private final Tokens tokens;

    NthDays(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The day at {@code i}, where the month's year is said. */
    @Nullable
    DateHit at(int i) {
        Integer ordinal = Calendar.ordinal(tokens.text(i));
        int count = tokens.is(i, "last") ? -1 : ordinal == null ? 0 : ordinal;
        int month = i + 3;
        boolean within = count != 0 && (tokens.is(i + 2, "of") || tokens.is(i + 2, "in"));
        Integer named = within ? Calendar.anyMonth(tokens.at(month)) : null;
        int year = tokens.is(month + 1, ",") || tokens.is(month + 1, "of") ? month + 2 : month + 1;
        if (named == null || !tokens.at(year).isYear()) {
            return null;
        }
        YearMonth in = YearMonth.of(Integer.parseInt(tokens.text(year)), named);
        return day(i + 1, count, in, year + 1);
    }

    private @Nullable DateHit day(int i, int count, YearMonth month, int end) {
        if (tokens.is(i, "day")) {
            return DateHit.of(PartialDate.ofDay(count < 0 ? month.atEndOfMonth() : month.atDay(count)), end);
        }
        Integer weekday = Calendar.anyWeekday(tokens.at(i));
        return weekday == null
                ? null
                : DateHit.of(
                        PartialDate.ofDay(
                                month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(count, DayOfWeek.of(weekday)))),
                        end);
    }
}

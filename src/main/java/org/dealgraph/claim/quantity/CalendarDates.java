package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reads days and months: "Feb. 27, 1998", "27 February 1998", "1998-02-27", "02/27/98", "March 2027", "April 20". */
final class CalendarDates {

    private final Tokens tokens;
    private final @Nullable LocalDate published;

    CalendarDates(Tokens tokens, @Nullable LocalDate published) {
        this.tokens = tokens;
        this.published = published;
    }

    /** The date at {@code i}; {@code future} says whether one without its year lies ahead. */
    @Nullable
    DateHit at(int i, boolean future) {
        Token t = tokens.at(i);
        if (t.isNumber()) {
            DateHit numeric = numeric(i);
            return numeric != null ? numeric : dayFirst(i, future);
        }
        Integer month = Calendar.month(t);
        if (month != null) {
            return monthFirst(i, month, future);
        }
        Integer small = Calendar.anyMonth(t);
        if (small != null) {
            return smallMonth(i, small);
        }
        Integer day = Calendar.day(tokens, i);
        int end = Calendar.dayEnd(tokens, i);
        boolean led = tokens.is(end, "of") || Calendar.month(tokens.at(end)) != null;
        return day == null || !led ? null : behindDay(i, day, end, future);
    }

    /** "june 3, 2013": a month written small counts only with its day and year. */
    private @Nullable DateHit smallMonth(int i, int month) {
        DateHit hit = tokens.at(i + 1).isNumber() ? monthFirst(i, month, false) : null;
        return hit == null || hit.relative() || hit.end() < i + 3 ? null : hit;
    }

    // ── numbers only ──

    private @Nullable DateHit numeric(int i) {
        String separator = tokens.text(i + 1);
        boolean known = separator.equals("-") || separator.equals("/") || separator.equals(".");
        boolean joined = known
                && tokens.is(i + 3, separator)
                && tokens.at(i + 2).isNumber()
                && tokens.at(i + 4).isNumber();
        for (int k = 1; joined && k <= 4; k++) {
            joined = tokens.at(i + k).glued();
        }
        if (!joined) {
            DateHit named = known ? monthBetween(i, separator) : null;
            named = named == null && separator.equals("/") ? monthAndYear(i) : named;
            named = named == null ? isoMonth(i) : named;
            return named == null ? compact(i) : named;
        }
        int a = small(i);
        int b = small(i + 2);
        int c = small(i + 4);
        if (tokens.at(i).isYear()) {
            return day(a, b, c, i + 5);
        }
        boolean year = tokens.at(i + 4).isYear() || tokens.text(i + 4).length() == 2 && !separator.equals(".");
        if (!year) {
            return null;
        }
        boolean dayFirst = separator.equals(".") && b <= 12 || a > 12;
        return dayFirst ? day(Calendar.century(c), b, a, i + 5) : day(Calendar.century(c), a, b, i + 5);
    }

    /** "23/Sep/2020", "2020-Sep-23", "3-Mar-13". */
    private @Nullable DateHit monthBetween(int i, String separator) {
        Integer month = Calendar.anyMonth(tokens.at(i + 2));
        boolean joined = month != null
                && tokens.is(i + 3, separator)
                && tokens.at(i + 2).glued()
                && tokens.at(i + 4).isNumber()
                && tokens.at(i + 4).glued();
        if (month == null || !joined) {
            return null;
        }
        int first = small(i);
        int last = small(i + 4);
        if (tokens.at(i).isYear()) {
            return day(first, month, last, i + 5);
        }
        boolean year = tokens.at(i + 4).isYear() || tokens.text(i + 4).length() == 2;
        return year ? day(Calendar.century(last), month, first, i + 5) : null;
    }

    /** "10/2027" and "2027/10"; "2026/27" is two years. */
    private @Nullable DateHit monthAndYear(int i) {
        boolean yearFirst = tokens.at(i).isYear();
        int month = small(yearFirst ? i + 2 : i);
        int year = small(yearFirst ? i : i + 2);
        boolean valid = (yearFirst || tokens.at(i + 2).isYear()) && month >= 1 && month <= 12;
        boolean joined = tokens.at(i + 1).glued() && tokens.at(i + 2).glued() && !tokens.is(i - 1, "/");
        boolean season = yearFirst && (tokens.text(i + 2).length() < 2 || year % 100 + 1 == month);
        return valid && joined && !season && !tokens.is(i + 3, "/")
                ? DateHit.of(PartialDate.ofMonth(YearMonth.of(year, month)), i + 3)
                : null;
    }

    /** "20270304", as file names and bulletins write it. */
    private @Nullable DateHit compact(int i) {
        String digits = tokens.text(i);
        boolean eight = digits.length() == 8 && (digits.startsWith("19") || digits.startsWith("20"));
        if (!eight || digits.indexOf(',') >= 0 || digits.indexOf('.') >= 0 || isGluedWord(i + 1)) {
            return null;
        }
        int number = Integer.parseInt(digits);
        return day(number / 10_000, number / 100 % 100, number % 100, i + 1);
    }

    private boolean isGluedWord(int i) {
        return tokens.at(i).glued() && tokens.at(i).isWord();
    }

    /** "2027-03"; "2026-27" is two years. */
    private @Nullable DateHit isoMonth(int i) {
        int month = small(i + 2);
        boolean joined = tokens.isHyphen(i + 1)
                && tokens.at(i + 1).glued()
                && tokens.at(i + 2).glued();
        boolean valid = tokens.at(i).isYear() && tokens.text(i + 2).length() == 2 && month >= 1 && month <= 12;
        return joined && valid && !(tokens.isHyphen(i + 3) && tokens.at(i + 4).glued())
                ? DateHit.of(PartialDate.ofMonth(YearMonth.of(small(i), month)), i + 3)
                : null;
    }

    /** A whole number of at most four digits, else -1. */
    private int small(int i) {
        BigDecimal value = tokens.at(i).value();
        if (value == null || value.scale() > 0 || tokens.text(i).length() > 4) {
            return -1;
        }
        return value.intValue();
    }

    // ── words ──

    private @Nullable DateHit dayFirst(int i, boolean future) {
        int day = small(i);
        if (day < 1 || day > 31) {
            return null;
        }
        int end = ordinalEnd(i + 1);
        boolean stop = tokens.is(end, ".")
                && tokens.at(end).glued()
                && Calendar.month(tokens.at(end + 1)) != null
                && tokens.at(point(end + 2)).isYear();
        return behindDay(i, day, stop ? end + 1 : end, future);
    }

    /** The month and year behind a day that ends before {@code end}: "27 February 1998", "7 to 9 October 2013". */
    private @Nullable DateHit behindDay(int i, int day, int end, boolean future) {
        int next = end;
        boolean span = tokens.is(next, "to") || tokens.is(next, "and") || tokens.isDash(next);
        int last = span ? small(next + 1) : -1;
        if (last > day && last <= 31 && tokens.at(ordinalEnd(next + 2)).isWord()) {
            DateHit whole = behindDay(next + 1, last, ordinalEnd(next + 2), future);
            PartialDate until = whole == null ? null : whole.date();
            if (whole == null || until == null || !until.earliest().equals(until.latest())) {
                return null;
            }
            PartialDate from = PartialDate.ofDay(until.earliest().withDayOfMonth(day));
            return new DateHit(from, end, whole.relative(), false);
        }
        next = tokens.is(next, "of") || tokens.isHyphen(next) ? next + 1 : next;
        Integer month = Calendar.anyMonth(tokens.at(next));
        if (month == null) {
            return null;
        }
        int after = point(next + 1);
        if (tokens.isHyphen(after)
                && tokens.isHyphen(next - 1)
                && tokens.text(after + 1).length() == 2) {
            return small(after + 1) < 0 ? null : day(Calendar.century(small(after + 1)), month, day, after + 2);
        }
        boolean link = tokens.is(after, ",") || tokens.is(after, "of") || tokens.is(after, "in");
        int year = link || tokens.isHyphen(after) ? after + 1 : after;
        if (tokens.at(year).isYear()) {
            return day(small(year), month, day, year + 1);
        }
        if (Calendar.month(tokens.at(next)) == null || isOldYear(year)) {
            return null;
        }
        boolean more = Calendar.month(tokens.at(i - 1)) != null;
        return more ? null : yearless(month, day, after, future);
    }

    /** "5 December 1391" is no day of this year. */
    private boolean isOldYear(int i) {
        return tokens.at(i).isNumber() && tokens.text(i).length() == 4 && small(i) >= 1000;
    }

    /** Past the second day of "October 7-9, 2013"; the first counts. */
    private int daySpan(int i) {
        boolean span = tokens.isHyphen(i) && small(i + 1) >= 1 && small(i + 1) <= 31 && tokens.is(i + 2, ",");
        return span && tokens.at(i + 3).isYear() ? i + 2 : i;
    }

    private int ordinalEnd(int i) {
        String t = tokens.text(i);
        boolean ordinal =
                tokens.at(i).glued() && (t.equals("st") || t.equals("nd") || t.equals("rd") || t.equals("th"));
        return ordinal ? i + 1 : i;
    }

    /** Past the point of "Feb." */
    private int point(int i) {
        return tokens.is(i, ".") && tokens.at(i).glued() && tokens.text(i - 1).length() <= 4 ? i + 1 : i;
    }

    private @Nullable DateHit monthFirst(int i, int month, boolean future) {
        int next = point(i + 1);
        int spelled = tokens.is(next, "the") ? next + 1 : next;
        Integer word = Calendar.day(tokens, spelled);
        int behind = Calendar.dayEnd(tokens, spelled);
        int inYear = tokens.is(behind, ",") ? behind + 1 : behind;
        if (word != null && tokens.at(inYear).isYear()) {
            return day(small(inYear), month, word, inYear + 1);
        }
        DateHit hyphened = tokens.isHyphen(next) ? hyphened(next, month) : null;
        if (hyphened != null) {
            return hyphened;
        }
        int day = small(next);
        boolean percent = tokens.is(next + 1, "%") || tokens.at(next + 1).is("percent");
        if (day >= 1 && day <= 31 && !percent && !tokens.is(next - 1, "-")) {
            int after = daySpan(ordinalEnd(next + 1));
            int year = tokens.is(after, ",") || tokens.is(after, "of") ? after + 1 : after;
            if (tokens.at(year).isYear() && !isUnitBehind(year)) {
                return day(small(year), month, day, year + 1);
            }
            return yearless(month, day, after, future);
        }
        int year = tokens.is(next, ",") || tokens.is(next, "of") || tokens.isHyphen(next) ? next + 1 : next;
        if (tokens.at(year).isYear()) {
            return DateHit.of(PartialDate.ofMonth(YearMonth.of(small(year), month)), year + 1);
        }
        return tokens.is(year, "this") || tokens.is(year, "next") || tokens.is(year, "last")
                ? monthOf(month, year)
                : monthAlone(i, month, next, future);
    }

    /** "Sep-23-2020", from its first hyphen. */
    private @Nullable DateHit hyphened(int i, int month) {
        boolean joined = tokens.isHyphen(i + 2) && tokens.at(i + 3).isYear();
        for (int k = 0; joined && k <= 3; k++) {
            joined = tokens.at(i + k).glued();
        }
        int day = small(i + 1);
        return joined && day >= 1 && day <= 31 ? day(small(i + 3), month, day, i + 4) : null;
    }

    private boolean isUnitBehind(int year) {
        return Units.find(tokens.text(year + 1)) != null || UnitNouns.is(tokens.text(year + 1));
    }

    private @Nullable DateHit monthOf(int month, int i) {
        if (!tokens.is(i + 1, "year") || published == null) {
            return null;
        }
        int shift = tokens.is(i, "next") ? 1 : tokens.is(i, "last") ? -1 : 0;
        return DateHit.relative(PartialDate.ofMonth(YearMonth.of(published.getYear() + shift, month)), i + 2);
    }

    /** "May" and "March" are months only behind a word that a month follows. */
    private @Nullable DateHit monthAlone(int i, int month, int end, boolean future) {
        boolean led = switch (tokens.text(i - 1)) {
            case "in",
                    "since",
                    "by",
                    "from",
                    "until",
                    "last",
                    "next",
                    "this",
                    "of",
                    "through",
                    "to",
                    "before",
                    "after",
                    "during",
                    "early",
                    "late",
                    "mid",
                    "-",
                    "and",
                    "between",
                    "end",
                    "till" -> true;
            default -> false;
        };
        if (!led || tokens.text(i).length() < 3) {
            return null;
        }
        if (published == null) {
            return DateHit.relative(null, end);
        }
        YearMonth now = YearMonth.from(published);
        YearMonth same = YearMonth.of(now.getYear(), month);
        if (tokens.is(i - 1, "this")) {
            return DateHit.relative(PartialDate.ofMonth(same), end);
        }
        boolean ahead = future || tokens.is(i - 1, "next");
        boolean passed = tokens.is(i - 1, "last") ? !same.isBefore(now) : same.isAfter(now);
        YearMonth meant = ahead ? (same.isBefore(now) ? same.plusYears(1) : same) : passed ? same.minusYears(1) : same;
        return DateHit.relative(PartialDate.ofMonth(meant), end);
    }

    private @Nullable DateHit yearless(int month, int day, int end, boolean future) {
        if (published == null) {
            return DateHit.relative(null, end);
        }
        try {
            int year = published.getYear();
            LocalDate same = LocalDate.of(year, month, day);
            LocalDate meant = future
                    ? (same.isBefore(published) ? same.plusYears(1) : same)
                    : same.isAfter(published) ? same.minusYears(1) : same;
            return DateHit.relative(PartialDate.ofDay(meant), end);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable DateHit day(int year, int month, int day, int end) {
        try {
            return DateHit.of(PartialDate.ofDay(LocalDate.of(year, month, day)), end);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

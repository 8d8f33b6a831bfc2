package org.dealgraph.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as precisely as a text gives it: {@code 2027}, {@code 2027-H2}, {@code 2027-Q1}, {@code 2027-03} or {@code
 * 2027-03-15}.
 *
 * @param text the canonical form above
 * @param earliest its first day
 * @param latest its last day
 */
public record PartialDate(String text, LocalDate earliest, LocalDate latest) implements Comparable<PartialDate> {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(?:H([12])|Q([1-4])|(\\d{2})(?:-(\\d{2}))?))?");

    /** Reads the canonical form; anything else is an {@link IllegalArgumentException} that names it. */
    public static PartialDate parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "could not read a date: '" + text + "' (use 2027, 2027-H2, 2027-Q1, 2027-03 or 2027-03-15)");
        }
        int year = Integer.parseInt(m.group(1));
        try {
            if (m.group(5) != null) {
                return ofDay(LocalDate.of(year, Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5))));
            }
            if (m.group(4) != null) {
                return ofMonth(YearMonth.of(year, Integer.parseInt(m.group(4))));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("could not read a date: '" + text + "' is not in the calendar", e);
        }
        if (m.group(3) != null) {
            return ofQuarter(year, Integer.parseInt(m.group(3)));
        }
        return m.group(2) != null ? ofHalf(year, Integer.parseInt(m.group(2))) : ofYear(year);
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate("%04d".formatted(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** A half of a year; {@code half} is 1 or 2. */
    public static PartialDate ofHalf(int year, int half) {
        YearMonth first = YearMonth.of(year, half == 1 ? 1 : 7);
        return new PartialDate(
                "%04d-H%d".formatted(year, half),
                first.atDay(1),
                first.plusMonths(5).atEndOfMonth());
    }

    /** A quarter of a year; {@code quarter} is 1 to 4. */
    public static PartialDate ofQuarter(int year, int quarter) {
        YearMonth first = YearMonth.of(year, 3 * quarter - 2);
        return new PartialDate(
                "%04d-Q%d".formatted(year, quarter),
                first.atDay(1),
                first.plusMonths(2).atEndOfMonth());
    }

    public static PartialDate ofMonth(YearMonth month) {
        return new PartialDate(month.toString(), month.atDay(1), month.atEndOfMonth());
    }

    public static PartialDate ofDay(LocalDate day) {
        return new PartialDate(day.toString(), day, day);
    }

    /** Whether some day lies in both. */
    public boolean overlaps(PartialDate other) {
        return !latest.isBefore(other.earliest) && !other.latest.isBefore(earliest);
    }

    /** By first day, then the more precise one first, then by form: a total order. */
    @Override
    public int compareTo(PartialDate other) {
        int byStart = earliest.compareTo(other.earliest);
        int byEnd = byStart != 0 ? byStart : latest.compareTo(other.latest);
        return byEnd != 0 ? byEnd : text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

package org.dealgraph.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point in time as pages and feeds write it: ISO 8601, RFC 822, {@code asctime}, seconds since 1970, or a day in the words of
 * English and, as {@link CalendarWords} knows them, of other languages.
 *
 * @param day the calendar day in the writer's own zone
 * @param instant the moment; midnight where no time is given, UTC where no zone is given
 */
public record WrittenTime(LocalDate day, Instant instant) {

    private static final int LONGEST = 120;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int TWO_DIGIT_PIVOT = 70;

    private static final String CLOCK =
            "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,:]\\d+)?)?\\s*(?<half>[ap]\\.?m\\.?)?";
    private static final String ZONE =
            "(?:\\s*\\(?(?:Etc/)?(?<zone>Z|(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?|[A-Z]{1,5})\\b\\)?(?:\\s*\\([^()]{1,60}\\))?)?";
    private static final String MONTH = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{0,6})\\.?";
    private static final String WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?(?:,\\s*|\\s+))?";
    private static final String TIME = "(?:,?\\s*(?:[|·–-]|at)?\\s*" + CLOCK + ZONE + ")?";

    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{4})-?(?<number>\\d{2})-?(?<day>\\d{2})(?:[T ,_]+(?<hour>\\d{2}):?(?<minute>\\d{2})"
                    + "(?::?(?<second>\\d{2})(?:[.,]\\d+)?)?(?:\\s*(?<half>[ap]\\.?m\\b\\.?))?" + ZONE + ")?"),
            form(WEEKDAY + "(?<year>\\d{4})[/.-]\\s?(?<number>\\d{1,2})[/.-]\\s?(?<day>\\d{1,2})\\.?" + TIME),
            form("(?<day>\\d{1,2})\\.\\s?(?<number>\\d{1,2})\\.\\s?(?<year>\\d{4})" + TIME),
            form("(?<year>\\d{4})-" + MONTH + "-(?<day>\\d{1,2})(?:[T ]" + CLOCK + ZONE + ")?"),
            form(WEEKDAY + "(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+" + MONTH
                    + ",?[\\s-]+(?<year>\\d{4}|\\d{2})\\b" + TIME),
            form(WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})" + TIME),
            form(WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2})\\s+" + CLOCK + ZONE + "\\s+(?<year>\\d{4})"),
            form("(?<number>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})" + TIME),
            form("(?<year>\\d{4})(?:-(?<number>\\d{2}))?"));

    /** Seconds since 1970, of 2017 to 2033, with or without thousandths. */
    private static final Pattern SINCE_EPOCH = Pattern.compile("1[5-9]\\d{8}(?:\\d{3})?");

    private static final int SECONDS = 10;
    private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})");

    private static final Pattern IN_WORDS = Pattern.compile(
            "\\b(?:" + MONTH + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})"
                    + "|(?<dayfirst>\\d{1,2})(?:st|nd|rd|th)?\\s+" + MONTH.replace("month", "monthlast")
                    + ",?\\s+(?<yearlast>\\d{4}))",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("ET", -5),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("CT", -6),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("PT", -8),
            Map.entry("AST", -4),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("JST", 9));

    private static Pattern form(String body) {
        return Pattern.compile(body, Pattern.CASE_INSENSITIVE);
    }

    /** Reads a text that is a date and nothing else; empty where it is none that the calendar knows. */
    public static Optional<WrittenTime> parse(String text) {
        if (text.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        String s = SPACE.matcher(text.strip()).replaceAll(" ");
        if (s.isEmpty() || s.length() > LONGEST) {
            return Optional.empty();
        }
        return inForm(s).or(() -> {
            String english = CalendarWords.inEnglish(s);
            return english.equals(s) ? Optional.empty() : inForm(english);
        });
    }

    private static Optional<WrittenTime> inForm(String s) {
        for (Pattern form : FORMS) {
            Matcher m = form.matcher(s);
            if (m.matches()) {
                return read(m);
            }
        }
        if (SINCE_EPOCH.matcher(s).matches()) {
            Instant instant = Instant.ofEpochSecond(Long.parseLong(s.substring(0, SECONDS)));
            return Optional.of(new WrittenTime(instant.atZone(ZoneOffset.UTC).toLocalDate(), instant));
        }
        Matcher ordinal = ORDINAL.matcher(s);
        return ordinal.matches() ? ofDayOfYear(ordinal) : Optional.empty();
    }

    /** A day counted from the first of January, as ISO 8601 allows. */
    private static Optional<WrittenTime> ofDayOfYear(Matcher m) {
        try {
            LocalDate day = LocalDate.ofYearDay(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            return Optional.of(new WrittenTime(day, day.atStartOfDay().toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first day written in English words inside a longer text. */
    public static Optional<WrittenTime> findIn(String text) {
        Matcher m = IN_WORDS.matcher(text);
        while (m.find()) {
            boolean monthFirst = m.group("day") != null;
            Optional<WrittenTime> time = at(
                    m.group(monthFirst ? "year" : "yearlast"),
                    month(m.group(monthFirst ? "month" : "monthlast")),
                    m.group(monthFirst ? "day" : "dayfirst"),
                    LocalTime.MIDNIGHT,
                    ZoneOffset.UTC);
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    private static Optional<WrittenTime> read(Matcher m) {
        Optional<String> number = group(m, "number");
        int month = number.map(Integer::parseInt)
                .orElseGet(() -> group(m, "month").map(WrittenTime::month).orElse(1));
        return clock(m).flatMap(time -> at(
                m.group("year"),
                month,
                group(m, "day").orElse("1"),
                time,
                group(m, "zone").map(WrittenTime::zone).orElse(ZoneOffset.UTC)));
    }

    private static Optional<WrittenTime> at(String year, int month, String day, LocalTime time, ZoneOffset zone) {
        try {
            LocalDate date = LocalDate.of(year(year), month, Integer.parseInt(day));
            return Optional.of(new WrittenTime(date, date.atTime(time).toInstant(zone)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> clock(Matcher m) {
        Optional<String> hour = group(m, "hour");
        if (hour.isEmpty()) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        int h = Integer.parseInt(hour.get());
        Optional<String> half = group(m, "half").filter(s -> !s.isEmpty());
        if (half.isPresent() && h <= 12) {
            h = h % 12 + (half.get().toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        int second = group(m, "second").map(Integer::parseInt).orElse(0);
        try {
            return Optional.of(LocalTime.of(h, Integer.parseInt(m.group("minute")), Math.min(second, 59)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (text.length() > 2) {
            return year;
        }
        return year + (year < TWO_DIGIT_PIVOT ? 2000 : 1900);
    }

    private static int month(String text) {
        return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(text.toLowerCase(Locale.ROOT)) / 3 + 1;
    }

    private static ZoneOffset zone(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        Integer hours = ZONES.get(name);
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        int sign = Math.max(name.indexOf('+'), name.indexOf('-'));
        if (sign < 0) {
            return ZoneOffset.UTC;
        }
        String digits = name.substring(sign + 1).replace(":", "");
        String full = digits.length() <= 2 ? digits + "00" : digits;
        int minutes = Integer.parseInt(full.substring(full.length() - 2));
        int offset = Integer.parseInt(full.substring(0, full.length() - 2)) * 60 + minutes;
        return offset > 18 * 60
                ? ZoneOffset.UTC
                : ZoneOffset.ofTotalSeconds((name.charAt(sign) == '-' ? -60 : 60) * offset);
    }

    private static Optional<String> group(Matcher m, String name) {
        return m.namedGroups().containsKey(name) ? Optional.ofNullable(m.group(name)) : Optional.empty();
    }
}

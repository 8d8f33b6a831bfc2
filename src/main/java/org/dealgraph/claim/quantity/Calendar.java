package org.dealgraph.claim.quantity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of the calendar. */
final class Calendar {

    private static final Map<String, Integer> MONTHS = numbered(
            "january,february,march,april,may,june,july,august,september,october,november,december",
            "jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec",
            "-,-,-,-,-,-,-,-,sept,-,-,-");

    private static final Map<String, Integer> WEEKDAYS =
            numbered("monday,tuesday,wednesday,thursday,friday,saturday,sunday");

    private static final Map<String, Integer> ORDINALS = numbered("first,second,third,fourth", "1st,2nd,3rd,4th");

    private static final Map<String, Integer> DAYS = numbered(
            "first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth,thirteenth,fourteenth,"
                    + "fifteenth,sixteenth,seventeenth,eighteenth,nineteenth,twentieth,-,-,-,-,-,-,-,-,-,thirtieth");

    private static final Set<String> STARTS = Stream.of(MONTHS.keySet(), DAYS.keySet(), Set.of("twenty", "thirty"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private Calendar() {}

    private static Map<String, Integer> numbered(String... rows) {
        Map<String, Integer> map = new HashMap<>();
        for (String row : rows) {
            String[] words = row.split(",");
            for (int i = 0; i < words.length; i++) {
                map.put(words[i], i + 1);
            }
        }
        map.remove("-");
        return Map.copyOf(map);
    }

    /** 1 to 12; a month is written with a capital. */
    static @Nullable Integer month(Token t) {
        return t.isWord() && t.capital() ? MONTHS.get(t.text()) : null;
    }

    /** As above, also where it is written small, as beside a day and a year. */
    static @Nullable Integer anyMonth(Token t) {
        return t.isWord() ? MONTHS.get(t.text()) : null;
    }

    /** Whether a word can start a day that is spelled: a month, or a number of order. */
    static boolean startsDay(Token t) {
        return t.isWord() && STARTS.contains(t.text());
    }

    /** 1 for Monday to 7. */
    static @Nullable Integer weekday(Token t) {
        return t.isWord() && t.capital() ? WEEKDAYS.get(t.text()) : null;
    }

    /** As above, also where it is written small. */
    static @Nullable Integer anyWeekday(Token t) {
        return t.isWord() ? WEEKDAYS.get(t.text()) : null;
    }

    /** "first" to "fourth". */
    static @Nullable Integer ordinal(String word) {
        return ORDINALS.get(word);
    }

    /** The day that "twenty-first" or "third" spells at {@code i}. */
    static @Nullable Integer day(Tokens tokens, int i) {
        int tens = switch (tokens.text(i)) {
            case "twenty" -> 20;
            case "thirty" -> 30;
            default -> 0;
        };
        Integer unit = DAYS.get(tokens.text(dayEnd(tokens, i) - 1));
        if (unit == null || tens == 0) {
            return unit;
        }
        return unit < 10 && tens + unit <= 31 ? Integer.valueOf(tens + unit) : null;
    }

    /** The index behind the day that is spelled at {@code i}. */
    static int dayEnd(Tokens tokens, int i) {
        boolean tens = tokens.is(i, "twenty") || tokens.is(i, "thirty");
        return tens ? tokens.skipHyphen(i + 1) + 1 : i + 1;
    }

    /** "1998", or the year meant by "98". */
    static int century(int year) {
        if (year >= 100) {
            return year;
        }
        return year < 60 ? 2000 + year : 1900 + year;
    }
}

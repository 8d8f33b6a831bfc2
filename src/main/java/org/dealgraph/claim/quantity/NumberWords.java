package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The closed classes of number words: small numbers, and the scales that multiply them. */
final class NumberWords {

    private static final Map<String, BigDecimal> SMALL = table("""
            zero 0|one 1|two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|ten 10|eleven 11|twelve 12|thirteen 13|fourteen 14|fifteen 15
            sixteen 16|seventeen 17|eighteen 18|nineteen 19|twenty 20|thirty 30|forty 40|fourty 40|fifty 50|sixty 60|seventy 70|eighty 80|ninety 90
            """);

    private static final Map<String, BigDecimal> SCALES = table("""
            dozen 12|hundred 1e2|thousand 1e3|lakh 1e5|lakhs 1e5|lac 1e5|lacs 1e5|million 1e6|millions 1e6|crore 1e7|crores 1e7|billion 1e9|billions 1e9
            milliard 1e9|trillion 1e12|trillions 1e12|quadrillion 1e15|bn 1e9|bln 1e9|mln 1e6|mio 1e6|mrd 1e9|trn 1e12|trln 1e12|tn 1e12|bio 1e9|万 1e4|萬 1e4|亿 1e8|億 1e8|兆 1e12
            """);

    /** Letters that are a scale only directly behind digits, or behind digits with a currency. */
    private static final Map<String, BigDecimal> LETTERS =
            table("k 1e3|m 1e6|mm 1e6|mn 1e6|mil 1e6|b 1e9|bil 1e9|t 1e12|cr 1e7|grand 1e3");

    private static final Map<String, Integer> FIGURES = Map.ofEntries(
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("6", 6),
            Map.entry("7", 7),
            Map.entry("8", 8),
            Map.entry("9", 9),
            Map.entry("10", 10),
            Map.entry("11", 11),
            Map.entry("12", 12),
            Map.entry("13", 13));

    private NumberWords() {}

    private static Map<String, BigDecimal> table(String rows) {
        Map<String, BigDecimal> map = new HashMap<>();
        for (String row : rows.strip().split("\\s*[|\\n]\\s*")) {
            int space = row.indexOf(' ');
            map.put(row.substring(0, space), plain(new BigDecimal(row.substring(space + 1))));
        }
        return Map.copyOf(map);
    }

    private static BigDecimal plain(BigDecimal x) {
        return x.scale() < 0 ? x.setScale(0) : x;
    }

    static @Nullable BigDecimal small(String word) {
        return SMALL.get(word);
    }

    static @Nullable BigDecimal scale(String word) {
        return SCALES.get(word);
    }

    static @Nullable BigDecimal letterScale(String word) {
        return LETTERS.get(word);
    }

    /** The digits of "eleven-figure". */
    static @Nullable Integer figures(String word) {
        return FIGURES.get(word);
    }
}

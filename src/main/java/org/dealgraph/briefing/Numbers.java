package org.dealgraph.briefing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Per;

/** Numbers and dates as prose has them: "at least $38 billion", "up to 5 GW", "the second half of 2027". */
final class Numbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final List<String> SCALES = List.of("", " thousand", " million", " billion", " trillion");
    private static final List<String> WORDS = List.of(
            "no",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    private Numbers() {}

    /** The quantity of a term, with its unit. */
    static String text(Claim.Subject subject) {
        if (subject.money() != null) {
            Money money = subject.money();
            String rate = money.per() == null ? "" : money.per() == Per.MONTH ? " a month" : " a year";
            return text(money.amount(), money.currency()) + rate;
        }
        if (subject.power() != null) {
            return text(subject.power().megawatts(), "MW");
        }
        return subject.units() == null ? "" : text(subject.units(), "units");
    }

    /** The unit of a term's quantity; empty where it has none. */
    static String unit(Claim.Subject subject) {
        if (subject.money() != null) {
            return subject.money().currency();
        }
        return subject.power() != null ? "MW" : subject.units() != null ? "units" : "";
    }

    /** An interval of money (ISO 4217 code), power (MW) or anything that is counted. */
    static String text(Interval x, String unit) {
        Function<BigDecimal, String> figure = n -> figure(n, unit);
        return switch (x.bound()) {
            case STATED -> figure.apply(x.value());
            case AT_LEAST -> "at least " + figure.apply(x.low());
            case UP_TO -> "up to " + figure.apply(x.value());
            case ABOUT -> "about " + figure.apply(x.value());
            case BETWEEN ->
                x.low().signum() == 0
                        ? "up to " + figure.apply(x.value())
                        : "between " + figure.apply(x.low()) + " and " + figure.apply(x.value());
        };
    }

    private static String figure(BigDecimal n, String unit) {
        if (unit.equals("MW")) {
            return n.compareTo(THOUSAND) >= 0
                    ? digits(n.divide(THOUSAND, MathContext.DECIMAL64)) + " GW"
                    : digits(n) + " MW";
        }
        if (unit.equals("%")) {
            return n.setScale(0, RoundingMode.HALF_UP).toPlainString() + "%";
        }
        return unit.matches("[A-Z]{3}") ? sign(unit) + scaled(n) : scaled(n);
    }

    private static String scaled(BigDecimal n) {
        BigDecimal rest = n;
        int scale = 0;
        while (scale < SCALES.size() - 1
                && rest.abs().compareTo(THOUSAND) >= 0
                && (scale > 0 || n.abs().compareTo(new BigDecimal(1_000_000)) >= 0)) {
            rest = rest.divide(THOUSAND, MathContext.DECIMAL64);
            scale++;
        }
        return scale == 0
                ? "%,d".formatted(n.setScale(0, RoundingMode.HALF_UP).toBigInteger())
                : digits(rest) + SCALES.get(scale);
    }

    /** At most four digits that say something. */
    private static String digits(BigDecimal n) {
        return n.round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }

    private static String sign(String currency) {
        return switch (currency) {
            case "USD" -> "$";
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "JPY" -> "¥";
            case "INR" -> "₹";
            case "KRW" -> "₩";
            default -> currency + " ";
        };
    }

    /** How many: in words up to twenty, in digits beyond. */
    static String count(long n) {
        return n < WORDS.size() ? WORDS.get((int) n) : "%,d".formatted(n);
    }

    /** A length of time. */
    static String years(double years) {
        boolean whole = years == Math.rint(years);
        String number = whole
                ? count((long) years)
                : BigDecimal.valueOf(years).stripTrailingZeros().toPlainString();
        return number + (years == 1 ? " year" : " years");
    }

    static String date(PartialDate date) {
        LocalDate first = date.earliest();
        if (first.equals(date.latest())) {
            return day(first);
        }
        String text = date.text();
        int year = first.getYear();
        if (text.contains("H")) {
            return "the " + ORDINALS.get(first.getMonthValue() / 6) + " half of " + year;
        }
        if (text.contains("Q")) {
            return "the " + ORDINALS.get(first.getMonthValue() / 3) + " quarter of " + year;
        }
        return text.length() == 4 ? text : MONTH.format(first);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The first letter large. */
    static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }
}

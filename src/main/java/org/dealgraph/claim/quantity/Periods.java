package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reads years and their parts: "Q3 2026", "second half of 2026", "2H26", "late 2027", "fiscal 2027", "next year". */
final class Periods {

    private final Tokens tokens;
    private final @Nullable LocalDate published;

    Periods(Tokens tokens, @Nullable LocalDate published) {
        this.tokens = tokens;
        this.published = published;
    }

    @Nullable
    DateHit at(int i) {
        Token t = tokens.at(i);
        if (t.isNumber()) {
            return leadingNumber(i);
        }
        if (!t.isWord()) {
            return null;
        }
        DateHit hit = lettered(i);
        hit = hit == null ? part(i) : hit;
        hit = hit == null ? position(i) : hit;
        hit = hit == null ? season(i) : hit;
        return hit == null ? fiscal(i) : hit;
    }

    // ── a year ──

    /** The year at {@code i}: "2026", "fiscal 2026", "FY26", "next year"; {@code brief} allows "26". */
    @Nullable
    DateHit year(int i, boolean brief) {
        Token t = tokens.at(i);
        if (t.isYear()) {
            DateHit part = partBehind(i);
            if (part != null) {
                return part;
            }
            return isMeasure(i + 1) ? null : DateHit.of(PartialDate.ofYear(Integer.parseInt(t.text())), i + 1);
        }
        boolean quote = t.is("'");
        Token two = tokens.at(quote ? i + 1 : i);
        if ((brief || quote)
                && two.isNumber()
                && two.text().length() == 2
                && two.value() != null
                && two.value().scale() == 0) {
            return DateHit.of(PartialDate.ofYear(Calendar.century(two.value().intValue())), quote ? i + 2 : i + 1);
        }
        DateHit fiscal = fiscal(i);
        return fiscal != null ? fiscal : relativeYear(i);
    }

    /** "2026 second quarter", "2027Q4": the part behind its year. */
    private @Nullable DateHit partBehind(int i) {
        String word = tokens.text(i + 1);
        DateHit year = DateHit.of(PartialDate.ofYear(Integer.parseInt(tokens.text(i))), i + 2);
        boolean lettered = word.length() == 2 && (word.startsWith("q") || word.startsWith("h")) && isDigits(word, 1);
        if (lettered) {
            return within(year, word.charAt(0), word.charAt(1) - '0');
        }
        Integer number = Calendar.ordinal(word);
        int at = tokens.skipHyphen(i + 2);
        boolean quarter = tokens.is(at, "quarter");
        if (number == null || !quarter && !tokens.is(at, "half")) {
            return null;
        }
        DateHit hit = within(year, quarter ? 'q' : 'h', number);
        return hit == null ? null : new DateHit(hit.date(), at + 1, false, false);
    }

    private boolean isMeasure(int i) {
        boolean glued = tokens.at(i).glued() && tokens.at(i).isWord();
        return glued || Units.find(tokens.text(i)) != null && !tokens.is(i, "times");
    }

    private @Nullable DateHit relativeYear(int i) {
        int year = i + 1;
        int shift = switch (tokens.text(i)) {
            case "next" -> 1;
            case "last", "previous" -> -1;
            case "this", "current", "the" -> 0;
            default -> 9;
        };
        if (shift == 9) {
            return null;
        }
        boolean fiscal = tokens.is(year, "fiscal");
        year = fiscal || tokens.is(year, "calendar") || tokens.is(year, "following") ? year + 1 : year;
        if (!tokens.is(year, "year") || tokens.isHyphen(year + 1)) {
            return null;
        }
        DateHit hit =
                DateHit.relative(published == null ? null : PartialDate.ofYear(published.getYear() + shift), year + 1);
        return fiscal ? hit.fiscally() : hit;
    }

    private @Nullable DateHit fiscal(int i) {
        String word = tokens.text(i);
        boolean glued = word.startsWith("fy") || word.startsWith("cy");
        if (glued && word.length() > 2 && (word.length() == 4 || word.length() == 6) && isDigits(word, 2)) {
            DateHit hit = DateHit.of(PartialDate.ofYear(Calendar.century(Integer.parseInt(word.substring(2)))), i + 1);
            return word.startsWith("fy") ? hit.fiscally() : hit;
        }
        boolean fy = word.equals("fy") || word.equals("cy");
        boolean fiscal = word.equals("fiscal") || word.equals("financial") || word.equals("calendar");
        if (!fy && !fiscal) {
            return null;
        }
        int year = tokens.is(i + 1, "year") || tokens.is(i + 1, "years") ? i + 2 : i + 1;
        DateHit hit = tokens.at(year).isYear() || fy || tokens.is(year, "'") ? year(year, fy) : null;
        return hit == null || word.equals("calendar") || word.equals("cy") ? hit : hit.fiscally();
    }

    private static boolean isDigits(String word, int from) {
        for (int i = from; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    // ── quarters and halves ──

    /** "2H26", "1Q 2027". */
    private @Nullable DateHit leadingNumber(int i) {
        if (tokens.at(i).isYear()) {
            return partBehind(i);
        }
        BigDecimal value = tokens.at(i).value();
        Token next = tokens.at(i + 1);
        if (value == null || value.scale() > 0 || tokens.text(i).length() != 1 || !next.glued() || !next.isWord()) {
            return ordinal(i);
        }
        char letter = next.text().charAt(0);
        if (letter != 'h' && letter != 'q') {
            return ordinal(i);
        }
        String rest = next.text().substring(1);
        DateHit year = rest.length() == 2 && isDigits(rest, 0) || rest.length() == 4 && isDigits(rest, 0)
                ? DateHit.of(PartialDate.ofYear(Calendar.century(Integer.parseInt(rest))), i + 2)
                : rest.isEmpty() ? yearOf(i + 2) : null;
        return year == null ? null : within(year, letter, value.intValue());
    }

    /** "1st quarter of 2027". */
    private @Nullable DateHit ordinal(int i) {
        Token next = tokens.at(i + 1);
        Integer number = next.glued() ? Calendar.ordinal(tokens.text(i) + next.text()) : null;
        return number == null ? null : named(number, i + 2);
    }

    /** "Q3 2026", "H2 FY27", "Q3'26". */
    private @Nullable DateHit lettered(int i) {
        String word = tokens.text(i);
        if (word.length() != 2 || !isDigits(word, 1)) {
            return null;
        }
        char letter = word.charAt(0);
        DateHit year = letter == 'q' || letter == 'h' ? yearOf(i + 1) : null;
        return year == null ? null : within(year, letter, word.charAt(1) - '0');
    }

    /** A year behind its part, with what may stand between. */
    private @Nullable DateHit yearOf(int i) {
        int at = tokens.is(i, "of") || tokens.is(i, ",") || tokens.isHyphen(i) || tokens.is(i, "in") ? i + 1 : i;
        at = tokens.is(at, "the") ? at + 1 : at;
        at = tokens.is(at, "its") || tokens.is(at, "our") ? at + 1 : at;
        DateHit year = year(at, true);
        return year == null && at > i && tokens.is(at - 1, "the") ? relativeYear(at - 1) : year;
    }

    private static @Nullable DateHit within(DateHit year, char letter, int number) {
        boolean quarter = letter == 'q';
        if (number < 1 || number > (quarter ? 4 : 2)) {
            return null;
        }
        if (year.date() == null || year.fiscal()) {
            return year;
        }
        int y = year.date().earliest().getYear();
        PartialDate date = quarter ? PartialDate.ofQuarter(y, number) : PartialDate.ofHalf(y, number);
        return new DateHit(date, year.end(), year.relative(), false);
    }

    /** "the third quarter of 2026", "second half of next year", "fourth-quarter 2026". */
    private @Nullable DateHit part(int i) {
        String word = tokens.text(i);
        Integer number = Calendar.ordinal(word);
        if (word.equals("latter") || word.equals("back")) {
            number = 2;
        } else if (word.equals("final")
                || word.equals("last") && tokens.is(i + 1, "quarter") && tokens.is(i + 2, "of")) {
            number = 4;
        }
        DateHit months = months(i, word);
        return months != null || number == null ? months : named(number, i + 1);
    }

    /** "the first three months of 2013", "the last six months of 2027": a quarter or a half of its year. */
    private @Nullable DateHit months(int i, String word) {
        boolean first = word.equals("first");
        boolean last = word.equals("last") || word.equals("final");
        boolean quarter = tokens.is(i + 1, "three") || tokens.is(i + 1, "3");
        boolean half = tokens.is(i + 1, "six") || tokens.is(i + 1, "6");
        if (!(first || last) || !(quarter || half) || !tokens.are(i + 2, "months", "of")) {
            return null;
        }
        DateHit year = yearOf(i + 3);
        int number = first ? 1 : quarter ? 4 : 2;
        return year == null ? null : within(year, quarter ? 'q' : 'h', number);
    }

    private @Nullable DateHit named(int number, int i) {
        int at = tokens.skipHyphen(i);
        boolean quarter = tokens.is(at, "quarter")
                || tokens.is(at, "qtr")
                || tokens.is(at, "fiscal") && tokens.is(at + 1, "quarter");
        boolean half = tokens.is(at, "half") || tokens.is(at, "part");
        if (!quarter && !half) {
            return null;
        }
        int end = tokens.is(at, "fiscal") ? at + 2 : at + 1;
        DateHit year = yearOf(end);
        return year == null ? null : within(year, quarter ? 'q' : 'h', number);
    }

    // ── early, mid, late ──

    /** "early 2027", "mid-2027", "the end of 2026", "year-end 2026", "late next year", "the end of the decade". */
    private @Nullable DateHit position(int i) {
        String word = tokens.text(i);
        int half = switch (word) {
            case "early", "earlier", "beginning", "start" -> 1;
            case "late", "later", "end", "close" -> 2;
            case "mid", "middle", "midyear", "course" -> 0;
            default -> -1;
        };
        int at = tokens.skipHyphen(i + 1);
        if (word.equals("year") && tokens.are(i, "year", "-", "end")
                || word.equals("year") && tokens.is(i + 1, "end")) {
            half = 2;
            at = tokens.isHyphen(i + 1) ? i + 3 : i + 2;
            DateHit year = yearOf(at);
            return year != null
                    ? year
                    : DateHit.relative(published == null ? null : PartialDate.ofYear(published.getYear()), at);
        }
        if (half < 0) {
            return null;
        }
        boolean noun = !(word.startsWith("early")
                || word.startsWith("earlier")
                || word.startsWith("late")
                || word.startsWith("mid"));
        if (noun && !tokens.is(at, "of")) {
            return null;
        }
        at = tokens.is(at, "of") || tokens.is(at, "in") || tokens.is(at, "on") && word.endsWith("er") ? at + 1 : at;
        if (tokens.is(at, "the") && (tokens.is(at + 1, "decade") || tokens.is(at + 1, "century"))) {
            return decade(at);
        }
        DateHit year = year(at, false);
        boolean plain = year == null || year.date() == null;
        if (year == null || tokens.is(at, "the") && !noun) {
            return null;
        }
        boolean whole = half == 0 || year.fiscal() || (word.equals("end") || word.equals("close")) && isBy(i) || plain;
        if (whole || year.date() == null) {
            return year;
        }
        PartialDate date = PartialDate.ofHalf(year.date().earliest().getYear(), half);
        return new DateHit(date, year.end(), year.relative(), false);
    }

    /** "by the end of 2026" leaves the whole year. */
    private boolean isBy(int i) {
        int at = tokens.is(i - 1, "the") ? i - 2 : i - 1;
        return tokens.is(at, "by")
                || tokens.is(at, "before")
                || tokens.is(at, "until")
                || tokens.is(at, "through")
                || tokens.is(at, "to");
    }

    private @Nullable DateHit decade(int i) {
        if (!tokens.is(i + 1, "decade")) {
            return null;
        }
        PartialDate date = published == null ? null : PartialDate.ofYear(published.getYear() / 10 * 10 + 10);
        return DateHit.relative(date, i + 2);
    }

    // ── seasons ──

    /** "spring 2026", "the summer of 2026", "last autumn". */
    private @Nullable DateHit season(int i) {
        int shift = shift(tokens.text(i));
        int at = shift == 9 ? i : i + 1;
        String season = tokens.text(at);
        boolean known = switch (season) {
            case "spring", "summer", "autumn", "fall", "winter" -> true;
            default -> false;
        };
        if (!known) {
            return null;
        }
        if (shift != 9) {
            return DateHit.relative(published == null ? null : relativeSeason(season, shift, published), at + 1);
        }
        int of = tokens.is(at + 1, "of") ? at + 2 : at + 1;
        DateHit year = tokens.at(of).isYear() ? year(of, false) : of > at + 1 ? relativeYear(of) : null;
        if (year == null || year.date() == null) {
            return year;
        }
        return new DateHit(season(season, year.date().earliest().getYear()), year.end(), year.relative(), false);
    }

    private static int shift(String word) {
        return switch (word) {
            case "this" -> 0;
            case "last" -> -1;
            case "next" -> 1;
            default -> 9;
        };
    }

    private static PartialDate season(String season, int year) {
        return switch (season) {
            case "spring" -> PartialDate.ofHalf(year, 1);
            case "summer" -> PartialDate.ofQuarter(year, 3);
            case "winter" -> PartialDate.ofQuarter(year, 1);
            default -> PartialDate.ofHalf(year, 2);
        };
    }

    private static PartialDate relativeSeason(String season, int shift, LocalDate published) {
        PartialDate same = season(season, published.getYear());
        if (shift < 0) {
            boolean passed = same.latest().isBefore(published);
            return passed ? same : season(season, published.getYear() - 1);
        }
        boolean ahead = shift > 0 && !same.earliest().isAfter(published);
        return ahead ? season(season, published.getYear() + 1) : same;
    }
}

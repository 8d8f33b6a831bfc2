package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reads dates that only the day of publication gives: "today", "on Monday", "next month", "two years ago". */
final class RelativeDates {

    private static final BigDecimal FARTHEST = BigDecimal.valueOf(200);

    private static final Set<String> SAYING = Set.of(
            "said",
            "says",
            "reported",
            "announced",
            "told",
            "confirmed",
            "wrote",
            "disclosed",
            "unveiled",
            "report",
            "reports");
    private static final Set<String> PLANNED =
            Set.of("due", "will", "scheduled", "expected", "expects", "plans", "coming", "slated");

    private static final Set<String> LEADING =
            Set.of("in", "during", "by", "for", "until", "through", "since", "before", "after", "from", "throughout");

    private final Tokens tokens;
    private final Figures figures;
    private final @Nullable LocalDate published;

    RelativeDates(Tokens tokens, @Nullable LocalDate published) {
        this.tokens = tokens;
        this.figures = new Figures(tokens);
        this.published = published;
    }

    @Nullable
    DateHit at(int i) {
        LocalDate day = published == null ? LocalDate.EPOCH : published;
        Token t = tokens.at(i);
        DateHit hit = t.isWord() ? word(i, t, day) : null;
        hit = hit == null ? ago(i, day) : hit;
        return hit == null || published != null ? hit : DateHit.relative(null, hit.end());
    }

    private @Nullable DateHit word(int i, Token t, LocalDate day) {
        Integer weekday = Calendar.weekday(t);
        if (weekday != null) {
            DayOfWeek of = DayOfWeek.of(weekday);
            return day(
                    day.with(isPlanned(i) ? TemporalAdjusters.nextOrSame(of) : TemporalAdjusters.previousOrSame(of)),
                    i + 1);
        }
        return switch (t.text()) {
            case "today", "tonight" -> day(day, i + 1);
            case "yesterday" -> day(day.minusDays(1), i + 1);
            case "tomorrow" -> day(day.plusDays(1), i + 1);
            case "this" -> shifted(i, 0, day);
            case "last" -> shifted(i, -1, day);
            case "next" -> shifted(i, 1, day);
            default -> null;
        };
    }

    /** "due to be signed on Friday" lies ahead, "said on Friday" does not. */
    boolean isPlanned(int i) {
        int at = tokens.is(i - 1, "on") || tokens.is(i - 1, "in") ? i - 2 : i - 1;
        if (SAYING.contains(tokens.text(at))) {
            return false;
        }
        for (int k = at; k > at - 6 && !tokens.endsSentence(k) && !tokens.is(k, ","); k--) {
            boolean set = tokens.is(k, "set") && (tokens.is(k + 1, "to") || tokens.is(k + 1, "for"));
            boolean is = tokens.is(k, "to") && (tokens.is(k - 1, "is") || tokens.is(k - 1, "are"));
            if (set || is || PLANNED.contains(tokens.text(k))) {
                return true;
            }
        }
        return false;
    }

    private static DateHit day(LocalDate day, int end) {
        return DateHit.relative(PartialDate.ofDay(day), end);
    }

    private @Nullable DateHit shifted(int i, int shift, LocalDate day) {
        Integer weekday = Calendar.weekday(tokens.at(i + 1));
        if (weekday != null) {
            DayOfWeek of = DayOfWeek.of(weekday);
            LocalDate meant = shift < 0
                    ? day.with(TemporalAdjusters.previous(of))
                    : day.with(shift > 0 ? TemporalAdjusters.next(of) : TemporalAdjusters.nextOrSame(of));
            return day(meant, i + 2);
        }
        YearMonth month = YearMonth.from(day);
        return switch (tokens.text(i + 1)) {
            case "morning", "afternoon", "evening" -> shift == 0 ? day(day, i + 2) : null;
            case "night" -> shift < 0 ? day(day.minusDays(1), i + 2) : null;
            case "month" -> DateHit.relative(PartialDate.ofMonth(month.plusMonths(shift)), i + 2);
            case "quarter" -> quarter(month.plusMonths(3L * shift), i + 2);
            default -> null;
        };
    }

    /** "in the third quarter", "by the fourth quarter": the last that began, or the next where the words look ahead. */
    @Nullable
    DateHit quarter(int i) {
        Integer number = tokens.is(i - 1, "the") ? Calendar.ordinal(tokens.text(i)) : null;
        int at = tokens.skipHyphen(i + 1);
        if (number == null || !tokens.is(at, "quarter") || !LEADING.contains(tokens.text(i - 2))) {
            return null;
        }
        if (published == null) {
            return DateHit.relative(null, at + 1);
        }
        int current = (published.getMonthValue() + 2) / 3;
        boolean ahead = tokens.is(i - 2, "by") || isPlanned(i - 1);
        int shift = ahead && number < current ? 1 : !ahead && number > current ? -1 : 0;
        return DateHit.relative(PartialDate.ofQuarter(published.getYear() + shift, number), at + 1);
    }

    private static DateHit quarter(YearMonth month, int end) {
        return DateHit.relative(PartialDate.ofQuarter(month.getYear(), (month.getMonthValue() + 2) / 3), end);
    }

    /** "two months ago", "a year earlier" is not one. */
    private @Nullable DateHit ago(int i, LocalDate day) {
        Figure figure = figures.read(i, false);
        boolean article = tokens.is(i, "a") || tokens.is(i, "one");
        int unit = figure != null && !figure.isRange() ? figure.end() : article ? i + 1 : -1;
        if (unit < 0 || !tokens.is(unit + 1, "ago")) {
            return null;
        }
        BigDecimal count = figure == null ? BigDecimal.ONE : figure.low();
        if (count.compareTo(FARTHEST) > 0) {
            return null;
        }
        int n = count.intValue();
        return switch (tokens.text(unit)) {
            case "day", "days" -> day(day.minusDays(n), unit + 2);
            case "week", "weeks" -> DateHit.relative(PartialDate.ofMonth(YearMonth.from(day.minusWeeks(n))), unit + 2);
            case "month", "months" ->
                DateHit.relative(PartialDate.ofMonth(YearMonth.from(day).minusMonths(n)), unit + 2);
            case "decade", "decades" -> DateHit.relative(PartialDate.ofYear(day.getYear() - 10 * n), unit + 2);
            case "year", "years" -> DateHit.relative(PartialDate.ofYear(day.getYear() - n), unit + 2);
            default -> null;
        };
    }
}

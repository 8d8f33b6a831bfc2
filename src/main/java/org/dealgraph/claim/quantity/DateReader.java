package org.dealgraph.claim.quantity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/** Reads a date with its role, or two where the text gives a span of time. */
final class DateReader {

    private static final Set<String> BEFORE_YEAR = Set.of(
            "in",
            "by",
            "since",
            "until",
            "through",
            "during",
            "before",
            "after",
            "till",
            "throughout",
            "fiscal",
            "early",
            "late");

    private final Tokens tokens;
    private final CalendarDates calendar;
    private final Periods periods;
    private final RelativeDates relative;
    private final NthDays nth;

    DateReader(Tokens tokens, @Nullable LocalDate published) {
        this.tokens = tokens;
        this.calendar = new CalendarDates(tokens, published);
        this.periods = new Periods(tokens, published);
        this.relative = new RelativeDates(tokens, published);
        this.nth = new NthDays(tokens);
    }

    /** A date at {@code i}, a bare year only behind a word that tells one. */
    @Nullable
    Found read(int i, int floor) {
        boolean led =
                tokens.at(i).isYear() && BEFORE_YEAR.contains(tokens.text(i - 1)) && !UnitNouns.is(tokens.text(i + 1));
        DateHit hit = led ? periods.year(i, false) : hit(i, floor);
        return hit == null ? null : found(i, floor, hit);
    }

    /** A bare year at {@code i}. */
    @Nullable
    Found year(int i, int floor) {
        DateHit hit = periods.year(i, false);
        return hit == null || isName(i) ? null : found(i, floor, hit);
    }

    /** "Route 2027", "#2027", "2027-A". */
    private boolean isName(int i) {
        Token after = tokens.at(i + 1);
        return tokens.is(i - 1, "#")
                || tokens.is(i - 1, "no")
                || tokens.is(i - 1, ":")
                || tokens.is(i - 1, "=")
                || after.glued() && after.isWord();
    }

    private @Nullable DateHit hit(int i, int floor) {
        boolean day = tokens.at(i).isNumber() || Calendar.startsDay(tokens.at(i));
        DateHit hit = day ? calendar.at(i, isFuture(i, floor)) : null;
        hit = hit == null ? nth.at(i) : hit;
        hit = hit == null ? periods.at(i) : hit;
        hit = hit == null ? relative.quarter(i) : hit;
        hit = hit == null ? relative.at(i) : hit;
        if (hit == null) {
            DateHit year = tokens.at(i).isNumber() || tokens.is(i, "the") ? null : periods.year(i, false);
            hit = year != null && tokens.at(i).isWord() ? year : null;
        }
        return hit;
    }

    private boolean isFuture(int i, int floor) {
        DateMention.Kind role = role(i, floor).kind;
        boolean month = Calendar.month(tokens.at(i)) != null || Calendar.month(tokens.at(i + 1)) != null;
        return role == DateMention.Kind.BY
                || role == DateMention.Kind.END && !tokens.is(i - 1, "ended")
                || month && relative.isPlanned(i);
    }

    private Found found(int i, int floor, DateHit hit) {
        Role role = role(i, floor);
        PartialDate date = hit.date();
        if (date == null) {
            return new Found(List.of(), hit.end());
        }
        DateHit second = second(i, hit, role);
        if (second == null || second.date() == null) {
            int end = onward(hit.end());
            DateMention.Kind kind = end > hit.end() ? DateMention.Kind.START : role.kind;
            return Found.of(mention(tokens.span(role.start, end), hit, date, kind), end);
        }
        List<Measured> both = new ArrayList<>();
        both.add(mention(tokens.span(role.start, hit.end()), hit, date, DateMention.Kind.START));
        Span last = tokens.span(hit.end() + 1, second.end());
        both.add(mention(last, second, second.date(), DateMention.Kind.END));
        return new Found(both, second.end());
    }

    private static DateMention mention(Span span, DateHit hit, PartialDate date, DateMention.Kind kind) {
        return new DateMention(span, date, kind, hit.relative(), hit.fiscal());
    }

    /** "2027 onwards", "2027 and beyond". */
    private int onward(int end) {
        if (tokens.is(end, "onward") || tokens.is(end, "onwards")) {
            return end + 1;
        }
        return tokens.are(end, "and", "beyond") ? end + 2 : end;
    }

    /** The date behind "to", "through", a dash, or "and" after "between". */
    private @Nullable DateHit second(int i, DateHit first, Role role) {
        int at = first.end();
        String joint = tokens.text(at);
        boolean between = joint.equals("and") && tokens.is(i - 1, "between");
        boolean to = joint.equals("to") || joint.equals("through") || joint.equals("until") || joint.equals("till");
        boolean dash =
                tokens.isDash(at) && tokens.at(at).glued() == tokens.at(at + 1).glued();
        if (!between && !to && !dash) {
            return null;
        }
        int next = tokens.is(at + 1, "the") ? at + 2 : at + 1;
        boolean brief = dash && tokens.at(i).isYear() && tokens.at(at + 1).glued();
        DateHit hit = brief || tokens.at(next).isYear() ? periods.year(next, brief) : null;
        hit = hit == null && !dash ? hit(next, next) : hit;
        boolean later = hit != null
                && hit.date() != null
                && first.date() != null
                && !hit.date().earliest().isBefore(first.date().earliest());
        return later ? hit : null;
    }

    // ── roles ──

    private record Role(DateMention.Kind kind, int start) {}

    /** The role that the words before {@code i} give, not reaching before {@code floor}. */
    private Role role(int i, int floor) {
        int at = i;
        for (int steps = 0; steps < 4 && at > floor && isFiller(tokens.text(at - 1)); steps++) {
            at--;
        }
        if (at <= floor) {
            return new Role(DateMention.Kind.POINT, i);
        }
        int start = at - 1;
        String word = tokens.text(start);
        DateMention.Kind kind = kind(word);
        if (kind == null && (word.equals("in") || word.equals("on") || word.equals("with")) && start > floor) {
            kind = verb(tokens.text(start - 1));
            start = kind == null ? start : start - 1;
        }
        if (kind == null
                && word.equals("than")
                && start - 1 > floor
                && (tokens.is(start - 1, "later") || tokens.is(start - 1, "earlier"))) {
            kind = tokens.is(start - 1, "later") ? DateMention.Kind.BY : DateMention.Kind.START;
            start -= tokens.is(start - 2, "no") || tokens.is(start - 2, "not") ? 2 : 1;
        }
        if (kind == null && word.equals("of") && tokens.is(start - 1, "as") && start - 1 > floor) {
            return new Role(DateMention.Kind.POINT, i);
        }
        return kind == null ? new Role(DateMention.Kind.POINT, i) : new Role(kind, Math.max(start, floor));
    }

    private static boolean isFiller(String word) {
        return switch (word) {
            case "the",
                    "as",
                    "about",
                    "around",
                    "at",
                    "least",
                    "towards",
                    "toward",
                    "sometime",
                    "end",
                    "of",
                    "roughly",
                    "some",
                    "time",
                    "its",
                    "early",
                    "late" -> true;
            default -> false;
        };
    }

    private static DateMention.@Nullable Kind kind(String word) {
        return switch (word) {
            case "by", "before" -> DateMention.Kind.BY;
            case "through", "until", "till", "thru", "to", "expiring" -> DateMention.Kind.END;
            case "from", "since", "starting", "beginning", "commencing", "after", "effective" -> DateMention.Kind.START;
            default -> verb(word);
        };
    }

    private static DateMention.@Nullable Kind verb(String word) {
        return switch (word) {
            case "starting",
                    "starts",
                    "start",
                    "beginning",
                    "begins",
                    "begin",
                    "commencing",
                    "commences",
                    "commence",
                    "started",
                    "began",
                    "opens",
                    "opening" -> DateMention.Kind.START;
            case "ending", "ends", "end", "ended", "expiring", "expires", "expire", "concluding", "runs", "lapses" ->
                DateMention.Kind.END;
            default -> null;
        };
    }
}

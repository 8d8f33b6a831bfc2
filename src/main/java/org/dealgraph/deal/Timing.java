package org.dealgraph.deal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Stage;
import org.jspecify.annotations.Nullable;

/** Whether the dates of two statements let them speak of one agreement, or of one announcement. */
final class Timing {

    /** Stated agreement dates further apart are two agreements. */
    static final long AGREED_DAYS = 60;
    /** News of the same figure further apart is a renewal. */
    private static final long NEWS_DAYS = 180;
    /** Money moves, or a purchase closes, this long after it was agreed, at most. */
    private static final long CLOSING_DAYS = 730;
    /** Talks come this long before the agreement, at most. */
    private static final long TALKS_DAYS = 365;
    /** A page's date may lie this many days before the date the parties give, time zones and embargoes included. */
    private static final long SLACK_DAYS = 7;

    private Timing() {}

    /** Days between two dates: 0 where they overlap. */
    static long gap(PartialDate a, PartialDate b) {
        if (a.overlaps(b)) {
            return 0;
        }
        return a.latest().isBefore(b.earliest())
                ? ChronoUnit.DAYS.between(a.latest(), b.earliest())
                : ChronoUnit.DAYS.between(b.latest(), a.earliest());
    }

    /** Whether the stated dates, where both are, let them speak of one agreement. */
    static boolean stated(Statement a, Statement b) {
        PartialDate x = a.agreed();
        PartialDate y = b.agreed();
        return x == null || y == null || gap(x, y) <= AGREED_DAYS;
    }

    /** Whether nothing in the dates speaks against one agreement. */
    static boolean compatible(Statement a, Statement b) {
        PartialDate x = a.agreed();
        PartialDate y = b.agreed();
        if (x != null && y != null) {
            return gap(x, y) <= AGREED_DAYS;
        }
        if (x != null) {
            return agrees(x, b);
        }
        if (y != null) {
            return agrees(y, a);
        }
        PartialDate n = a.news();
        PartialDate m = b.news();
        return n == null || m == null || gap(n, m) <= (closes(a, b) || closes(b, a) ? CLOSING_DAYS : NEWS_DAYS);
    }

    /** Whether one is the news that what the other told of has closed. */
    private static boolean closes(Statement late, Statement early) {
        PartialDate told = late.news();
        PartialDate before = moment(early);
        return late.claim().standing().stage() == Stage.CLOSED
                && told != null
                && before != null
                && before.earliest().isBefore(told.earliest());
    }

    /** Whether nothing at all dates a statement: neither its words nor its page. */
    static boolean undated(Statement statement) {
        return statement.agreed() == null && statement.knownBy() == null;
    }

    /** Whether both are dated, by agreement or news, at most {@code days} apart. */
    static boolean together(Statement a, Statement b, long days) {
        PartialDate x = moment(a);
        PartialDate y = moment(b);
        return x != null && y != null && gap(x, y) <= days;
    }

    /** The same, where an article's remark on what is no news of its own counts from its day. */
    static boolean toldTogether(Statement a, Statement b, long days) {
        PartialDate x = moment(a) == null ? a.knownBy() : moment(a);
        PartialDate y = moment(b) == null ? b.knownBy() : moment(b);
        return x != null && y != null && gap(x, y) <= days;
    }

    /** Whether one is an article's remark on what is no news of its own, told after the other was agreed or came as news. */
    static boolean recalls(Statement remark, Statement told) {
        PartialDate known = remark.knownBy();
        PartialDate before = moment(told);
        return moment(remark) == null
                && known != null
                && before != null
                && before.latest().isBefore(known.earliest());
    }

    /** When it was agreed, or came as news. */
    static @Nullable PartialDate moment(Statement statement) {
        PartialDate agreed = statement.agreed();
        return agreed != null ? agreed : statement.news();
    }

    private static boolean agrees(PartialDate agreed, Statement undated) {
        PartialDate known = undated.knownBy();
        if (known == null) {
            return true;
        }
        LocalDate reach = known.latest().plusDays(undated.exploratory() ? TALKS_DAYS : SLACK_DAYS);
        if (agreed.earliest().isAfter(reach)) {
            return false;
        }
        PartialDate news = undated.news();
        long reachBack = undated.claim().standing().stage() == Stage.CLOSED ? CLOSING_DAYS : NEWS_DAYS;
        return news == null || undated.exploratory() || gap(agreed, news) <= reachBack;
    }
}

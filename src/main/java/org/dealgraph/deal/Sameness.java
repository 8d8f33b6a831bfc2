package org.dealgraph.deal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Claim;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Right;
import org.jspecify.annotations.Nullable;

/** Whether two statements on one track can be the same obligation. Symmetric. */
final class Sameness {

    private static final double TENURE = 1.25;
    private static final long START_DAYS = 366;
    private static final long ANOTHER_DAYS = 45;
    private static final long RIVAL_DAYS = 14;

    /** Words that name no product in particular. */
    private static final Set<String> GENERIC =
            Set.of("accelerator", "accelerators", "chip", "chips", "gpu", "gpus", "processors", "servers", "systems");

    private Sameness() {}

    /** One obligation told twice: the same figure, and nothing that contradicts. */
    static boolean same(Statement a, Statement b) {
        Optional<Interval> x = a.quantity();
        Optional<Interval> y = b.quantity();
        if (x.isEmpty() || y.isEmpty()) {
            return x.isEmpty() && y.isEmpty() && consistent(a, b);
        }
        boolean oneArticle = a.claim().article().equals(b.claim().article());
        if (sum(a) && sum(b)) {
            return Figures.identical(x.get(), y.get()) && consistent(a, b);
        }
        if (sum(a) != sum(b)) {
            return Figures.identical(x.get(), y.get()) && consistent(a, b);
        }
        boolean figure = oneArticle ? Figures.equal(x.get(), y.get()) : Figures.same(x.get(), y.get());
        return figure && consistent(a, b);
    }

    private static boolean sum(Statement statement) {
        return statement.relation() == AmountRelation.Kind.RUNNING_TOTAL;
    }

    /** Two reports of one obligation that differ in the figure: told apart, about the same days, by no common article. */
    static boolean rival(Statement a, Statement b) {
        return differs(a, b) && (Timing.together(a, b, RIVAL_DAYS) || undatedNews(a) || undatedNews(b));
    }

    /** A later article's remark, without a date of its own, on what was agreed before, by another figure. */
    static boolean remark(Statement a, Statement b) {
        return differs(a, b) && (Timing.recalls(a, b) || Timing.recalls(b, a));
    }

    private static boolean differs(Statement a, Statement b) {
        Optional<Interval> x = a.quantity();
        Optional<Interval> y = b.quantity();
        return x.isPresent()
                && y.isPresent()
                && !a.claim().article().equals(b.claim().article())
                && a.relation() == AmountRelation.Kind.WHOLE
                && b.relation() == AmountRelation.Kind.WHOLE
                && Figures.rival(x.get(), y.get())
                && consistent(a, b);
    }

    /** Everything but the quantity: dates, tenure, window, product, site, and whether one says "another". */
    static boolean consistent(Statement a, Statement b) {
        if (a.kind() == ClaimKind.RIGHT && !a.unit().equals(b.unit())) {
            return false;
        }
        if (standingRight(a) && standingRight(b)) {
            return true;
        }
        boolean sums = sum(a) || sum(b);
        return (sums ? Timing.stated(a, b) : Timing.compatible(a, b))
                && relations(a, b)
                && (lengths(a, b) || oneNews(a, b))
                && products(a, b)
                && named(a.claim().subject().site(), b.claim().subject().site());
    }

    /** Whether what is said of length, start and end lets them be one obligation. */
    static boolean lengths(Statement a, Statement b) {
        Claim.Schedule s = a.claim().schedule();
        Claim.Schedule t = b.claim().schedule();
        return tenures(s.termYears(), t.termYears()) && near(s.start(), t.start()) && near(s.end(), t.end());
    }

    /**
     * The same figure between the same sides within the same days, told by different articles: a length or a start that
     * differs is then a conflict, and no second obligation.
     */
    private static boolean oneNews(Statement a, Statement b) {
        Optional<Interval> x = a.quantity();
        Optional<Interval> y = b.quantity();
        return x.isPresent()
                && y.isPresent()
                && !a.claim().article().equals(b.claim().article())
                && Figures.near(x.get(), y.get())
                && (Timing.toldTogether(a, b, RIVAL_DAYS) || Timing.undated(a) || Timing.undated(b));
    }

    /** News of a page without a date: nothing says that it tells of other days than the rest. */
    private static boolean undatedNews(Statement statement) {
        return statement.claim().core() && Timing.undated(statement);
    }

    /** A right of a named sort stands until it ends: what a later article says of it amends it. */
    private static boolean standingRight(Statement statement) {
        return statement.kind() == ClaimKind.RIGHT
                && statement.claim().subject().right() != Right.OTHER;
    }

    /** "Another four billion" is not the four billion of long before, nor those told beside it. */
    private static boolean relations(Statement a, Statement b) {
        if (rank(a) == rank(b)) {
            return true;
        }
        boolean dated = Timing.moment(a) != null && Timing.moment(b) != null;
        return !a.claim().article().equals(b.claim().article()) && (!dated || Timing.together(a, b, ANOTHER_DAYS));
    }

    private static int rank(Statement statement) {
        return switch (statement.relation()) {
            case PART -> 1;
            case ADDITION -> 2;
            case WHOLE, RUNNING_TOTAL, MIRRORS, SECURES, REPLACES -> 0;
        };
    }

    /** Whether a statement without a figure can mean what one with a figure says: what it says of the start must hold. */
    static boolean means(Statement bare, Statement quantified) {
        PartialDate x = bare.claim().schedule().start();
        PartialDate y = quantified.claim().schedule().start();
        return consistent(bare, quantified) && (x == null || y == null || x.overlaps(y));
    }

    private static boolean tenures(@Nullable Double x, @Nullable Double y) {
        return x == null || y == null || Math.max(x, y) <= TENURE * Math.min(x, y);
    }

    private static boolean near(@Nullable PartialDate x, @Nullable PartialDate y) {
        return x == null || y == null || Timing.gap(x, y) <= START_DAYS;
    }

    private static boolean products(Statement a, Statement b) {
        String x = a.claim().subject().product();
        String y = b.claim().subject().product();
        boolean defining = a.kind() == ClaimKind.SUPPLY
                && (a.quantity().isEmpty() || b.quantity().isEmpty());
        if (x == null || y == null) {
            return !defining || (x == null && y == null);
        }
        return defining ? squash(x).equals(squash(y)) : GENERIC.contains(x) || GENERIC.contains(y) || named(x, y);
    }

    private static boolean named(@Nullable String x, @Nullable String y) {
        if (x == null || y == null) {
            return true;
        }
        String p = squash(x);
        String q = squash(y);
        return p.contains(q) || q.contains(p);
    }

    static String squash(String name) {
        StringBuilder squashed = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(squashed::appendCodePoint);
        return squashed.toString();
    }
}

package org.dealgraph.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * Whose obligations a total is about, by group.
 *
 * @param from groups on the owing side; empty for any
 * @param to groups on the other side; empty for any
 * @param group leads an organization to its group
 * @param year the year in which it was agreed, or null for any
 * @param commencement which of begun and not begun obligations are asked for, or null for any
 */
public record Scope(
        Set<String> from,
        Set<String> to,
        UnaryOperator<String> group,
        @Nullable Integer year,
        @Nullable Commencement commencement) {

    /**
     * Whether delivery or use has begun. A lease or a purchase to come is on no balance sheet before that.
     *
     * @param begun what is asked for
     * @param day the day to look at
     */
    public record Commencement(boolean begun, LocalDate day) {

        /** Why a term is left out, or null where it is what is asked for. */
        Total.@Nullable Reason leavesOut(Term term) {
            PartialDate start = term.schedule().start();
            if (start == null
                    || (start.latest().isAfter(day) && !start.earliest().isAfter(day))) {
                return Total.Reason.START_UNKNOWN;
            }
            boolean has = !start.latest().isAfter(day);
            return has == begun ? null : has ? Total.Reason.BEGUN : Total.Reason.NOT_BEGUN;
        }
    }

    public Scope {
        from = Set.copyOf(from);
        to = Set.copyOf(to);
    }

    /** Some parties' obligations of any year. */
    public Scope(Set<String> from, Set<String> to, UnaryOperator<String> group) {
        this(from, to, group, null, null);
    }

    /** The same parties' obligations agreed in one year. */
    public Scope agreedIn(int asked) {
        return new Scope(from, to, group, asked, commencement);
    }

    /** Those of them that have begun, or not, on a day. */
    public Scope commenced(Commencement asked) {
        return new Scope(from, to, group, year, asked);
    }

    /** Everybody's. */
    public static Scope everything() {
        return new Scope(Set.of(), Set.of(), UnaryOperator.identity());
    }

    /** Whether a term concerns the parties asked for. */
    boolean touches(Term term) {
        return some(from, term.from()) && some(to, term.to());
    }

    /** Whether it is wholly theirs. */
    boolean holds(Term term) {
        return all(from, term.from()) && all(to, term.to());
    }

    /** Whether it was agreed in the year asked for; a date of several years counts in its first. */
    private boolean inYear(Term term) {
        PartialDate agreed = term.schedule().agreed();
        return year == null || (agreed != null && agreed.earliest().getYear() == year);
    }

    /** Why its dates leave a term out, or null where they do not. */
    Total.@Nullable Reason dates(Term term) {
        if (!inYear(term)) {
            return Total.Reason.OTHER_YEAR;
        }
        return commencement == null ? null : commencement.leavesOut(term);
    }

    private boolean some(Set<String> asked, List<String> named) {
        return asked.isEmpty() || named.stream().map(group).anyMatch(asked::contains);
    }

    private boolean all(Set<String> asked, List<String> named) {
        return asked.isEmpty() || named.stream().map(group).allMatch(asked::contains);
    }
}

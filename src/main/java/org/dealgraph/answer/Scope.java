package org.dealgraph.answer;

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
 */
public record Scope(
        Set<String> from,
        Set<String> to,
        UnaryOperator<String> group,
        @Nullable Integer year) {

    public Scope {
        from = Set.copyOf(from);
        to = Set.copyOf(to);
    }

    /** Some parties' obligations of any year. */
    public Scope(Set<String> from, Set<String> to, UnaryOperator<String> group) {
        this(from, to, group, null);
    }

    /** The same parties' obligations agreed in one year. */
    public Scope agreedIn(int asked) {
        return new Scope(from, to, group, asked);
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
    boolean inYear(Term term) {
        PartialDate agreed = term.schedule().agreed();
        return year == null || (agreed != null && agreed.earliest().getYear() == year);
    }

    private boolean some(Set<String> asked, List<String> named) {
        return asked.isEmpty() || named.stream().map(group).anyMatch(asked::contains);
    }

    private boolean all(Set<String> asked, List<String> named) {
        return asked.isEmpty() || named.stream().map(group).allMatch(asked::contains);
    }
}

package org.dealgraph.answer;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dealgraph.model.Term;

/**
 * Whose obligations a total is about, by group.
 *
 * @param from groups on the owing side; empty for any
 * @param to groups on the other side; empty for any
 * @param group leads an organization to its group
 */
public record Scope(Set<String> from, Set<String> to, UnaryOperator<String> group) {

    public Scope {
        from = Set.copyOf(from);
        to = Set.copyOf(to);
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

    private boolean some(Set<String> asked, List<String> named) {
        return asked.isEmpty() || named.stream().map(group).anyMatch(asked::contains);
    }

    private boolean all(Set<String> asked, List<String> named) {
        return asked.isEmpty() || named.stream().map(group).allMatch(asked::contains);
    }
}

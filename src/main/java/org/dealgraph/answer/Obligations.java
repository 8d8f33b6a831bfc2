package org.dealgraph.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dealgraph.model.Term;

/**
 * Terms by those who stand in them, so that a question about one organization looks at its own terms alone. It never
 * changes.
 */
public final class Obligations {

    private final List<Term> all;
    private final UnaryOperator<String> group;
    private final Map<String, List<Term>> from = new HashMap<>();
    private final Map<String, List<Term>> to = new HashMap<>();
    private final Map<String, List<Term>> benefit = new HashMap<>();

    private Obligations(Collection<Term> terms, UnaryOperator<String> group) {
        this.all = List.copyOf(terms);
        this.group = group;
        Map<String, String> groups = new HashMap<>();
        for (Term term : all) {
            file(term, term.from(), groups, from);
            file(term, term.to(), groups, to);
            file(term, term.beneficiaries(), groups, benefit);
        }
    }

    /**
     * The given terms.
     *
     * @param group leads an organization to its group
     */
    public static Obligations of(Collection<Term> terms, UnaryOperator<String> group) {
        return new Obligations(terms, group);
    }

    /** Under its own id and under its group's, each once. */
    private void file(Term term, List<String> side, Map<String, String> groups, Map<String, List<Term>> index) {
        Set<String> keys = new LinkedHashSet<>(side);
        side.forEach(id -> keys.add(groups.computeIfAbsent(id, group)));
        keys.forEach(key -> index.computeIfAbsent(key, k -> new ArrayList<>(2)).add(term));
    }

    /** All of them. */
    public List<Term> all() {
        return all;
    }

    /** Leads an organization to its group. */
    public UnaryOperator<String> group() {
        return group;
    }

    /** Those that an organization, or a member of the group, owes or gives. */
    public List<Term> from(String organization) {
        return from.getOrDefault(organization, List.of());
    }

    /** Those that it is owed or given. */
    public List<Term> to(String organization) {
        return to.getOrDefault(organization, List.of());
    }

    /** Those in which it stands on either side. */
    public List<Term> of(String organization) {
        return Stream.concat(from(organization).stream(), to(organization).stream())
                .distinct()
                .toList();
    }

    /** Those that it is owed or given, or that are for its sake. */
    public List<Term> forSakeOf(String organization) {
        return Stream.concat(to(organization).stream(), benefit.getOrDefault(organization, List.of()).stream())
                .distinct()
                .toList();
    }

    /** Those that may be in a scope: all where it names nobody, else those of the side that is named by fewer terms. */
    public List<Term> of(Scope scope) {
        List<Term> owed = scope.from().isEmpty() ? all : named(scope.from(), from);
        List<Term> due = scope.to().isEmpty() ? all : named(scope.to(), to);
        return owed.size() <= due.size() ? owed : due;
    }

    private static List<Term> named(Set<String> organizations, Map<String, List<Term>> index) {
        return organizations.stream()
                .flatMap(id -> index.getOrDefault(id, List.of()).stream())
                .distinct()
                .toList();
    }
}

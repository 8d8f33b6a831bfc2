package org.dealgraph.answer;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Adds up terms so that one obligation is counted once, whatever the number of claims, names and links it has. */
public final class Totals {

    private Totals() {}

    /**
     * One total a category, in the order of categories.
     *
     * @param terms every term that may be linked to one of the parties asked for, whether in scope or not
     * @param scope whose
     * @param basis which count
     */
    public static List<Total> of(Collection<Term> terms, Scope scope, Basis basis) {
        return categories(terms, scope).entrySet().stream()
                .map(category -> new Tally(category.getValue(), scope, basis).total(category.getKey()))
                .toList();
    }

    /**
     * What falls due in which year, one answer a category. Schedules are hardly ever stated: each term is spread evenly over
     * its length, so every figure here is derived.
     */
    public static List<Payable> payable(Collection<Term> terms, Scope scope, Basis basis) {
        Map<String, Term> byId =
                terms.stream().collect(Collectors.toMap(Term::id, term -> term, (a, b) -> a, TreeMap::new));
        return categories(terms, scope).entrySet().stream()
                .map(category -> Payable.of(category.getKey(), new Tally(category.getValue(), scope, basis), byId))
                .toList();
    }

    private static Map<Category, List<Term>> categories(Collection<Term> terms, Scope scope) {
        return terms.stream()
                .filter(scope::touches)
                .sorted(Comparator.comparing(Term::id))
                .collect(Collectors.groupingBy(Category::of, TreeMap::new, Collectors.toList()));
    }

    /** The amount a term adds, where it has one that is no rate. */
    static @Nullable Interval amount(Term term) {
        boolean rate = term.subject().money() != null && term.subject().money().per() != null;
        return rate ? null : term.subject().quantity().orElse(null);
    }
}

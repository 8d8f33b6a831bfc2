package org.dealgraph.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dealgraph.model.Term;

/**
 * An investor that also sells to, or buys from, the one it invests in.
 *
 * @param investor group id
 * @param investee group id
 * @param stakes headline totals of what it invests by itself, options and holdings apart; each leaves out what is joint
 * @param holdings ids of the terms behind the stakes, sorted
 * @param sells totals of what the investor provides to the investee
 * @param buys totals of what the investee provides to the investor
 */
public record CrossHolding(
        String investor,
        String investee,
        List<Total> stakes,
        List<String> holdings,
        List<Total> sells,
        List<Total> buys) {

    private record Pair(String one, String other) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair that) {
            int first = one.compareTo(that.one);
            return first != 0 ? first : other.compareTo(that.other);
        }
    }

    /** Every cross holding among some terms, by investor and investee; what has ended or is doubted is left out. */
    public static List<CrossHolding> of(Collection<Term> terms, UnaryOperator<String> group) {
        Map<Pair, List<Term>> stakes = new TreeMap<>();
        Map<Pair, List<Term>> provided = new TreeMap<>();
        for (Term term : terms) {
            if (term.counted() && !term.stage().ended()) {
                sort(term, group, stakes, provided);
            }
        }
        List<CrossHolding> found = new ArrayList<>();
        stakes.forEach((pair, held) -> {
            List<Term> sold = provided.getOrDefault(pair, List.of());
            List<Term> bought = provided.getOrDefault(new Pair(pair.other(), pair.one()), List.of());
            if (!sold.isEmpty() || !bought.isEmpty()) {
                Scope both = new Scope(Set.of(pair.one(), pair.other()), Set.of(pair.one(), pair.other()), group);
                found.add(new CrossHolding(
                        pair.one(),
                        pair.other(),
                        headline(held, both),
                        held.stream().map(Term::id).sorted().toList(),
                        headline(sold, both),
                        headline(bought, both)));
            }
        });
        return found;
    }

    /** Files a term under its pairs: a stake under (investor, investee), a delivery under (provider, user). */
    private static void sort(
            Term term, UnaryOperator<String> group, Map<Pair, List<Term>> stakes, Map<Pair, List<Term>> provided) {
        switch (term.kind()) {
            case INVEST -> put(stakes, term.from(), term.to(), group, term);
            case SPEND -> put(provided, term.to(), term.from(), group, term);
            case CAPACITY, SUPPLY -> put(provided, term.from(), term.to(), group, term);
            case LEND, ACQUIRE, BUILD, RIGHT -> {}
        }
    }

    private static void put(
            Map<Pair, List<Term>> map, List<String> ones, List<String> others, UnaryOperator<String> group, Term term) {
        for (String one : ones) {
            for (String other : others) {
                Pair pair = new Pair(group.apply(one), group.apply(other));
                if (!pair.one().equals(pair.other())) {
                    map.computeIfAbsent(pair, p -> new ArrayList<>()).add(term);
                }
            }
        }
    }

    /**
     * What the two owe each other without others; what is owed jointly stands beside it, left out as joint. Where all of a
     * category is left out, nothing is known to be owed, which is not the same as nothing.
     */
    private static List<Total> headline(List<Term> terms, Scope both) {
        return Totals.of(terms, both, Basis.HEADLINE).stream()
                .filter(total ->
                        !total.counted().isEmpty() || total.category().unit().equals("-"))
                .toList();
    }
}

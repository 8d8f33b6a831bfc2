package org.dealgraph.answer.loop;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Total;
import org.dealgraph.answer.Totals;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;
import org.jspecify.annotations.Nullable;

/** Who passes value to whom: at most one flow from one group to another, none from a group to itself. */
public final class FlowGraph {

    private final List<String> names;
    private final Map<Pair, List<Term>> terms;
    private final Map<Pair, Flow> flows = new HashMap<>();
    private final Digraph digraph;

    private record Pair(String from, String to) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::from).thenComparing(Pair::to).compare(this, other);
        }
    }

    private FlowGraph(Map<Pair, List<Term>> terms) {
        this.terms = terms;
        Set<String> nodes = new TreeSet<>();
        terms.keySet().forEach(pair -> nodes.addAll(List.of(pair.from(), pair.to())));
        names = List.copyOf(nodes);
        Map<String, Integer> index = new HashMap<>();
        names.forEach(name -> index.put(name, index.size()));
        List<int[]> edges = new ArrayList<>();
        terms.keySet()
                .forEach(pair -> edges.add(new int[] {
                    Objects.requireNonNull(index.get(pair.from())), Objects.requireNonNull(index.get(pair.to()))
                }));
        digraph = Digraph.of(names.size(), edges);
    }

    /**
     * The flows that some terms make.
     *
     * @param terms any terms
     * @param group leads an organization to its group
     * @param filter which of them count
     */
    public static FlowGraph of(Collection<Term> terms, UnaryOperator<String> group, FlowFilter filter) {
        Map<Pair, List<Term>> between = new TreeMap<>();
        Set<String> replaced = replaced(terms, filter);
        for (Term term : terms) {
            if (filter.lets(term) && !replaced.contains(term.id())) {
                for (Pair pair : pairs(term, group)) {
                    between.computeIfAbsent(pair, p -> new ArrayList<>()).add(term);
                }
            }
        }
        return new FlowGraph(between);
    }

    /** What another obligation that counts has taken the place of carries nothing more. */
    private static Set<String> replaced(Collection<Term> terms, FlowFilter filter) {
        return terms.stream()
                .filter(filter::lets)
                .flatMap(term -> term.links().stream())
                .filter(link -> link.kind() == TermLink.Kind.REPLACES)
                .map(TermLink::term)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<Pair> pairs(Term term, UnaryOperator<String> group) {
        boolean delivery = FlowType.of(term) == FlowType.DELIVERY;
        List<String> givers = delivery ? term.to() : term.from();
        List<String> takers = delivery ? term.from() : term.to();
        Set<Pair> pairs = new TreeSet<>();
        for (String giver : givers) {
            for (String taker : takers) {
                Pair pair = new Pair(group.apply(giver), group.apply(taker));
                if (!pair.from().equals(pair.to())) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    /** Its organizations, sorted; their places are the nodes of {@link #digraph}. */
    public List<String> names() {
        return names;
    }

    /** Its bare shape. */
    public Digraph digraph() {
        return digraph;
    }

    /** The largest set of organizations in which value can come from each to each, sorted; see {@link Digraph#core}. */
    public List<String> core() {
        return Arrays.stream(digraph.core()).mapToObj(names::get).toList();
    }

    /** The flow between two that have one. */
    public Flow get(String from, String to) {
        return flows.computeIfAbsent(new Pair(from, to), this::flow);
    }

    private Flow flow(Pair pair) {
        List<Term> carrying = Objects.requireNonNull(terms.get(pair), pair::toString);
        Set<FlowType> types = EnumSet.noneOf(FlowType.class);
        carrying.forEach(term -> types.add(Objects.requireNonNull(FlowType.of(term))));
        Strength strength = carrying.stream()
                .map(Strength::of)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Total> totals = Totals.of(carrying, Scope.everything(), Basis.HEADLINE);
        List<Term> own = carrying.stream().filter(term -> !joint(term)).toList();
        Interval alone = largest(Totals.of(own, Scope.everything(), Basis.HEADLINE));
        List<Term> open = carrying.stream().filter(term -> !told(term, own)).toList();
        Interval together = largest(Totals.of(open, Scope.everything(), Basis.HEADLINE));
        return new Flow(
                pair.from(),
                pair.to(),
                types,
                strength,
                totals,
                alone,
                carried(alone, together),
                carrying.stream().map(Term::id).sorted().toList());
    }

    /** Whether it is owed with others, and what the two owe of it is told by itself. */
    private static boolean told(Term term, List<Term> own) {
        return joint(term)
                && own.stream()
                        .flatMap(part -> part.links().stream())
                        .anyMatch(link -> link.term().equals(term.id())
                                && (link.kind() == TermLink.Kind.PART_OF || link.kind() == TermLink.Kind.MIRRORS));
    }

    /** What is owed with others may be any part of it: it moves the upper end alone. */
    private static @Nullable Interval carried(@Nullable Interval own, @Nullable Interval all) {
        if (all == null || own == null) {
            return all == null ? own : Interval.upTo(all.value());
        }
        BigDecimal mine = own.high();
        BigDecimal most = all.high();
        BigDecimal high = mine == null || most == null ? null : mine.max(most);
        return own.equals(all) ? own : Interval.around(own.value(), own.low(), high);
    }

    private static @Nullable Interval largest(List<Total> totals) {
        return totals.stream()
                .filter(total -> total.category().unit().equals("USD"))
                .filter(total -> !total.counted().isEmpty())
                .map(Total::amount)
                .max(Comparator.comparing(Interval::value))
                .orElse(null);
    }

    private static boolean joint(Term term) {
        return term.from().size() > 1 || term.to().size() > 1;
    }
}

package org.dealgraph.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Term;
import org.dealgraph.model.Term.TermLink;
import org.jspecify.annotations.Nullable;

/**
 * The count of one category. Wholes are taken from the largest down. A whole that counts stands for its parts, less those
 * that do not count on this basis and those that a larger whole has taken; a whole that does not count leaves its parts to
 * count for themselves. Of terms that mirror each other the largest counts.
 */
final class Tally {

    private static final Interval NOTHING = Interval.stated(BigDecimal.ZERO);
    private static final Comparator<Term> LARGEST = Comparator.comparing(Tally::value)
            .reversed()
            .thenComparing(Comparator.comparing(
                            (Term term) -> term.from().size() + term.to().size())
                    .reversed())
            .thenComparing(Term::id);

    private final Scope scope;
    private final Basis basis;
    private final Map<String, Term> byId = new TreeMap<>();
    private final Map<String, List<Term>> parts = new HashMap<>();
    private final Map<String, Total.Reason> out = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();
    private final SortedMap<String, Interval> shares = new TreeMap<>();

    Tally(List<Term> terms, Scope scope, Basis basis) {
        this.scope = scope;
        this.basis = basis;
        terms.forEach(term -> byId.put(term.id(), term));
        for (Term term : byId.values()) {
            links(term, TermLink.Kind.PART_OF)
                    .forEach(whole -> parts.computeIfAbsent(whole.id(), w -> new ArrayList<>())
                            .add(term));
        }
    }

    Total total(Category category) {
        byId.values().forEach(this::judge);
        replaced();
        mirrors();
        nested();
        Interval sum = NOTHING;
        boolean first = true;
        for (Term term : largestFirst()) {
            if (taken.add(term.id()) && !out.containsKey(term.id())) {
                Interval share = contribution(term);
                sum = first ? share : sum.plus(share);
                first = false;
                shares.put(term.id(), share);
            }
        }
        return new Total(category, basis, sum, List.copyOf(shares.keySet()), excluded());
    }

    /** What each counted term adds, once {@link #total} has counted. */
    SortedMap<String, Interval> shares() {
        return shares;
    }

    private void judge(Term term) {
        Total.Reason reason = basis.leavesOut(term);
        if (reason == null && Totals.amount(term) == null) {
            reason = term.subject().quantity().isPresent() ? Total.Reason.RATE : Total.Reason.NO_AMOUNT;
        }
        if (reason == null && !scope.holds(term)) {
            reason = Total.Reason.JOINT;
        }
        if (reason == null) {
            reason = scope.dates(term);
        }
        if (reason != null) {
            out.put(term.id(), reason);
        }
    }

    private void replaced() {
        byId.values().stream()
                .filter(term -> !out.containsKey(term.id()))
                .flatMap(term -> links(term, TermLink.Kind.REPLACES))
                .toList()
                .forEach(old -> out.putIfAbsent(old.id(), Total.Reason.REPLACED));
    }

    private void mirrors() {
        Map<String, Set<String>> beside = new TreeMap<>();
        for (Term term : byId.values()) {
            links(term, TermLink.Kind.MIRRORS).forEach(other -> {
                beside.computeIfAbsent(term.id(), t -> new TreeSet<>()).add(other.id());
                beside.computeIfAbsent(other.id(), t -> new TreeSet<>()).add(term.id());
            });
        }
        Set<String> seen = new HashSet<>();
        beside.keySet().forEach(id -> {
            List<Term> one = new ArrayList<>();
            gather(id, beside, seen, one);
            List<Term> counting = one.stream()
                    .filter(term -> !out.containsKey(term.id()))
                    .sorted(LARGEST)
                    .toList();
            counting.stream().skip(1).forEach(term -> out.put(term.id(), Total.Reason.MIRROR));
            counting.stream().findFirst().ifPresent(kept -> one.forEach(term -> hand(term, kept)));
        });
    }

    /** What is part of a second name is part of the one that counts. */
    private void hand(Term second, Term kept) {
        List<Term> its = second.id().equals(kept.id()) ? null : parts.remove(second.id());
        if (its != null) {
            parts.computeIfAbsent(kept.id(), w -> new ArrayList<>())
                    .addAll(its.stream()
                            .filter(part -> !part.id().equals(kept.id()))
                            .toList());
        }
    }

    /** What is part of a part stands under that part alone, so that the whole meets it once. */
    private void nested() {
        Map<String, Set<String>> below = new HashMap<>();
        parts.keySet().forEach(whole -> below.put(whole, below(whole)));
        parts.forEach((whole, its) -> {
            Set<String> ids = its.stream().map(Term::id).collect(Collectors.toSet());
            its.removeIf(part -> ids.stream()
                    .filter(other -> !other.equals(part.id()) && !other.equals(whole))
                    .anyMatch(other -> below.getOrDefault(other, Set.of()).contains(part.id())
                            && !below.getOrDefault(part.id(), Set.of()).contains(other)));
        });
    }

    private Set<String> below(String whole) {
        Set<String> below = new HashSet<>();
        List<String> frontier = new ArrayList<>(List.of(whole));
        while (!frontier.isEmpty()) {
            for (Term part : parts.getOrDefault(frontier.removeLast(), List.of())) {
                if (below.add(part.id())) {
                    frontier.add(part.id());
                }
            }
        }
        return below;
    }

    /** Everything that mirrors something that mirrors a term, however far. */
    private void gather(String id, Map<String, Set<String>> beside, Set<String> seen, List<Term> into) {
        List<String> frontier = new ArrayList<>(List.of(id));
        while (!frontier.isEmpty()) {
            String next = frontier.removeLast();
            if (seen.add(next)) {
                into.add(Objects.requireNonNull(byId.get(next)));
                frontier.addAll(beside.getOrDefault(next, Set.of()));
            }
        }
    }

    private List<Term> largestFirst() {
        return byId.values().stream().sorted(LARGEST).toList();
    }

    /** What a counting term adds: itself, less the parts that do not count or are already taken, but no less than those that do. */
    private Interval contribution(Term whole) {
        return contribution(whole, within(whole));
    }

    private static Interval contribution(Term whole, Within within) {
        return atLeast(less(Objects.requireNonNull(Totals.amount(whole)), within.elsewhere()), within.counted());
    }

    private record Within(@Nullable Interval counted, BigDecimal elsewhere) {}

    /** What a whole's parts add, and what of it is owed to nobody here; parts of a part that does not count stand for it. */
    private Within within(Term whole) {
        Interval sum = null;
        BigDecimal elsewhere = BigDecimal.ZERO;
        for (Term part : parts.getOrDefault(whole.id(), List.of())) {
            boolean gone = !taken.add(part.id());
            Interval share = null;
            if (gone) {
                elsewhere = elsewhere.add(missing(part));
            } else if (out.containsKey(part.id())) {
                Within inner = within(part);
                share = inner.counted();
                elsewhere = elsewhere.add(rest(missing(part), share));
            } else {
                out.put(part.id(), Total.Reason.WITHIN_ANOTHER);
                Within inner = within(part);
                share = contribution(part, inner);
                elsewhere = elsewhere.add(inner.elsewhere());
            }
            sum = share == null ? sum : sum == null ? share : sum.plus(share);
        }
        return new Within(sum, elsewhere);
    }

    private static BigDecimal rest(BigDecimal missing, @Nullable Interval share) {
        return share == null ? missing : missing.subtract(share.value()).max(BigDecimal.ZERO);
    }

    /** What a part takes from its whole by not counting: nothing where it is doubted or only a second name. */
    private BigDecimal missing(Term part) {
        Total.Reason reason = out.get(part.id());
        boolean unreal = reason == Total.Reason.BELOW_THE_GATE || reason == Total.Reason.MIRROR;
        return unreal ? BigDecimal.ZERO : value(part);
    }

    private static Interval less(Interval own, BigDecimal elsewhere) {
        if (elsewhere.signum() == 0) {
            return own;
        }
        BigDecimal high =
                own.high() == null ? null : own.high().subtract(elsewhere).max(BigDecimal.ZERO);
        return new Interval(
                own.value().subtract(elsewhere).max(BigDecimal.ZERO),
                own.low().subtract(elsewhere).max(BigDecimal.ZERO),
                high,
                own.bound());
    }

    /**
     * A whole is no less than its parts together, as far as its own interval lets it be. Parts beyond that contradict what is
     * stated of the whole, mostly because one of them was told in two ways, and add nothing to it.
     */
    private static Interval atLeast(Interval whole, @Nullable Interval within) {
        if (within == null) {
            return whole;
        }
        BigDecimal high = whole.high();
        return new Interval(
                within(whole.value().max(within.value()), high),
                within(whole.low().max(within.low()), high),
                high,
                whole.bound());
    }

    private static BigDecimal within(BigDecimal value, @Nullable BigDecimal high) {
        return high == null ? value : value.min(high);
    }

    private Stream<Term> links(Term term, TermLink.Kind kind) {
        return term.links().stream()
                .filter(link -> link.kind() == kind)
                .map(link -> byId.get(link.term()))
                .flatMap(Stream::ofNullable);
    }

    private static BigDecimal value(Term term) {
        Interval amount = Totals.amount(term);
        return amount == null ? BigDecimal.ZERO : amount.value();
    }

    private List<Total.Excluded> excluded() {
        return out.entrySet().stream()
                .map(e -> new Total.Excluded(
                        e.getKey(), e.getValue(), Totals.amount(Objects.requireNonNull(byId.get(e.getKey())))))
                .toList();
    }
}

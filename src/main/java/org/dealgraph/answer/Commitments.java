package org.dealgraph.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.ExchangeRate;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Who has committed what to whom: totals by party, pair, kind and year, each currency kept and also in dollars. */
public final class Commitments {

    /** By what an answer is split. */
    public enum By {
        FROM,
        TO,
        KIND,
        YEAR
    }

    private static final Set<ClaimKind> OF_MONEY =
            Set.of(ClaimKind.SPEND, ClaimKind.INVEST, ClaimKind.LEND, ClaimKind.ACQUIRE, ClaimKind.BUILD);

    private Commitments() {}

    /**
     * What is asked.
     *
     * @param scope whose obligations, of which year
     * @param kinds the kinds of obligation; empty for all
     * @param basis which count
     * @param by how the answer is split; a group has a value for each
     */
    public record Question(Scope scope, Set<ClaimKind> kinds, Basis basis, Set<By> by) {
        public Question {
            kinds = Set.copyOf(kinds);
            by = Set.copyOf(by);
        }
    }

    /**
     * What a group shares; null where the answer is not split by it.
     *
     * @param from the owing organization or its group
     * @param to the other side; empty where there is none
     * @param kind what it is about
     * @param year the year it was agreed in
     */
    public record Key(
            @Nullable String from,
            @Nullable String to,
            @Nullable ClaimKind kind,
            @Nullable Integer year) {}

    /**
     * The totals of one group.
     *
     * @param key what it shares
     * @param totals one a category, each currency for itself
     * @param dollars one a category of money, all currencies together
     * @param payable what falls due when, in the currencies of the texts
     * @param rates those that the dollars rest on, by term
     */
    public record Group(
            Key key, List<Total> totals, List<Total> dollars, List<Payable> payable, Map<String, ExchangeRate> rates) {}

    /**
     * The groups, those with the largest total first, then by name. A joint obligation stands beside each of its parties as
     * left out for being joint, and counts once where the question names all of them or nobody.
     *
     * @param terms every term that may be linked to one of those asked for
     */
    public static List<Group> of(Collection<Term> terms, Question question, Dollars.Rates rates) {
        Map<Key, List<Term>> groups = new TreeMap<>(ORDER);
        terms.stream()
                .filter(term -> question.kinds().isEmpty() || question.kinds().contains(term.kind()))
                .filter(question.scope()::touches)
                .forEach(term -> keys(term, question)
                        .forEach(key -> groups.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(term)));
        return groups.entrySet().stream()
                .flatMap(group -> years(group.getKey(), group.getValue(), question)
                        .map(key -> group(key, group.getValue(), question, rates)))
                .filter(group -> !group.totals().isEmpty())
                .sorted(Comparator.comparing(Group::key, ORDER))
                .sorted(Comparator.comparing(Commitments::size).reversed())
                .toList();
    }

    private static final Comparator<Key> ORDER = Comparator.comparing(
                    Key::from, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Key::to, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Key::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Key::year, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static Group group(Key key, List<Term> terms, Question question, Dollars.Rates rates) {
        Scope scope = narrowed(question.scope(), key);
        Dollars dollars = Dollars.of(
                terms.stream().filter(term -> OF_MONEY.contains(term.kind())).toList(), rates);
        List<Total> inDollars = Totals.of(dollars.terms(), scope, question.basis()).stream()
                .filter(total -> total.category().unit().equals(Dollars.DOLLAR))
                .map(total -> total.without(unconverted(dollars, total.category(), terms)))
                .toList();
        return new Group(
                key,
                Totals.of(terms, scope, question.basis()),
                inDollars,
                Totals.payable(terms, scope, question.basis()),
                dollars.rates());
    }

    private static List<Total.Excluded> unconverted(Dollars dollars, Category category, List<Term> terms) {
        Set<String> alike = terms.stream()
                .filter(term -> Category.of(term).sameSort(category))
                .map(Term::id)
                .collect(Collectors.toSet());
        return dollars.unconverted().stream()
                .filter(excluded -> alike.contains(excluded.term()))
                .toList();
    }

    private static Scope narrowed(Scope scope, Key key) {
        Set<String> from = key.from() == null ? scope.from() : Set.of(key.from());
        Set<String> to = key.to() == null || key.to().isEmpty() ? scope.to() : Set.of(key.to());
        Integer year = key.year() == null ? scope.year() : key.year();
        return new Scope(from, to, scope.group(), year, scope.commencement());
    }

    private static Stream<Key> keys(Term term, Question question) {
        Scope scope = question.scope();
        Set<By> by = question.by();
        List<@Nullable String> from = by.contains(By.FROM) ? sides(term.from(), scope.from(), scope) : nobody();
        List<@Nullable String> to = by.contains(By.TO) ? sides(term.to(), scope.to(), scope) : nobody();
        @Nullable ClaimKind kind = by.contains(By.KIND) ? term.kind() : null;
        return from.stream().flatMap(f -> to.stream().map(t -> new Key(f, t, kind, null)));
    }

    /** A key for each year in which something was agreed: the years see each other's terms, because a sum may reach over them. */
    private static Stream<Key> years(Key key, List<Term> terms, Question question) {
        if (!question.by().contains(By.YEAR)) {
            return Stream.of(key);
        }
        return terms.stream()
                .map(term -> term.schedule().agreed())
                .filter(Objects::nonNull)
                .map(agreed -> agreed.earliest().getYear())
                .distinct()
                .sorted()
                .map(year -> new Key(key.from(), key.to(), key.kind(), year));
    }

    private static List<@Nullable String> sides(List<String> named, Set<String> asked, Scope scope) {
        List<@Nullable String> groups = new ArrayList<>();
        named.stream()
                .map(scope.group())
                .filter(group -> asked.isEmpty() || asked.contains(group))
                .distinct()
                .forEach(groups::add);
        if (named.isEmpty()) {
            groups.add("");
        }
        return groups;
    }

    private static List<@Nullable String> nobody() {
        List<@Nullable String> nobody = new ArrayList<>();
        nobody.add(null);
        return nobody;
    }

    private static BigDecimal size(Group group) {
        return Stream.concat(group.dollars().stream(), group.totals().stream())
                .filter(total -> total.category().unit().equals(Dollars.DOLLAR))
                .map(total -> total.amount().value())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }
}

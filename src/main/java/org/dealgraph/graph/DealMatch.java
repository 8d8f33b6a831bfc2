package org.dealgraph.graph;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dealgraph.graph.DealFilter.Range;
import org.dealgraph.graph.DealFilter.Role;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/** A {@link DealFilter} on deals that are not in the graph as they are asked for: the same conditions as its statement has. */
public final class DealMatch {

    private final DealFilter filter;
    private final UnaryOperator<String> names;
    private final Function<Term, Set<Tier>> tiers;

    /**
     * A match.
     *
     * @param filter the conditions
     * @param names of organizations, by id
     * @param tiers of the sources that support a term; only asked where the filter asks
     */
    public DealMatch(DealFilter filter, UnaryOperator<String> names, Function<Term, Set<Tier>> tiers) {
        this.filter = filter;
        this.names = names;
        this.tiers = tiers;
    }

    /** Whether the deal is let through. */
    public boolean admits(Deal deal) {
        return within(filter.published(), deal.published())
                && words(deal)
                && (filter.parties() == null
                        || filter.parties().stream().skip(1).allMatch(group -> some(group, parties(deal))))
                && deal.terms().stream().anyMatch(this::admits);
    }

    /** Whether a date overlaps a range; an unknown one only overlaps no range at all. */
    static boolean within(@Nullable Range<LocalDate> range, @Nullable PartialDate date) {
        if (range == null || (range.from() == null && range.to() == null)) {
            return true;
        }
        return date != null
                && (range.from() == null || !date.latest().isBefore(range.from()))
                && (range.to() == null || !date.earliest().isAfter(range.to()));
    }

    /** Whether each word of a query is a word of some texts, whatever its case and accents. */
    public static boolean words(String query, Stream<String> texts) {
        Set<String> told = new HashSet<>();
        texts.forEach(text -> told.addAll(words(text)));
        List<String> wanted = words(query);
        return !wanted.isEmpty() && told.containsAll(wanted);
    }

    private boolean words(Deal deal) {
        return filter.text() == null
                || words(
                        filter.text(),
                        Stream.concat(
                                Stream.of(deal.title()), deal.parties().stream().map(names)));
    }

    private boolean admits(Term t) {
        Money money = t.subject().money();
        DealFilter.AmountRange amount = filter.amount();
        return among(filter.kinds(), t.kind())
                && among(filter.stages(), t.stage())
                && (filter.counted() == null || filter.counted() == t.counted())
                && (amount == null
                        || (money != null
                                && money.currency().equals(amount.currency())
                                && within(amount.range(), money.amount())))
                && (filter.megawatts() == null
                        || (t.subject().power() != null
                                && within(
                                        filter.megawatts(), t.subject().power().megawatts())))
                && among(filter.products(), t.subject().product())
                && among(filter.sites(), t.subject().site())
                && within(filter.agreed(), t.schedule().agreed())
                && among(filter.extra().instruments(), t.subject().instrument())
                && (filter.extra().unflagged() == null
                        || filter.extra().unflagged() == t.flags().isEmpty())
                && (filter.extra().tiers() == null
                        || tiers.apply(t).stream().anyMatch(filter.extra().tiers()::contains))
                && (filter.parties() == null || some(filter.parties().getFirst(), sides(t)));
    }

    private List<String> sides(Term term) {
        Set<Role> roles = filter.roles() == null ? Set.of(Role.values()) : filter.roles();
        return roles.stream()
                .flatMap(role -> switch (role) {
                    case FROM -> term.from().stream();
                    case TO -> term.to().stream();
                    case FOR -> term.beneficiaries().stream();
                })
                .toList();
    }

    private static List<String> parties(Deal deal) {
        return deal.terms().stream()
                .flatMap(t -> Stream.of(t.from(), t.to(), t.beneficiaries()))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean within(Range<BigDecimal> range, Interval interval) {
        return (range.from() == null
                        || interval.upper()
                                .map(high -> high.compareTo(range.from()) >= 0)
                                .orElse(true))
                && (range.to() == null || interval.low().compareTo(range.to()) <= 0);
    }

    private static boolean some(Collection<String> wanted, Collection<String> there) {
        return there.stream().anyMatch(wanted::contains);
    }

    private static <T> boolean among(@Nullable Collection<T> wanted, @Nullable T value) {
        return wanted == null || (value != null && wanted.contains(value));
    }

    /** The words of a text as they are compared, without case and accents. */
    public static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

package org.dealgraph.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Metric;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of a seller's backlog rests on one customer: as documents report it, and beside it what is known of that
 * customer's commitments over the backlog that the seller reports. The two are never mixed.
 *
 * @param holder the seller
 * @param counterparty the customer
 * @param reported the share that is shown, or null where nobody reports one
 * @param rivals every reported share of the same period, the one shown first
 * @param backlog the seller's latest reported backlog, or null
 * @param firm what the customer has firmly committed to spend with the seller
 * @param headline the same at headline
 * @param firmShare firm over backlog in per cent, or null
 * @param headlineShare headline over backlog in per cent, or null
 */
public record Concentration(
        String holder,
        String counterparty,
        @Nullable Figure reported,
        List<Figure> rivals,
        @Nullable Figure backlog,
        Interval firm,
        Interval headline,
        @Nullable Interval firmShare,
        @Nullable Interval headlineShare) {

    private static final Interval NOTHING = Interval.stated(BigDecimal.ZERO);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Concentration {
        rivals = List.copyOf(rivals);
    }

    /**
     * One row for each seller and customer, by seller, then customer.
     *
     * @param holders sellers; empty for every one with a reported share
     * @param counterparties customers; empty for every one in a reported share
     * @param obligations every term, money in dollars
     */
    public static List<Concentration> of(
            Collection<Figure> figures, Obligations obligations, Set<String> holders, Set<String> counterparties) {
        List<Figure> shares = figures.stream()
                .filter(f -> f.metric() == Metric.BACKLOG_SHARE && f.organization() != null && f.counterparty() != null)
                .toList();
        Set<String> sellers = holders.isEmpty()
                ? shares.stream()
                        .map(f -> Objects.requireNonNull(f.organization()))
                        .collect(Collectors.toSet())
                : holders;
        Set<String> customers = counterparties.isEmpty()
                ? shares.stream()
                        .map(f -> Objects.requireNonNull(f.counterparty()))
                        .collect(Collectors.toSet())
                : counterparties;
        return sellers.stream()
                .sorted()
                .flatMap(seller -> customers.stream()
                        .sorted()
                        .map(customer -> row(seller, customer, shares, figures, obligations)))
                .toList();
    }

    private static Concentration row(
            String seller, String customer, List<Figure> shares, Collection<Figure> figures, Obligations obligations) {
        UnaryOperator<String> group = obligations.group();
        List<Figure> rivals = latest(shares.stream()
                .filter(f -> seller.equals(f.organization()) && customer.equals(f.counterparty()))
                .toList());
        Optional<Figure> shown = FigureConflict.best(rivals);
        Optional<Figure> backlog = FigureConflict.best(latest(figures.stream()
                .filter(f -> f.metric() == Metric.BACKLOG && seller.equals(f.organization()))
                .toList()));
        Scope scope = new Scope(Set.of(group.apply(customer)), Set.of(group.apply(seller)), group);
        Interval firm = spending(obligations, scope, Basis.FIRM);
        Interval headline = spending(obligations, scope, Basis.HEADLINE);
        return new Concentration(
                seller,
                customer,
                shown.orElse(null),
                rivals.stream()
                        .sorted(Comparator.comparing(
                                        (Figure f) -> !shown.filter(f::equals).isPresent())
                                .thenComparing(Figure::id))
                        .toList(),
                backlog.orElse(null),
                firm,
                headline,
                backlog.map(b -> percent(firm, b.value())).orElse(null),
                backlog.map(b -> percent(headline, b.value())).orElse(null));
    }

    /** Those of the period that ends last. */
    private static List<Figure> latest(List<Figure> figures) {
        Map<PartialDate, List<Figure>> byEnd =
                figures.stream().collect(Collectors.groupingBy(Figure::ends, TreeMap::new, Collectors.toList()));
        return byEnd.isEmpty()
                ? List.of()
                : ((TreeMap<PartialDate, List<Figure>>) byEnd).lastEntry().getValue();
    }

    private static Interval spending(Obligations obligations, Scope scope, Basis basis) {
        return Totals.of(obligations.of(scope), scope, basis).stream()
                .filter(total -> total.category().kind() == ClaimKind.SPEND
                        && total.category().unit().equals(Dollars.DOLLAR))
                .map(Total::amount)
                .findFirst()
                .orElse(NOTHING);
    }

    /** One over the other, end by end; nothing over nothing is left open above. */
    static Interval percent(Interval part, Interval whole) {
        BigDecimal least = whole.high() == null || whole.high().signum() <= 0
                ? BigDecimal.ZERO
                : part.low().multiply(HUNDRED).divide(whole.high(), MathContext.DECIMAL32);
        @Nullable
        BigDecimal most = part.high() == null || whole.low().signum() <= 0
                ? null
                : part.high().multiply(HUNDRED).divide(whole.low(), MathContext.DECIMAL32);
        BigDecimal value = whole.value().signum() <= 0
                ? BigDecimal.ZERO
                : part.value().multiply(HUNDRED).divide(whole.value(), MathContext.DECIMAL32);
        return new Interval(value, least, most, part.bound());
    }
}

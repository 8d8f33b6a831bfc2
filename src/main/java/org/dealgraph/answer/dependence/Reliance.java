package org.dealgraph.answer.dependence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.FigureConflict;
import org.dealgraph.answer.Obligations;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Totals;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Metric;
import org.dealgraph.model.Interval;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a customer and a supplier rely on each other. What documents report and what the known obligations tell stand side
 * by side and are never mixed: the obligations are only those that somebody has written about.
 *
 * @param customer group id
 * @param supplier group id
 * @param ofSupplier reported shares of the supplier's revenue or backlog that rest on the customer, one a metric
 * @param ofCustomer reported shares of the customer's cost or revenue that go to the supplier, one a metric
 * @param committed what the customer has committed to spend with the supplier, in dollars, talks left out
 * @param shareOfSales part of all that is committed to the supplier that this customer has, 0 to 1; null where nothing is
 * @param shareOfSpending part of all that the customer has committed that goes to this supplier; null where nothing does
 * @param customers Herfindahl-Hirschman index of the supplier's customers by what they have committed; null likewise
 * @param suppliers the same of the customer's suppliers
 */
public record Reliance(
        String customer,
        String supplier,
        List<Figure> ofSupplier,
        List<Figure> ofCustomer,
        Interval committed,
        @Nullable BigDecimal shareOfSales,
        @Nullable BigDecimal shareOfSpending,
        @Nullable BigDecimal customers,
        @Nullable BigDecimal suppliers) {

    private static final Set<Metric> OF_SUPPLIER = EnumSet.of(Metric.CUSTOMER_SHARE, Metric.BACKLOG_SHARE);
    private static final Set<Metric> OF_CUSTOMER = EnumSet.of(Metric.SUPPLIER_SHARE, Metric.REVENUE_SHARE);
    private static final Interval NOTHING = Interval.stated(BigDecimal.ZERO);

    public Reliance {
        ofSupplier = List.copyOf(ofSupplier);
        ofCustomer = List.copyOf(ofCustomer);
    }

    /**
     * The two.
     *
     * @param obligations every term, money in dollars
     */
    public static Reliance of(Collection<Figure> figures, Obligations obligations, String customer, String supplier) {
        Interval committed = spent(obligations, Set.of(customer), Set.of(supplier));
        Interval sales = spent(obligations, Set.of(), Set.of(supplier));
        Interval spending = spent(obligations, Set.of(customer), Set.of());
        return new Reliance(
                customer,
                supplier,
                latest(figures, supplier, customer, OF_SUPPLIER),
                latest(figures, customer, supplier, OF_CUSTOMER),
                committed,
                share(committed.value(), sales.value()),
                share(committed.value(), spending.value()),
                concentration(obligations, supplier, true),
                concentration(obligations, customer, false));
    }

    /** Of each metric the figure to show among those of the period that ends last; only shares in per cent. */
    private static List<Figure> latest(
            Collection<Figure> figures, String organization, String counterparty, Set<Metric> metrics) {
        return metrics.stream()
                .flatMap(metric -> {
                    List<Figure> told = figures.stream()
                            .filter(f -> f.metric() == metric && f.unit().equals("%"))
                            .filter(f -> organization.equals(f.organization()) && counterparty.equals(f.counterparty()))
                            .toList();
                    Optional<PartialDate> last = told.stream().map(Figure::ends).max(PartialDate::compareTo);
                    return FigureConflict.best(told.stream()
                                    .filter(f -> last.filter(f.ends()::equals).isPresent())
                                    .toList())
                            .stream();
                })
                .toList();
    }

    private static @Nullable BigDecimal concentration(Obligations obligations, String organization, boolean sells) {
        Set<String> others = (sells ? obligations.to(organization) : obligations.from(organization))
                .stream()
                        .filter(term -> term.kind() == ClaimKind.SPEND)
                        .flatMap(term -> (sells ? term.from() : term.to()).stream())
                        .map(obligations.group())
                        .collect(Collectors.toCollection(TreeSet::new));
        List<BigDecimal> sums = others.stream()
                .map(other -> sells
                        ? spent(obligations, Set.of(other), Set.of(organization))
                        : spent(obligations, Set.of(organization), Set.of(other)))
                .map(Interval::value)
                .toList();
        BigDecimal all = sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sums.stream()
                .map(sum -> share(sum, all))
                .filter(Objects::nonNull)
                .map(share -> share.multiply(share, MathContext.DECIMAL32))
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static Interval spent(Obligations obligations, Set<String> from, Set<String> to) {
        Scope scope = new Scope(from, to, obligations.group());
        return Totals.of(
                        obligations.of(scope).stream()
                                .filter(term -> term.kind() == ClaimKind.SPEND)
                                .toList(),
                        scope,
                        Basis.HEADLINE)
                .stream()
                .filter(total -> total.category().unit().equals("USD"))
                .map(total -> total.amount())
                .findFirst()
                .orElse(NOTHING);
    }

    private static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.divide(whole, MathContext.DECIMAL32);
    }
}

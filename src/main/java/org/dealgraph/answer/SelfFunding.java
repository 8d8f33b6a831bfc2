package org.dealgraph.answer;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Measure;
import org.dealgraph.model.Figure.Metric;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor puts into its own customers, beside its revenue. Investments and loans stand side by side and are never
 * added; a guarantee is neither.
 *
 * @param kind INVEST or LEND
 * @param basis which obligations count
 * @param amount the sum in dollars
 * @param counted ids of the terms that make it up
 * @param customers the funded customers, by id
 * @param revenue the figure it is set against, or null
 * @param share amount over revenue in per cent, or null
 * @param reported what documents say the share is, the latest first; rivals among them are a conflict of figures
 */
public record SelfFunding(
        ClaimKind kind,
        Basis basis,
        Interval amount,
        List<String> counted,
        List<String> customers,
        @Nullable Figure revenue,
        @Nullable Interval share,
        List<Figure> reported) {

    /** Sums that run for years are set against a year's revenue before a quarter's. */
    private static final Pattern WHOLE_YEAR = Pattern.compile("(?:FY\\d{2}|\\d{4})");

    public SelfFunding {
        reported = List.copyOf(reported);
        counted = List.copyOf(counted);
        customers = List.copyOf(customers);
    }

    /**
     * One row for each kind and for headline and firm.
     *
     * @param vendor its group
     * @param obligations every term, money in dollars
     * @param figures of the moment; the latest recognised revenue of a whole year of the vendor counts, else
     *     of a part of one; or the one asked for by its period
     */
    public static List<SelfFunding> of(
            String vendor, Obligations obligations, Collection<Figure> figures, @Nullable String period) {
        UnaryOperator<String> group = obligations.group();
        List<Term> terms = obligations.of(vendor);
        Set<String> customers = customers(vendor, terms, group);
        Optional<Figure> revenue = figures.stream()
                .filter(f -> f.metric() == Metric.REVENUE && f.measure() == Measure.RECOGNISED)
                .filter(f -> f.scope().equals("company") && vendor.equals(f.organization()))
                .filter(f -> period == null || f.period().equals(period))
                .max(Comparator.comparing(
                                (Figure f) -> WHOLE_YEAR.matcher(f.period()).matches())
                        .thenComparing(Figure::ends));
        List<Figure> reported = figures.stream()
                .filter(f -> f.metric() == Metric.SELF_FUNDING && vendor.equals(f.organization()))
                .sorted(Comparator.comparing(Figure::ends)
                        .reversed()
                        .thenComparing(Figure::scope)
                        .thenComparing(Figure::id))
                .toList();
        Scope scope = new Scope(Set.of(vendor), customers, group);
        return customers.isEmpty()
                ? List.of()
                : List.of(Basis.HEADLINE, Basis.FIRM).stream()
                        .flatMap(basis -> Totals.of(terms, scope, basis).stream())
                        .filter(SelfFunding::funds)
                        .map(total -> row(total, terms, revenue.orElse(null), reported, group))
                        .toList();
    }

    private static boolean funds(Total total) {
        ClaimKind kind = total.category().kind();
        return (kind == ClaimKind.INVEST || kind == ClaimKind.LEND)
                && total.category().sort().isEmpty()
                && total.category().unit().equals(Dollars.DOLLAR);
    }

    private static SelfFunding row(
            Total total,
            Collection<Term> terms,
            @Nullable Figure revenue,
            List<Figure> reported,
            UnaryOperator<String> group) {
        Set<String> counted = Set.copyOf(total.counted());
        List<String> funded = terms.stream()
                .filter(term -> counted.contains(term.id()))
                .flatMap(term -> term.to().stream())
                .map(group)
                .distinct()
                .sorted()
                .toList();
        return new SelfFunding(
                total.category().kind(),
                total.basis(),
                total.amount(),
                total.counted(),
                funded,
                revenue,
                revenue == null ? null : Concentration.percent(total.amount(), revenue.value()),
                reported);
    }

    /** Who pays it, or is supplied by it. */
    private static Set<String> customers(String vendor, Collection<Term> terms, UnaryOperator<String> group) {
        return terms.stream()
                .flatMap(term -> switch (term.kind()) {
                    case SPEND -> sides(term.to(), term.from(), vendor, group).stream();
                    case SUPPLY, CAPACITY -> sides(term.from(), term.to(), vendor, group).stream();
                    case INVEST, LEND, ACQUIRE, BUILD, RIGHT -> Set.<String>of().stream();
                })
                .filter(customer -> !customer.equals(vendor))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sides(
            List<String> seller, List<String> buyer, String vendor, UnaryOperator<String> group) {
        return seller.stream().map(group).anyMatch(vendor::equals)
                ? buyer.stream().map(group).collect(Collectors.toSet())
                : Set.of();
    }
}

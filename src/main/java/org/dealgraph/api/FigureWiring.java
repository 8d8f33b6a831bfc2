package org.dealgraph.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.api.Page.Wanted;
import org.dealgraph.graph.Cursor;
import org.dealgraph.graph.DealMatch;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Measure;
import org.dealgraph.model.Figure.Metric;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Tier;
import org.dealgraph.pipeline.FigureBook;
import org.jspecify.annotations.Nullable;

/** The fields of figures, and the comparisons that are allowed between them. */
@Singleton
final class FigureWiring implements TopicWiring {

    private final FigureBook book;
    private final Organizations organizations;

    FigureWiring(FigureBook book, Organizations organizations) {
        this.book = book;
        this.organizations = organizations;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type -> type.dataFetcher("figures", this::figures)
                        .dataFetcher("revenueClaims", this::revenueClaims)
                        .dataFetcher("compareFigures", this::compare));
        wiring.type(
                "Figure",
                type -> type.dataFetcher(
                                "organization",
                                Wirings.with(Figure.class, (env, f) -> organization(env, f.organization())))
                        .dataFetcher(
                                "counterparty",
                                Wirings.with(Figure.class, (env, f) -> organization(env, f.counterparty())))
                        .dataFetcher("value", figure(f -> f.value().value()))
                        .dataFetcher("low", figure(f -> f.value().low()))
                        .dataFetcher("high", figure(f -> f.value().high()))
                        .dataFetcher("bound", figure(f -> f.value().bound())));
    }

    static @Nullable Object organization(DataFetchingEnvironment env, @Nullable String id) {
        return id == null ? null : Loaders.organization(env, id);
    }

    private static DataFetcher<@Nullable Object> figure(Function<Figure, @Nullable Object> field) {
        return Wirings.of(Figure.class, field);
    }

    private Object figures(DataFetchingEnvironment env) {
        Wanted wanted = Wanted.of(env);
        Moment moment = Moments.of(env);
        Map<String, Object> filter = Objects.requireNonNullElse(env.getArgument("filter"), Map.of());
        List<Figure> all =
                book.at(moment).stream().filter(f -> admits(filter, f)).toList();
        Cursor after = wanted.position();
        int from = after == null ? 0 : position(all, after.id());
        List<Figure> found = IntStream.range(from, all.size())
                .limit(wanted.fetch())
                .mapToObj(all::get)
                .toList();
        return Moments.at(moment, Page.of(wanted, found, f -> new Cursor(0, f.id()), f -> f));
    }

    private static int position(List<Figure> all, String id) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().equals(id))
                .map(i -> i + 1)
                .findFirst()
                .orElseThrow(() -> new BadArgument("after: the figure it names is not in this list any more"));
    }

    private boolean admits(Map<String, Object> filter, Figure f) {
        Set<Metric> metrics = Filters.choices(filter, "metrics", Metric.class);
        Set<Measure> measures = Filters.choices(filter, "measures", Measure.class);
        Set<Tier> tiers = Filters.choices(filter, "tiers", Tier.class);
        return named(filter.get("organizations"), f.organization())
                && named(filter.get("counterparties"), f.counterparty())
                && (metrics == null || metrics.contains(f.metric()))
                && (measures == null || measures.contains(f.measure()))
                && (tiers == null || tiers.contains(f.source().tier()))
                && (!(filter.get("scope") instanceof String scope) || f.scope().equalsIgnoreCase(scope))
                && (!(filter.get("period") instanceof String period)
                        || f.period().equals(period))
                && (!(filter.get("text") instanceof String text) || DealMatch.words(text, Stream.of(f.summary())));
    }

    private boolean named(@Nullable Object asked, @Nullable String organization) {
        return !(asked instanceof Collection<?> names)
                || (organization != null
                        && organizations.keys(names, false, null).contains(organization));
    }

    private Object revenueClaims(DataFetchingEnvironment env) {
        Moment moment = Moments.of(env);
        Set<String> parties = organizations.keys(env.getArgument("parties"), false, null);
        String measure = env.getArgument("measure");
        String period = env.getArgument("period");
        List<Figure> found = book.at(moment).stream()
                .filter(f ->
                        f.metric() == Metric.REVENUE && f.organization() != null && parties.contains(f.organization()))
                .filter(f -> measure == null || f.measure() == Measure.valueOf(measure))
                .filter(f -> period == null || f.period().equals(period))
                .toList();
        Map<String, Set<Measure>> measures = found.stream()
                .collect(Collectors.groupingBy(
                        f -> Objects.requireNonNullElse(f.organization(), ""),
                        java.util.TreeMap::new,
                        Collectors.mapping(Figure::measure, Collectors.toCollection(java.util.TreeSet::new))));
        if (measures.size() > 1 && !comparable(measures.values())) {
            throw new BadArgument("could not compare revenue of unlike measures: "
                    + measures.entrySet().stream()
                            .map(e -> e.getKey() + " "
                                    + e.getValue().stream().map(Enum::name).collect(Collectors.joining(", ")))
                            .collect(Collectors.joining("; "))
                    + "; ask for one measure");
        }
        return Moments.at(moment, found);
    }

    /** Whether all are measured in one and the same way, which is said. */
    private static boolean comparable(Collection<Set<Measure>> measures) {
        Set<Measure> all = measures.stream().flatMap(Set::stream).collect(Collectors.toSet());
        return all.size() == 1 && !all.contains(Measure.UNSTATED);
    }

    private Object compare(DataFetchingEnvironment env) {
        Figure left = get(env, "left");
        Figure right = get(env, "right");
        boolean alike = left.metric() == right.metric()
                && left.measure() == right.measure()
                && left.measure() != Measure.UNSTATED
                && left.unit().equals(right.unit());
        if (!alike) {
            throw new BadArgument("could not compare unlike figures: " + basis(left) + " and " + basis(right));
        }
        return Moments.at(
                Moments.of(env),
                new Comparison(
                        left,
                        right,
                        left.value().value().subtract(right.value().value()),
                        left.value().overlaps(right.value())));
    }

    private static String basis(Figure figure) {
        return figure.metric() + " " + figure.measure() + " in " + figure.unit();
    }

    private Figure get(DataFetchingEnvironment env, String argument) {
        String id = env.getArgument(argument);
        return book.at(Moments.of(env)).stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadArgument(argument + ": there is no figure '" + id + "'"
                        + (Moments.of(env).now() ? "" : " at the moment that is asked about")));
    }

    /** Two figures as the schema has them. */
    record Comparison(Figure left, Figure right, java.math.BigDecimal difference, boolean agree) {}
}

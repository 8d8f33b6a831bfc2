package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dealgraph.answer.Concentration;
import org.dealgraph.answer.Dollars;
import org.dealgraph.answer.FigureConflict;
import org.dealgraph.answer.SelfFunding;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Measure;
import org.dealgraph.model.Figure.Metric;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Money;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Term;
import org.dealgraph.pipeline.FigureBook;
import org.dealgraph.pipeline.Snapshot;
import org.dealgraph.pipeline.Snapshots;
import org.jspecify.annotations.Nullable;

/** Figures set beside each other or beside commitments, where that is allowed. */
@Singleton
final class RatioWiring implements TopicWiring {

    private final Snapshots snapshots;
    private final FigureBook book;
    private final Organizations organizations;
    private final Catalogue catalogue;

    RatioWiring(Snapshots snapshots, FigureBook book, Organizations organizations, Catalogue catalogue) {
        this.snapshots = snapshots;
        this.book = book;
        this.organizations = organizations;
        this.catalogue = catalogue;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type -> type.dataFetcher("concentration", this::concentration)
                        .dataFetcher("selfFunding", this::selfFunding)
                        .dataFetcher("marginHistory", this::marginHistory));
        wiring.type(
                "Concentration",
                type -> type.dataFetcher(
                                "holder",
                                Wirings.with(Concentration.class, (env, c) -> Loaders.organization(env, c.holder())))
                        .dataFetcher(
                                "counterparty",
                                Wirings.with(
                                        Concentration.class, (env, c) -> Loaders.organization(env, c.counterparty())))
                        .dataFetcher("firm", Wirings.of(Concentration.class, c -> dollars(c.firm())))
                        .dataFetcher("headline", Wirings.of(Concentration.class, c -> dollars(c.headline()))));
        wiring.type(
                "SelfFunding",
                type -> type.dataFetcher(
                                "strength",
                                Wirings.of(Funding.class, f -> f.row().basis()))
                        .dataFetcher(
                                "kind", Wirings.of(Funding.class, f -> f.row().kind()))
                        .dataFetcher(
                                "amount",
                                Wirings.of(Funding.class, f -> dollars(f.row().amount())))
                        .dataFetcher(
                                "revenue",
                                Wirings.of(Funding.class, f -> f.row().revenue()))
                        .dataFetcher(
                                "share", Wirings.of(Funding.class, f -> f.row().share()))
                        .dataFetcher(
                                "customers",
                                Wirings.with(
                                        Funding.class,
                                        (env, f) -> Loaders.organizations(
                                                env, f.row().customers()))));
        wiring.type(
                "MarginHistory",
                type -> type.dataFetcher(
                        "organization",
                        Wirings.with(History.class, (env, h) -> Loaders.organization(env, h.organization()))));
    }

    private static Money dollars(Interval amount) {
        return Money.of(amount, "USD");
    }

    private static UnaryOperator<String> grouping(Catalogue catalogue, Moment moment) {
        LocalDate day = moment.day();
        return id -> catalogue.groupOf(id, day);
    }

    private Collection<Term> inDollars(Snapshot snapshot) {
        return snapshot.answer("terms in dollars", () -> Dollars.of(snapshot.terms(), catalogue.rates()::find))
                .terms();
    }

    private Object concentration(DataFetchingEnvironment env) {
        Moment moment = Moments.of(env);
        return Moments.at(
                moment,
                Concentration.of(
                        book.at(moment),
                        inDollars(snapshots.at(moment)),
                        organizations.keys(env.getArgument("holders"), false, null),
                        organizations.keys(env.getArgument("counterparties"), false, null),
                        grouping(catalogue, moment)));
    }

    private Object selfFunding(DataFetchingEnvironment env) {
        Moment moment = Moments.of(env);
        UnaryOperator<String> group = grouping(catalogue, moment);
        String vendor = group.apply(organizations.key(Objects.requireNonNull(env.<Object>getArgument("vendor"))));
        Snapshot snapshot = snapshots.at(moment);
        Map<String, Term> byId = snapshot.termsById();
        return Moments.at(
                moment,
                SelfFunding.of(vendor, inDollars(snapshot), book.at(moment), env.getArgument("period"), group).stream()
                        .map(row -> new Funding(
                                row,
                                row.counted().stream()
                                        .map(byId::get)
                                        .filter(Objects::nonNull)
                                        .toList()))
                        .toList());
    }

    private Object marginHistory(DataFetchingEnvironment env) {
        Moment moment = Moments.of(env);
        Measure measure = Measure.valueOf(String.valueOf(env.<Object>getArgument("measure")));
        Set<OrganizationType> layers = Filters.choices(env.getArguments(), "layers", OrganizationType.class);
        Set<String> asked = organizations.keys(env.getArgument("organizations"), false, null);
        Map<String, List<Figure>> lines = book.at(moment).stream()
                .filter(f -> f.metric() == Metric.MARGIN && f.measure() == measure && f.organization() != null)
                .filter(f -> asked.isEmpty() || asked.contains(f.organization()))
                .filter(f -> layers == null || of(f.organization(), layers))
                .collect(Collectors.groupingBy(
                        f -> f.organization() + "|" + f.scope(), TreeMap::new, Collectors.toList()));
        return Moments.at(moment, lines.values().stream().map(History::of).toList());
    }

    private boolean of(@Nullable String organization, Set<OrganizationType> layers) {
        return organization != null
                && catalogue.findOrganization(organization).stream()
                        .flatMap(o -> o.types().stream())
                        .anyMatch(layers::contains);
    }

    /** A row with its terms. */
    record Funding(SelfFunding row, List<Term> counted) {}

    /** Margins of one line, one a period. */
    record History(String organization, String scope, List<Figure> points) {

        static History of(List<Figure> line) {
            List<Figure> points = line.stream().collect(Collectors.groupingBy(Figure::period)).values().stream()
                    .flatMap(rivals -> FigureConflict.best(rivals).stream())
                    .sorted(Comparator.comparing(Figure::ends).thenComparing(Figure::id))
                    .toList();
            return new History(
                    Objects.requireNonNull(line.getFirst().organization()),
                    line.getFirst().scope(),
                    points);
        }
    }
}

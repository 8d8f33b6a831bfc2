package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dealgraph.answer.Concentration;
import org.dealgraph.answer.FigureConflict;
import org.dealgraph.answer.SelfFunding;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Measure;
import org.dealgraph.model.Figure.Metric;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Money;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Figures set beside each other or beside commitments, where that is allowed. */
@Singleton
final class RatioWiring implements TopicWiring {

    private final Answers answers;
    private final Organizations organizations;
    private final Catalogue catalogue;

    RatioWiring(Answers answers, Organizations organizations, Catalogue catalogue) {
        this.answers = answers;
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
                                "reported",
                                Wirings.of(Funding.class, f -> f.row().reported()))
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

    private Object concentration(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        return Moments.at(
                asked.moment(),
                asked.inquiry()
                        .concentration(
                                organizations.keys(env.getArgument("holders"), false, null),
                                organizations.keys(env.getArgument("counterparties"), false, null)));
    }

    private Object selfFunding(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        String vendor = organizations.key(Objects.requireNonNull(env.<Object>getArgument("vendor")));
        return Moments.at(
                asked.moment(),
                asked.inquiry().selfFunding(vendor, env.getArgument("period")).stream()
                        .map(row -> new Funding(row, asked.terms(row.counted())))
                        .toList());
    }

    private Object marginHistory(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        Measure measure = Measure.valueOf(String.valueOf(env.<Object>getArgument("measure")));
        Set<OrganizationType> layers = Filters.choices(env.getArguments(), "layers", OrganizationType.class);
        Set<String> wanted = organizations.keys(env.getArgument("organizations"), false, null);
        Map<String, List<Figure>> lines = asked.inquiry().figures().stream()
                .filter(f -> f.metric() == Metric.MARGIN && f.measure() == measure && f.organization() != null)
                .filter(f -> wanted.isEmpty() || wanted.contains(f.organization()))
                .filter(f -> layers == null || of(f.organization(), layers))
                .collect(Collectors.groupingBy(
                        f -> f.organization() + "|" + f.scope() + "|" + f.yearly(), TreeMap::new, Collectors.toList()));
        return Moments.at(
                asked.moment(), lines.values().stream().map(History::of).toList());
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
    record History(
            String organization,
            String scope,
            List<Figure> points,
            @Nullable Interval change) {

        static History of(List<Figure> line) {
            List<Figure> points = line.stream().collect(Collectors.groupingBy(Figure::period)).values().stream()
                    .flatMap(rivals -> FigureConflict.best(rivals).stream())
                    .sorted(Comparator.comparing(Figure::ends).thenComparing(Figure::id))
                    .toList();
            return new History(
                    Objects.requireNonNull(line.getFirst().organization()),
                    line.getFirst().scope(),
                    points,
                    points.size() < 2
                            ? null
                            : FigureConflict.change(
                                    points.getFirst().value(), points.getLast().value()));
        }
    }
}

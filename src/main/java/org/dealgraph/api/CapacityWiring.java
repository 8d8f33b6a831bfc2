package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Capacity;
import org.dealgraph.answer.ChipMix;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Slippage;
import org.dealgraph.answer.UnitPrice;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** The fields of capacity: megawatts, what they cost, and when they come. */
@Singleton
final class CapacityWiring implements TopicWiring {

    private final Answers answers;
    private final Organizations organizations;
    private final Catalogue catalogue;

    CapacityWiring(Answers answers, Organizations organizations, Catalogue catalogue) {
        this.answers = answers;
        this.organizations = organizations;
        this.catalogue = catalogue;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type -> type.dataFetcher("capacity", this::capacity)
                        .dataFetcher("chipMix", this::chipMix)
                        .dataFetcher("unitPrices", this::unitPrices));
        wiring.type(
                "ChipShare",
                type -> type.dataFetcher(
                        "providers",
                        Wirings.with(ChipView.class, (env, c) -> Loaders.organizations(env, c.providers()))));
        wiring.type(
                "Term",
                type -> type.dataFetcher(
                        "slippage",
                        Wirings.with(
                                Term.class,
                                (env, t) -> Loaders.claims(env, t.supports()).thenApply(Slippage::of))));
        wiring.type(
                "Slippage",
                type -> type.dataFetcher(
                                "firstClaim",
                                Wirings.with(Slippage.class, (env, s) -> Loaders.claim(env, s.firstClaim())))
                        .dataFetcher(
                                "presentClaim",
                                Wirings.with(Slippage.class, (env, s) -> Loaders.claim(env, s.presentClaim()))));
        wiring.type(
                "CapacityGroup",
                type -> type.dataFetcher(
                                "providers",
                                Wirings.with(
                                        GroupView.class,
                                        (env, g) -> all(env, g.key().provider())))
                        .dataFetcher(
                                "users",
                                Wirings.with(
                                        GroupView.class,
                                        (env, g) -> all(env, g.key().user())))
                        .dataFetcher(
                                "product",
                                Wirings.of(
                                        GroupView.class,
                                        g -> g.key().product() == null
                                                ? null
                                                : catalogue.nameOfProduct(
                                                        g.key().product())))
                        .dataFetcher(
                                "site",
                                Wirings.of(
                                        GroupView.class,
                                        g -> g.key().site() == null
                                                ? null
                                                : catalogue.nameOfSite(g.key().site())))
                        .dataFetcher(
                                "start",
                                Wirings.of(GroupView.class, g -> g.key().start()))
                        .dataFetcher(
                                "progress",
                                Wirings.of(GroupView.class, g -> g.key().progress())));
        wiring.type("UnitPrice", type -> type.dataFetcher("derived", env -> true));
    }

    private static @Nullable Object all(DataFetchingEnvironment env, @Nullable List<String> ids) {
        return ids == null ? null : Loaders.organizations(env, ids);
    }

    private Object capacity(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        Scope scope = new Scope(
                organizations.keys(env.getArgument("providers"), true, asked.day()),
                organizations.keys(env.getArgument("users"), true, asked.day()),
                asked.group());
        Basis basis = Basis.valueOf(String.valueOf(env.<Object>getArgument("strength")));
        Set<Capacity.Grouping> by = Answers.choices(env.getArgument("by"), Capacity.Grouping.class);
        List<Capacity> split = asked.inquiry().capacity(scope, basis, by);
        List<Capacity> whole = asked.inquiry().capacity(scope, basis, Set.of());
        return Moments.at(
                asked.moment(),
                new CapacitiesView(
                        asked.moment(),
                        asked.revision(),
                        basis,
                        split.stream()
                                .map(c -> new GroupView(c.key(), asked.sums(c.totals())))
                                .toList(),
                        whole.stream()
                                .flatMap(c -> asked.sums(c.totals()).stream())
                                .toList()));
    }

    private Object chipMix(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        String of = asked.group().apply(organizations.key(Objects.requireNonNull(env.<Object>getArgument("of"))));
        Basis basis = Basis.valueOf(String.valueOf(env.<Object>getArgument("strength")));
        return Moments.at(
                asked.moment(),
                new MixView(
                        asked.moment(),
                        asked.revision(),
                        asked.inquiry().chipMix(of, basis).stream()
                                .map(chip -> new ChipView(
                                        catalogue.nameOfProduct(chip.product()),
                                        catalogue.familyOf(chip.product()).stream()
                                                .map(catalogue::nameOfProduct)
                                                .toList(),
                                        chip.way(),
                                        chip.providers(),
                                        chip.start(),
                                        asked.sums(chip.totals()),
                                        asked.terms(chip.terms())))
                                .toList()));
    }

    private Object unitPrices(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        Set<String> parties = organizations.keys(env.getArgument("parties"), true, asked.day());
        String measure = env.getArgument("measure");
        List<PriceView> prices = new ArrayList<>();
        asked.inquiry()
                .unitPrices(parties)
                .forEach((deal, implied) -> implied.stream()
                        .filter(price ->
                                measure == null || price.measure().name().equals(measure))
                        .forEach(price -> prices.add(view(deal, price, asked))));
        prices.sort(Comparator.comparing(PriceView::measure)
                .thenComparing(price -> price.price().amount().value(), Comparator.reverseOrder())
                .thenComparing(price -> price.deal().id()));
        return Moments.at(asked.moment(), new PricesView(asked.moment(), asked.revision(), prices));
    }

    private PriceView view(Deal deal, UnitPrice price, Asked asked) {
        Money money = Money.of(price.price(), price.currency());
        List<Benchmark> benchmarks = benchmarks(price).toList();
        boolean comparable = price.currency().equals("USD") && !benchmarks.isEmpty();
        boolean within = benchmarks.stream().anyMatch(b -> b.price().amount().overlaps(price.price()));
        return new PriceView(
                price.measure(),
                price.goods(),
                money,
                deal,
                asked.terms(List.of(price.money())).getFirst(),
                asked.terms(List.of(price.by())).getFirst(),
                benchmarks,
                comparable ? !within : null);
    }

    /** Figures of the same measure for the same goods: a one-off cost is no benchmark for a service, nor the other way round. */
    private Stream<Benchmark> benchmarks(UnitPrice price) {
        String goods = price.goods().name().toLowerCase(Locale.ROOT);
        String unit = switch (price.measure()) {
            case GIGAWATT -> "USD/GW";
            case GIGAWATT_YEAR -> "USD/GW-year";
            case CHIP_HOUR -> "USD/GPU-hour";
            case CHIP -> "USD/GPU";
        };
        return catalogue.figures().stream()
                .filter(figure -> figure.unit().equals(unit) && figure.scope().equals(goods))
                .map(Benchmark::of);
    }

    /** Capacity as the schema has it. */
    record CapacitiesView(
            Moment moment,
            String revision,
            Basis strength,
            List<GroupView> groups,
            List<CommitmentWiring.Sum> totals) {}

    /** A group as the schema has it. */
    record GroupView(Capacity.Key key, List<CommitmentWiring.Sum> totals) {}

    /** A mix as the schema has it. */
    record MixView(Moment moment, String revision, List<ChipView> chips) {}

    /** Chips as the schema has them. */
    record ChipView(
            String product,
            List<String> families,
            ChipMix.Way way,
            List<String> providers,
            @Nullable PartialDate start,
            List<CommitmentWiring.Sum> totals,
            List<Term> terms) {}

    /** Prices as the schema has them. */
    record PricesView(Moment moment, String revision, List<PriceView> prices) {}

    /** A price as the schema has it. */
    record PriceView(
            UnitPrice.Measure measure,
            UnitPrice.Goods goods,
            Money price,
            Deal deal,
            Term money,
            Term by,
            List<Benchmark> benchmarks,
            @Nullable Boolean outlier) {}

    /** A benchmark as the schema has it. */
    record Benchmark(
            String says,
            Money price,
            List<String> sources,
            @Nullable PartialDate published) {

        static Benchmark of(Figure figure) {
            return new Benchmark(
                    figure.summary(),
                    Money.of(figure.value(), "USD"),
                    List.of(figure.source().address()),
                    figure.published());
        }
    }
}

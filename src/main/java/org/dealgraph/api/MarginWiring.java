package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.answer.margin.LayerShare;
import org.dealgraph.answer.margin.Waterfall;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Assumption;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Interval;
import org.dealgraph.model.MarginLayer;
import org.dealgraph.model.MarginPath;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Money;
import org.dealgraph.model.Organization;
import org.dealgraph.model.OrganizationType;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** The fields of margin capture. */
@Singleton
final class MarginWiring implements TopicWiring {

    private static final int MOST_OVERRIDES = 50;

    private final Answers answers;
    private final Catalogue catalogue;

    MarginWiring(Answers answers, Catalogue catalogue) {
        this.answers = answers;
        this.catalogue = catalogue;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("marginCapture", this::capture));
    }

    private Object capture(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        String unit = String.valueOf(env.<Object>getArgument("unit"));
        Optional<Term> purchase = unit.equals("DEAL") ? Optional.of(purchase(env, asked)) : Optional.empty();
        Set<MarginPath.Provider> providers =
                Answers.choices(one(env.getArgument("provider")), MarginPath.Provider.class);
        Set<MarginPath.Silicon> silicon = Answers.choices(one(env.getArgument("silicon")), MarginPath.Silicon.class);
        purchase.ifPresent(term -> providers.addAll(providers.isEmpty() ? sort(term) : Set.of()));
        purchase.ifPresent(term -> silicon.addAll(silicon.isEmpty() ? chips(term, asked) : Set.of()));
        MarginPath.Unit top = purchase.isPresent() ? MarginPath.Unit.CLOUD_DOLLAR : MarginPath.Unit.valueOf(unit);
        String path = env.getArgument("path");
        List<MarginPath> paths = catalogue.margins().paths().stream()
                .filter(p -> p.unit() == top && (path == null || p.id().equals(path)))
                .filter(p -> p.provider() == null || providers.isEmpty() || providers.contains(p.provider()))
                .filter(p -> p.silicon() == null || silicon.isEmpty() || silicon.contains(p.silicon()))
                .toList();
        if (paths.isEmpty()) {
            throw new BadArgument("no way of the money fits unit " + top + ", path " + path + ", provider " + providers
                    + ", silicon " + silicon);
        }
        Together together = new Together(
                Answers.choices(env.getArgument("together"), MarginLayer.class),
                Combination.valueOf(String.valueOf(env.<Object>getArgument("combine"))));
        List<Waterfall.Override> overrides = overrides(env.getArgument("assumptions"));
        List<View> falls = paths.stream()
                .map(p -> Answers.refusing(() -> view(asked, p, price(p, purchase), overrides, together)))
                .toList();
        return Moments.at(asked.moment(), new Capture(asked.moment(), asked.revision(), purchase.orElse(null), falls));
    }

    private static View view(
            Asked asked,
            MarginPath path,
            @Nullable Interval price,
            List<Waterfall.Override> overrides,
            Together together) {
        return View.of(asked.inquiry().margin(path, price, overrides), together);
    }

    private static @Nullable Interval price(MarginPath path, Optional<Term> purchase) {
        if (purchase.isPresent()) {
            return purchase.get().subject().quantity().orElseThrow();
        }
        return path.start() == null ? Interval.stated(BigDecimal.ONE) : null;
    }

    /** The largest purchase in dollars of the deal asked about. */
    private static Term purchase(DataFetchingEnvironment env, Asked asked) {
        String id = env.getArgument("deal");
        if (id == null) {
            throw new BadArgument("deal: name one, or ask for another unit");
        }
        Deal deal = asked.snapshot()
                .find(GlobalId.own("Claim", GlobalId.own("Deal", id)))
                .orElseThrow(() -> new BadArgument("deal: there is none with this id at these dates"));
        return deal.terms().stream()
                .filter(term -> term.kind() == ClaimKind.SPEND && !term.stage().ended())
                .filter(term -> term.subject().money() != null
                        && term.subject().money().per() == null
                        && term.subject().money().currency().equals("USD"))
                .max(Comparator.comparing((Term term) ->
                                term.subject().quantity().orElseThrow().value())
                        .thenComparing(Term::id, Comparator.reverseOrder()))
                .orElseThrow(() -> new BadArgument("deal: it holds no purchase with a sum in dollars"));
    }

    /** What the seller is, where the registry says one of the two. */
    private Set<MarginPath.Provider> sort(Term term) {
        Set<OrganizationType> types = EnumSet.noneOf(OrganizationType.class);
        term.to()
                .forEach(id ->
                        catalogue.findOrganization(id).map(Organization::types).ifPresent(types::addAll));
        if (types.contains(OrganizationType.HYPERSCALER)) {
            return Set.of(MarginPath.Provider.HYPERSCALER);
        }
        return types.contains(OrganizationType.NEOCLOUD) ? Set.of(MarginPath.Provider.NEOCLOUD) : Set.of();
    }

    /** Whose chips the deal names: the seller's own or a vendor's; nothing where it names none, or both. */
    private Set<MarginPath.Silicon> chips(Term purchase, Asked asked) {
        Deal deal = asked.snapshot().find(purchase.id()).orElseThrow();
        Set<MarginPath.Silicon> chips = EnumSet.noneOf(MarginPath.Silicon.class);
        List<String> sellers = purchase.to().stream().map(asked.group()).toList();
        deal.terms().stream()
                .map(term -> term.subject().product())
                .filter(Objects::nonNull)
                .flatMap(product -> catalogue.findProduct(product).stream())
                .flatMap(product -> product.madeBy().stream())
                .forEach(link -> chips.add(
                        sellers.contains(asked.group().apply(link.target()))
                                ? MarginPath.Silicon.CUSTOM
                                : MarginPath.Silicon.MERCHANT));
        return chips;
    }

    private static List<Waterfall.Override> overrides(@Nullable List<Map<String, Object>> given) {
        List<Waterfall.Override> overrides = new ArrayList<>();
        if (given == null) {
            return overrides;
        }
        if (given.size() > MOST_OVERRIDES) {
            throw new BadArgument("assumptions: at most " + MOST_OVERRIDES + ", not " + given.size());
        }
        for (Map<String, Object> one : given) {
            BigDecimal base = (BigDecimal) Objects.requireNonNull(one.get("base"));
            overrides.add(new Waterfall.Override(
                    String.valueOf(one.get("id")),
                    one.get("low") instanceof BigDecimal low ? low : base,
                    base,
                    one.get("high") instanceof BigDecimal high ? high : base));
        }
        return overrides;
    }

    private static @Nullable List<Object> one(@Nullable Object choice) {
        return choice == null ? null : List.of(choice);
    }

    /** What can be asked of several layers. */
    private enum Combination {
        SUM,
        AVERAGE,
        RANK
    }

    /** Several layers and what is asked of them. */
    private record Together(Set<MarginLayer> layers, Combination how) {

        @Nullable
        Money sum(Waterfall fall) {
            return layers.isEmpty() || how == Combination.RANK
                    ? null
                    : dollars(how == Combination.SUM ? fall.together(layers) : fall.average(layers));
        }

        @Nullable
        List<MarginLayer> ranking(Waterfall fall) {
            return layers.isEmpty() || how != Combination.RANK ? null : fall.ranked(layers);
        }
    }

    /** Waterfalls as the schema has them. */
    record Capture(Moment moment, String revision, @Nullable Term term, List<View> waterfalls) {}

    /** A waterfall as the schema has it. */
    record View(
            String path,
            String title,
            MarginPath.@Nullable Provider provider,
            MarginPath.@Nullable Silicon silicon,
            Money price,
            @Nullable Money yearly,
            List<Layer> layers,
            List<Rest> unsplit,
            @Nullable Money together,
            @Nullable List<MarginLayer> ranking,
            List<Waterfall.Sensitivity> sensitivities,
            List<Assumed> assumptions) {

        static View of(Waterfall fall, Together together) {
            return new View(
                    fall.path().id(),
                    fall.path().title(),
                    fall.path().provider(),
                    fall.path().silicon(),
                    dollars(fall.price()),
                    fall.yearly() == null ? null : dollars(fall.yearly()),
                    fall.layers().stream().map(layer -> Layer.of(layer, fall)).toList(),
                    fall.unsplit().stream()
                            .map(u -> new Rest(u.below(), dollars(u.amount()), u.gaps()))
                            .toList(),
                    together.sum(fall),
                    together.ranking(fall),
                    fall.sensitivities(),
                    fall.assumptions().values().stream()
                            .map(a -> Assumed.of(a, fall))
                            .toList());
        }
    }

    /** A layer as the schema has it. */
    record Layer(
            MarginLayer layer,
            Money receives,
            @Nullable Money keeps,
            @Nullable Money passes,
            Assumption.@Nullable Measure measure,
            @Nullable Assumed margin,
            @Nullable Assumed share) {

        static Layer of(LayerShare share, Waterfall fall) {
            return new Layer(
                    share.layer(),
                    dollars(share.receives()),
                    share.keeps() == null ? null : dollars(share.keeps()),
                    share.passes() == null ? null : dollars(share.passes()),
                    share.measure(),
                    Assumed.of(share.margin(), fall),
                    Assumed.of(share.share(), fall));
        }
    }

    /** What could not be followed. */
    record Rest(MarginLayer below, Money amount, List<String> gaps) {}

    /** An assumption as the schema has it. */
    record Assumed(
            String id,
            String says,
            Assumption.Measure measure,
            String scope,
            Assumption.Figure low,
            Assumption.Figure base,
            Assumption.Figure high,
            boolean overridden) {

        static @Nullable Assumed of(@Nullable String id, Waterfall fall) {
            return id == null
                    ? null
                    : of(Objects.requireNonNull(fall.assumptions().get(id)), fall);
        }

        static Assumed of(Assumption a, Waterfall fall) {
            return new Assumed(
                    a.id(),
                    a.says(),
                    a.measure(),
                    a.scope(),
                    a.low(),
                    a.base(),
                    a.high(),
                    fall.overridden().contains(a.id()));
        }
    }

    private static Money dollars(Interval amount) {
        return Money.of(amount, "USD");
    }
}

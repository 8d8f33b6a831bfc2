package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.CrossHolding;
import org.dealgraph.answer.Stress;
import org.dealgraph.answer.loop.Flow;
import org.dealgraph.answer.loop.FlowFilter;
import org.dealgraph.answer.loop.FlowType;
import org.dealgraph.answer.loop.Loop;
import org.dealgraph.answer.loop.Loops;
import org.dealgraph.answer.loop.Significance;
import org.dealgraph.answer.loop.Strength;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.model.Figure;
import org.dealgraph.model.Figure.Metric;
import org.dealgraph.model.Flag;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Money;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** The fields of loops, cross holdings and stress. */
@Singleton
final class LoopWiring implements TopicWiring {

    private static final int MOST = 500;
    private static final String FORMULA =
            "score = S * x / (x + 10 billion dollars); S is the geometric mean of the flows' weights (firm 1, conditional 0.5,"
                    + " letter 0.25, talks 0.1), x the least sum in dollars that a flow is known to carry by itself";

    private final Answers answers;
    private final Organizations organizations;

    LoopWiring(Answers answers, Organizations organizations) {
        this.answers = answers;
        this.organizations = organizations;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type -> type.dataFetcher("loops", this::loops)
                        .dataFetcher("crossHoldings", this::crossHoldings)
                        .dataFetcher("stress", this::stress));
        wiring.type(
                "Loops",
                type -> type.dataFetcher(
                                "core", Wirings.with(LoopsView.class, (env, l) -> Loaders.organizations(env, l.core())))
                        .dataFetcher(
                                "coreWithout",
                                Wirings.with(
                                        LoopsView.class, (env, l) -> Loaders.organizations(env, l.coreWithout()))));
        wiring.type(
                "Loop",
                type -> type.dataFetcher(
                        "organizations",
                        Wirings.with(LoopView.class, (env, l) -> Loaders.organizations(env, l.names()))));
        wiring.type(
                "Flow",
                type -> type.dataFetcher(
                                "from", Wirings.with(FlowView.class, (env, f) -> Loaders.organization(env, f.from())))
                        .dataFetcher(
                                "to", Wirings.with(FlowView.class, (env, f) -> Loaders.organization(env, f.to()))));
        wiring.type(
                "CrossHolding",
                type -> type.dataFetcher(
                                "investor",
                                Wirings.with(HoldingView.class, (env, h) -> Loaders.organization(env, h.investor())))
                        .dataFetcher(
                                "investee",
                                Wirings.with(HoldingView.class, (env, h) -> Loaders.organization(env, h.investee()))));
        wiring.type(
                "Stress",
                type -> type.dataFetcher(
                        "node", Wirings.with(StressView.class, (env, s) -> Loaders.organization(env, s.node()))));
        wiring.type(
                "Exposure",
                type -> type.dataFetcher(
                                "organization",
                                Wirings.with(
                                        ExposureView.class, (env, e) -> Loaders.organization(env, e.organization())))
                        .dataFetcher(
                                "through",
                                Wirings.with(ExposureView.class, (env, e) -> Loaders.organizations(env, e.through()))));
    }

    private Object loops(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        int first = argument(env, "first", Integer.class);
        if (first < 0 || first > MOST) {
            throw new BadArgument("first: must be from 0 to " + MOST + ", not " + first);
        }
        double least = argument(env, "minScore", Double.class);
        Loops.Question question = Answers.refusing(() -> new Loops.Question(
                argument(env, "maxLength", Integer.class),
                organizations.keys(env.getArgument("through"), true, asked.day()),
                first,
                argument(env, "samples", Integer.class),
                argument(env, "seed", Integer.class)));
        Set<FlowType> types = Answers.choices(env.getArgument("types"), FlowType.class);
        FlowFilter filter = new FlowFilter(
                types,
                Strength.valueOf(String.valueOf(env.<Object>getArgument("least"))),
                Answers.choices(env.getArgument("exclude"), Flag.class));
        FlowFilter open = new FlowFilter(types, Strength.TALKS, Set.of());
        Loops found = loops(asked, filter, question);
        List<Loop> vanished = filter.equals(open) ? List.of() : vanished(asked, open, filter, question);
        return Moments.at(
                asked.moment(),
                new LoopsView(
                        asked.moment(),
                        asked.revision(),
                        found.best().stream()
                                .filter(loop -> loop.score() >= least)
                                .map(loop -> LoopView.of(loop, asked))
                                .toList(),
                        Long.toString(found.found()),
                        found.complete(),
                        FORMULA,
                        found.significance(),
                        asked.inquiry().flows(filter).core(),
                        asked.inquiry().flows(open).core(),
                        vanished.stream().map(loop -> LoopView.of(loop, asked)).toList()));
    }

    private static Loops loops(Asked asked, FlowFilter filter, Loops.Question question) {
        return Answers.refusing(() -> asked.inquiry().loops(filter, question));
    }

    /** Among the first loops without the filter, those whose organizations form none with it. */
    private static List<Loop> vanished(Asked asked, FlowFilter open, FlowFilter filter, Loops.Question question) {
        Loops.Question wide =
                new Loops.Question(question.longest(), question.through(), Loops.MOST_TOLD, 0, question.seed());
        Set<List<String>> kept = new HashSet<>();
        loops(asked, filter, wide).best().forEach(loop -> kept.add(loop.names()));
        return loops(asked, open, wide).best().stream()
                .filter(loop -> !kept.contains(loop.names()))
                .limit(Math.max(1, question.first()))
                .toList();
    }

    private Object crossHoldings(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        Object party = env.getArgument("party");
        Set<String> of = party == null ? Set.of() : organizations.keys(List.of(party), true, asked.day());
        List<CrossHolding> all = asked.inquiry().crossHoldings();
        return Moments.at(
                asked.moment(),
                new HoldingsView(
                        asked.moment(),
                        asked.revision(),
                        all.stream()
                                .filter(h -> of.isEmpty() || of.contains(h.investor()) || of.contains(h.investee()))
                                .map(h -> HoldingView.of(h, asked))
                                .toList()));
    }

    private Object stress(DataFetchingEnvironment env) {
        Asked asked = answers.asked(env);
        String node = asked.group().apply(organizations.key(argument(env, "node", Object.class)));
        BigDecimal unpaid = argument(env, "unpaid", BigDecimal.class);
        int steps = argument(env, "steps", Integer.class);
        Basis basis = Basis.valueOf(String.valueOf(env.<Object>getArgument("strength")));
        if (String.valueOf(env.<Object>getArgument("count")).equals("PATHS")) {
            throw new BadArgument("count: exposures are not added along paths, because an obligation that several paths"
                    + " lead to would count several times; ask for DISTINCT_OBLIGATION");
        }
        Stress stress = Answers.refusing(() -> asked.inquiry().stress(node, unpaid, steps, basis));
        return Moments.at(
                asked.moment(),
                new StressView(
                        asked.moment(),
                        asked.revision(),
                        node,
                        unpaid,
                        asked.sums(stress.totals()),
                        asked.inquiry().figures().stream()
                                .filter(figure -> figure.metric() == Metric.DEBT && node.equals(figure.organization()))
                                .toList(),
                        stress.exposures().stream()
                                .map(e -> ExposureView.of(e, asked))
                                .toList()));
    }

    private static <T> T argument(DataFetchingEnvironment env, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(env.<Object>getArgument(name), name));
    }

    private static @Nullable Money dollars(@Nullable Interval amount) {
        return amount == null ? null : Money.of(amount, "USD");
    }

    /** Loops as the schema has them. */
    record LoopsView(
            Moment moment,
            String revision,
            List<LoopView> loops,
            String found,
            boolean complete,
            String formula,
            @Nullable Significance significance,
            List<String> core,
            List<String> coreWithout,
            List<LoopView> vanished) {}

    /** A loop as the schema has it. */
    record LoopView(
            List<String> names,
            List<FlowView> flows,
            @Nullable Money returning,
            boolean complete,
            double strength,
            double score) {

        static LoopView of(Loop loop, Asked asked) {
            return new LoopView(
                    loop.names(),
                    loop.flows().stream().map(flow -> FlowView.of(flow, asked)).toList(),
                    dollars(loop.returning()),
                    loop.complete(),
                    loop.strength(),
                    loop.score());
        }
    }

    /** A flow as the schema has it. */
    record FlowView(
            String from,
            String to,
            List<FlowType> types,
            Strength strength,
            List<CommitmentWiring.Sum> totals,
            @Nullable Money carried,
            List<Term> terms) {

        static FlowView of(Flow flow, Asked asked) {
            return new FlowView(
                    flow.from(),
                    flow.to(),
                    List.copyOf(flow.types()),
                    flow.strength(),
                    asked.sums(flow.totals()),
                    dollars(flow.carried()),
                    asked.terms(flow.terms()));
        }
    }

    /** Cross holdings as the schema has them. */
    record HoldingsView(Moment moment, String revision, List<HoldingView> holdings) {}

    /** A cross holding as the schema has it. */
    record HoldingView(
            String investor,
            String investee,
            List<CommitmentWiring.Sum> stakes,
            List<CommitmentWiring.Sum> sells,
            List<CommitmentWiring.Sum> buys) {

        static HoldingView of(CrossHolding holding, Asked asked) {
            return new HoldingView(
                    holding.investor(),
                    holding.investee(),
                    asked.sums(holding.stakes()),
                    asked.sums(holding.sells()),
                    asked.sums(holding.buys()));
        }
    }

    /** Stress as the schema has it. */
    record StressView(
            Moment moment,
            String revision,
            String node,
            BigDecimal unpaid,
            List<CommitmentWiring.Sum> totals,
            List<Figure> debt,
            List<ExposureView> exposures) {}

    /** An exposure as the schema has it. */
    record ExposureView(
            String organization,
            int step,
            List<String> through,
            Stress.Role role,
            List<CommitmentWiring.Sum> totals,
            List<Term> joint) {

        static ExposureView of(Stress.Exposure exposure, Asked asked) {
            return new ExposureView(
                    exposure.organization(),
                    exposure.step(),
                    exposure.through(),
                    exposure.role(),
                    asked.sums(exposure.totals()),
                    asked.terms(exposure.joint()));
        }
    }
}

package org.dealgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Commitments;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.loop.FlowFilter;
import org.dealgraph.answer.loop.Loop;
import org.dealgraph.answer.loop.Loops;
import org.dealgraph.answer.shift.LoopShift;
import org.dealgraph.answer.shift.RankShift;
import org.dealgraph.answer.shift.Ranking;
import org.dealgraph.api.Answers.Asked;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Interval;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Money;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** The fields of what moved in the answers themselves between two moments. */
@Singleton
final class ShiftWiring implements TopicWiring {

    private static final int MOST = 500;

    private final Answers answers;
    private final Organizations organizations;

    ShiftWiring(Answers answers, Organizations organizations) {
        this.answers = answers;
        this.organizations = organizations;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("shifts", this::shifts));
        wiring.type(
                "RankShift",
                type -> type.dataFetcher(
                        "organization",
                        Wirings.with(
                                RankView.class,
                                (env, r) -> Loaders.organization(env, r.shift().organization()))));
        wiring.type(
                "LoopShift",
                type -> type.dataFetcher(
                        "organizations",
                        Wirings.with(
                                LoopShiftView.class,
                                (env, l) -> Loaders.organizations(env, l.shift().names()))));
    }

    private Object shifts(DataFetchingEnvironment env) {
        Asked after = answers.asked(env);
        Asked before = answers.asked(before(env, after.moment()));
        int first = Objects.requireNonNull(env.<Integer>getArgument("first"));
        if (first < 0 || first > MOST) {
            throw new BadArgument("first: must be from 0 to " + MOST + ", not " + first);
        }
        List<Ranking> rankedBefore = rankings(env, before);
        List<Ranking> rankedAfter = rankings(env, after);
        boolean wanted = env.getSelectionSet().containsAnyOf("loops", "loopsBefore", "loopsAfter", "loopsComplete");
        Loops loopsBefore = wanted ? loops(env, before) : NONE;
        Loops loopsAfter = wanted ? loops(env, after) : NONE;
        return Moments.at(
                after.moment(),
                new ShiftsView(
                        before.moment(),
                        after.moment(),
                        RankShift.between(rankedBefore, rankedAfter).stream()
                                .limit(first)
                                .map(shift -> new RankView(shift, before, after))
                                .toList(),
                        Stream.concat(rankedBefore.stream(), rankedAfter.stream())
                                .map(Ranking::category)
                                .distinct()
                                .sorted()
                                .map(category -> new SpreadView(
                                        category.kind(),
                                        CommitmentWiring.sort(category),
                                        spread(rankedBefore, category),
                                        spread(rankedAfter, category)))
                                .toList(),
                        LoopShift.between(loopsBefore.best(), loopsAfter.best()).stream()
                                .limit(first)
                                .map(shift -> new LoopShiftView(shift, before, after))
                                .toList(),
                        Long.toString(loopsBefore.found()),
                        Long.toString(loopsAfter.found()),
                        whole(loopsBefore) && whole(loopsAfter)));
    }

    private static final Loops NONE = new Loops(List.of(), 0, true, null);

    private Moment before(DataFetchingEnvironment env, Moment after) {
        PartialDate since = env.getArgument("since");
        String cursor = env.getArgument("cursor");
        if ((since == null) == (cursor == null)) {
            throw new BadArgument("since, cursor: say one of the two");
        }
        return Answers.refusing(() -> since != null
                ? answers.inquiries().before(after, since.earliest())
                : answers.inquiries().after(after, number(Objects.requireNonNull(cursor))));
    }

    private static long number(String cursor) {
        if (!cursor.matches("\\d{1,18}")) {
            throw new BadArgument("cursor: must be the number of a revision, such as \"0\", not \"" + cursor + "\"");
        }
        return Long.parseLong(cursor);
    }

    private List<Ranking> rankings(DataFetchingEnvironment env, Asked asked) {
        Scope scope = new Scope(
                organizations.keys(env.getArgument("from"), true, asked.day()),
                organizations.keys(env.getArgument("to"), true, asked.day()),
                asked.group());
        return asked.inquiry()
                .rankings(
                        scope,
                        Answers.choices(env.getArgument("kinds"), ClaimKind.class),
                        Basis.valueOf(String.valueOf(env.<Object>getArgument("strength"))),
                        Commitments.By.valueOf(String.valueOf(env.<Object>getArgument("by"))));
    }

    private Loops loops(DataFetchingEnvironment env, Asked asked) {
        Set<String> through = organizations.keys(env.getArgument("through"), true, asked.day());
        return Answers.refusing(() -> asked.inquiry()
                .loops(
                        FlowFilter.everything(),
                        new Loops.Question(
                                Objects.requireNonNull(env.<Integer>getArgument("maxLength")),
                                through,
                                Loops.MOST_TOLD,
                                0,
                                1)));
    }

    private static boolean whole(Loops loops) {
        return loops.complete() && loops.found() == loops.best().size();
    }

    private static @Nullable BigDecimal spread(List<Ranking> rankings, org.dealgraph.answer.Category category) {
        return rankings.stream()
                .filter(ranking -> ranking.category().equals(category))
                .findFirst()
                .map(Ranking::concentration)
                .orElse(null);
    }

    private static Money dollars(Interval amount) {
        return Money.of(amount, "USD");
    }

    /** Shifts as the schema has them. */
    record ShiftsView(
            Moment before,
            Moment after,
            List<RankView> ranks,
            List<SpreadView> concentrations,
            List<LoopShiftView> loops,
            String loopsBefore,
            String loopsAfter,
            boolean loopsComplete) {}

    /** A concentration as the schema has it. */
    record SpreadView(
            ClaimKind kind,
            String sort,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    /** A shift of a rank as the schema has it. */
    record RankView(RankShift shift, Asked then, Asked now) {

        public ClaimKind kind() {
            return shift.category().kind();
        }

        public String sort() {
            return CommitmentWiring.sort(shift.category());
        }

        public @Nullable Integer rankBefore() {
            return shift.before() == null ? null : shift.before().rank();
        }

        public @Nullable Integer rankAfter() {
            return shift.after() == null ? null : shift.after().rank();
        }

        public Money before() {
            return dollars(shift.amountBefore());
        }

        public Money after() {
            return dollars(shift.amountAfter());
        }

        public @Nullable BigDecimal shareBefore() {
            return shift.before() == null ? null : shift.before().share();
        }

        public @Nullable BigDecimal shareAfter() {
            return shift.after() == null ? null : shift.after().share();
        }

        public List<Term> came() {
            return now.terms(shift.came());
        }

        public List<Term> went() {
            return then.terms(shift.went());
        }
    }

    /** A shift of a loop as the schema has it. */
    record LoopShiftView(LoopShift shift, Asked then, Asked now) {

        public LoopShift.What what() {
            return shift.what();
        }

        public LoopWiring.@Nullable LoopView before() {
            return view(shift.before(), then);
        }

        public LoopWiring.@Nullable LoopView after() {
            return view(shift.after(), now);
        }

        private static LoopWiring.@Nullable LoopView view(@Nullable Loop loop, Asked asked) {
            return loop == null ? null : LoopWiring.LoopView.of(loop, asked);
        }
    }
}

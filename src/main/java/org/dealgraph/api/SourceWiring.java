package org.dealgraph.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.graph.ArticleRepository;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Run;
import org.dealgraph.model.Moment;
import org.dealgraph.model.Source;
import org.dealgraph.model.SourceState;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.pipeline.Retractions;
import org.dealgraph.pipeline.poll.Polling;
import org.jspecify.annotations.Nullable;

/** The fields about sources. */
@Singleton
final class SourceWiring implements TopicWiring {

    private static final int MOST_RUNS = 100;

    private final Polling polling;
    private final Clock clock = Clock.systemUTC();

    private final Retractions retractions;

    private final GraphStore store;
    private final ClaimRepository claims;
    private final ArticleRepository articles;

    SourceWiring(
            Polling polling,
            Retractions retractions,
            GraphStore store,
            ClaimRepository claims,
            ArticleRepository articles) {
        this.polling = polling;
        this.retractions = retractions;
        this.store = store;
        this.claims = claims;
        this.articles = articles;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Query",
                type -> type.dataFetcher("sources", this::sources)
                        .dataFetcher("polling", this::keepingUp)
                        .dataFetcher("runs", this::runs));
        wiring.type("Run", type -> type.dataFetcher("beganAt", Wirings.of(Run.class, Run::began)));
        wiring.type("Commitments", type -> type.dataFetcher("coverage", this::coverage));
        wiring.type(
                "Total", type -> type.dataFetcher("coverage", Wirings.with(CommitmentWiring.Sum.class, this::covered)));
        wiring.type(
                "Source",
                type -> type.dataFetcher("id", of(w -> w.source().id()))
                        .dataFetcher("title", of(w -> w.source().title()))
                        .dataFetcher("publisher", of(w -> w.source().publisher()))
                        .dataFetcher("tier", of(w -> w.source().tier().name()))
                        .dataFetcher("kind", of(w -> w.source().kind().name()))
                        .dataFetcher("address", of(SourceWiring::address))
                        .dataFetcher(
                                "expectedPerWeek",
                                of(w -> w.source().expectedPerWeek() == 0
                                        ? null
                                        : w.source().expectedPerWeek()))
                        .dataFetcher("enabled", of(Polling.Standing::enabled))
                        .dataFetcher("state", of(Polling.Standing::state)));
        wiring.type(
                "SourceState",
                type -> type.dataFetcher("askedAt", Wirings.of(SourceState.class, SourceState::asked))
                        .dataFetcher("answeredAt", Wirings.of(SourceState.class, SourceState::answered))
                        .dataFetcher("broughtAt", Wirings.of(SourceState.class, SourceState::brought))
                        .dataFetcher("entries", Wirings.of(SourceState.class, SourceState::entries))
                        .dataFetcher("articles", Wirings.of(SourceState.class, SourceState::articles))
                        .dataFetcher("failures", Wirings.of(SourceState.class, SourceState::failures))
                        .dataFetcher("fault", Wirings.of(SourceState.class, SourceState::fault))
                        .dataFetcher("dueAt", Wirings.of(SourceState.class, SourceState::due))
                        .dataFetcher("silentSince", Wirings.of(SourceState.class, SourceState::silentSince)));
    }

    private static DataFetcher<@Nullable Object> of(Function<Polling.Standing, @Nullable Object> field) {
        return Wirings.of(Polling.Standing.class, field);
    }

    private static String address(Polling.Standing standing) {
        Source source = standing.source();
        SourceState state = standing.state();
        return state != null && state.moved() != null && state.address().equals(source.address())
                ? state.moved()
                : source.address();
    }

    private List<Polling.Standing> sources(DataFetchingEnvironment env) {
        @Nullable Boolean silent = env.getArgument("silent");
        @Nullable Boolean failing = env.getArgument("failing");
        return polling.standings().stream()
                .filter(s -> silent == null || silent == isSilent(s))
                .filter(s -> failing == null || failing == isFailing(s))
                .toList();
    }

    private List<Run> runs(DataFetchingEnvironment env) {
        int first = Objects.requireNonNull(env.<Integer>getArgument("first"));
        if (first < 1 || first > MOST_RUNS) {
            throw new BadArgument("first: must be from 1 to " + MOST_RUNS + ", not " + first);
        }
        return retractions.listRuns(first, Moments.of(env).recordedAt());
    }

    /** How the sources stand is told of the present only: what stood in the past is not kept. */
    private @Nullable Coverage coverage(DataFetchingEnvironment env) {
        Moment moment =
                Objects.requireNonNull(env.<CommitmentWiring.Answer>getSource()).moment();
        if (moment.knownAt() != null || moment.recordedAt() != null) {
            return null;
        }
        Execution.keepOutOfCache(env);
        List<Polling.Standing> all = asked();
        List<Polling.Standing> missing =
                all.stream().filter(s -> !inTime(s, clock.instant())).toList();
        return new Coverage(all.size(), share(all.size() - missing.size(), all.size()), missing);
    }

    /** The sources of one total: those of the articles that its claims stand in. */
    private TotalCoverage covered(DataFetchingEnvironment env, CommitmentWiring.Sum total) {
        Execution.keepOutOfCache(env);
        List<Polling.Standing> asked = asked();
        List<Polling.Standing> late =
                asked.stream().filter(s -> !inTime(s, clock.instant())).toList();
        return store.read(tx -> {
            List<SourcedClaim> behind = claims.listByIds(tx, total.claims());
            List<String> told =
                    behind.stream().map(c -> c.claim().article()).distinct().toList();
            return TotalCoverage.of(behind, articles.listByIds(tx, told), asked, late);
        });
    }

    private List<Polling.Standing> asked() {
        return polling.standings().stream().filter(Polling.Standing::enabled).toList();
    }

    private static boolean inTime(Polling.Standing standing, Instant now) {
        SourceState state = standing.state();
        return state != null && state.inTime(now);
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /** A source that was in time may be late a second later, without any change of the graph. */
    private KeepingUp keepingUp(DataFetchingEnvironment env) {
        Execution.keepOutOfCache(env);
        List<Polling.Standing> all = asked();
        Instant now = clock.instant();
        int inTime = count(all, s -> inTime(s, now));
        return new KeepingUp(
                polling.enabled(),
                all.size(),
                inTime,
                share(inTime, all.size()),
                count(all, SourceWiring::isFailing),
                count(all, SourceWiring::isSilent),
                all.stream().mapToLong(SourceWiring::articles).sum(),
                all.stream()
                        .flatMap(standing -> Optional.ofNullable(answered(standing)).stream())
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static long articles(Polling.Standing standing) {
        return standing.state() == null ? 0 : standing.state().articles();
    }

    private static @Nullable Instant answered(Polling.Standing standing) {
        return standing.state() == null ? null : standing.state().answered();
    }

    private static int count(List<Polling.Standing> all, Predicate<Polling.Standing> test) {
        return (int) all.stream().filter(test).count();
    }

    private static boolean isSilent(Polling.Standing standing) {
        return standing.state() != null && standing.state().silentSince() != null;
    }

    private static boolean isFailing(Polling.Standing standing) {
        return standing.state() != null && standing.state().failures() > 0;
    }

    /** How complete the sources of a total are. */
    record Coverage(int sources, @Nullable Double share, List<Polling.Standing> missing) {}

    /** As the schema has it. */
    record KeepingUp(
            boolean enabled,
            int sources,
            int inTime,
            @Nullable Double share,
            int failing,
            int silent,
            long articles,
            @Nullable Instant answeredAt) {}
}

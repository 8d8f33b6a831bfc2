package org.dealgraph.api;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dealgraph.model.Source;
import org.dealgraph.model.SourceState;
import org.dealgraph.pipeline.poll.Polling;
import org.jspecify.annotations.Nullable;

/** The fields about sources. */
@Singleton
final class SourceWiring implements TopicWiring {

    private final Polling polling;
    private final Clock clock = Clock.systemUTC();

    SourceWiring(Polling polling) {
        this.polling = polling;
    }

    @Override
    public void add(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("sources", this::sources).dataFetcher("polling", this::polling));
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

    /** A source that was in time may be late a second later, without any change of the graph. */
    private KeepingUp polling(DataFetchingEnvironment env) {
        Execution.keepOutOfCache(env);
        return keepingUp();
    }

    private KeepingUp keepingUp() {
        List<Polling.Standing> all =
                polling.standings().stream().filter(Polling.Standing::enabled).toList();
        Instant now = clock.instant();
        int inTime = count(
                all, s -> s.state() != null && Objects.requireNonNull(s.state()).inTime(now));
        return new KeepingUp(
                polling.enabled(),
                all.size(),
                inTime,
                all.isEmpty() ? null : (double) inTime / all.size(),
                count(all, SourceWiring::isFailing),
                count(all, SourceWiring::isSilent));
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

    /** As the schema has it. */
    record KeepingUp(
            boolean enabled,
            int sources,
            int inTime,
            @Nullable Double share,
            int failing,
            int silent) {}
}

package org.dealgraph.pipeline.poll;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealgraph.fetch.FetchSettings;
import org.dealgraph.fetch.Fetcher;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.SourceRepository;
import org.dealgraph.model.Source;
import org.dealgraph.model.Source.Filter;
import org.dealgraph.model.Source.Kind;
import org.dealgraph.model.Source.Selectors;
import org.dealgraph.model.SourceState;
import org.dealgraph.model.Tier;
import org.dealgraph.pipeline.Intake;

/** Polling runs of the real pipeline on a clock that tests set: where nothing is to do, time jumps to what is due next. */
final class Runs {

    static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

    final SetClock clock = new SetClock(START);
    private final ApplicationContext context;
    private final FetchSettings web;

    Runs(ApplicationContext context, Duration timeout) {
        this.context = context;
        this.web = FetchSettings.standard().forLoopback(Duration.ZERO).within(timeout);
    }

    static Source feed(String id, String address) {
        return new Source(
                id,
                id,
                "Publisher of " + id,
                Tier.TRADE,
                Kind.RSS,
                address,
                Duration.ofHours(1),
                Filter.none(),
                Filter.none(),
                Selectors.none(),
                true,
                0,
                false,
                null,
                null);
    }

    /** Polls until the clock shows this much later, then stops gracefully. */
    void poll(Collection<Source> sources, Duration time) throws InterruptedException {
        Instant end = clock.instant().plus(time);
        GraphStore store = context.getBean(GraphStore.class);
        SourceRepository repository = context.getBean(SourceRepository.class);
        Set<String> unstored = sources.stream()
                .filter(source -> !source.stored())
                .map(Source::id)
                .collect(Collectors.toSet());
        List<Watched> watched = Polling.watch(store, repository, sources, clock.instant(), state -> state);
        try (Fetcher fetcher = new Fetcher(web);
                PollingRun run = new PollingRun(
                        PollSettings.standard(),
                        watched,
                        fetcher,
                        new Writer(context.getBean(Intake.class), store, repository, unstored),
                        clock,
                        state -> {})) {
            while (!run.isIdle() || run.nextDue().isBefore(end)) {
                if (run.isIdle() && run.nextDue().isAfter(clock.instant())) {
                    clock.set(run.nextDue());
                }
                run.turn(Duration.ofMillis(100));
            }
        }
        clock.set(end);
    }

    /** How a source stands in the graph. */
    SourceState saved(String id) {
        SourceRepository repository = context.getBean(SourceRepository.class);
        return context.getBean(GraphStore.class)
                .read(tx -> repository.listStates(tx, List.of(id)))
                .getFirst();
    }
}

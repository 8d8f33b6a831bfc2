package org.dealgraph.pipeline.poll;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dealgraph.catalogue.SourceFiles;
import org.dealgraph.fetch.FetchSettings;
import org.dealgraph.fetch.Fetcher;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.SourceRepository;
import org.dealgraph.model.Source;
import org.dealgraph.model.SourceState;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.Settings;
import org.jspecify.annotations.Nullable;

/** The sources and how they stand; polling them once, or for as long as a caller goes on. */
@Singleton
public class Polling {

    private static final Duration ROUND = Duration.ofSeconds(1);

    private final PollSettings settings;
    private final FetchSettings web;
    private final List<Source> files;
    private final Intake intake;
    private final GraphStore store;
    private final SourceRepository repository;
    private final Clock clock = Clock.systemUTC();
    private volatile boolean changed;

    Polling(
            PollSettings settings,
            FetchSettings web,
            Settings folders,
            Intake intake,
            GraphStore store,
            SourceRepository repository) {
        this.settings = settings;
        this.web = web;
        this.files =
                settings.sources() != null ? SourceFiles.read(settings.sources()) : SourceFiles.load(folders.ingest());
        this.intake = intake;
        this.store = store;
        this.repository = repository;
    }

    /** The sources as their files said when the application started, by id. */
    List<Source> files() {
        return files;
    }

    /** The sources that are asked, by id: as their files say, and as persons changed that in the graph. */
    public List<Source> sources() {
        return known().stream().filter(Known::enabled).map(Known::source).toList();
    }

    private List<Known> known() {
        return store.read(tx -> Known.of(files, repository.listKept(tx)));
    }

    /**
     * A source and how it stands.
     *
     * @param source as its file or a person says
     * @param enabled whether it is asked
     * @param state null where it was never asked
     */
    public record Standing(
            Source source, boolean enabled, @Nullable SourceState state) {}

    /** Every source and how it stands, those too that are not asked any more, by id. */
    public List<Standing> standings() {
        List<Known> all = known();
        Map<String, SourceState> states =
                states(store, repository, all.stream().map(Known::source).toList());
        return all.stream()
                .map(k -> new Standing(
                        k.source(), k.enabled(), states.get(k.source().id())))
                .toList();
    }

    /** Has a server that polls look at once whether its sources have changed; it looks by itself now and then. */
    public void lookAgain() {
        changed = true;
    }

    /** Whether somebody asked for that since this was last called. */
    boolean shouldLook() {
        boolean should = changed;
        changed = false;
        return should;
    }

    /** Whether the server polls. */
    public boolean enabled() {
        return settings.enabled();
    }

    /**
     * Asks sources once, whether they are due or not, and takes in what they bring.
     *
     * @param sources of {@link #sources()}
     * @param ended gets each one's state as its poll ends
     */
    public void once(Collection<Source> sources, Consumer<SourceState> ended) throws InterruptedException {
        Instant now = clock.instant();
        Set<String> open = sources.stream().map(Source::id).collect(Collectors.toCollection(HashSet::new));
        List<Watched> watched = watch(sources, state -> state.dueAt(now));
        try (PollingRun run = run(watched, clock, state -> {
            if (open.remove(state.source())) {
                ended.accept(state);
            }
        })) {
            while (!open.isEmpty()) {
                run.turn(ROUND);
            }
        }
    }

    /**
     * Opens a run that its caller drives, turn by turn and by a clock of its own; sources are asked when they are due. The
     * caller closes it.
     *
     * @param sources of {@link #sources()}
     * @param ended gets each one's state whenever a poll ends
     */
    public PollingRun open(Collection<Source> sources, Clock time, Consumer<SourceState> ended) {
        return run(watch(store, repository, sources, time.instant(), state -> state), time, ended);
    }

    private PollingRun run(List<Watched> watched, Clock time, Consumer<SourceState> ended) {
        Set<String> unstored = watched.stream()
                .map(Watched::source)
                .filter(source -> !source.stored())
                .map(Source::id)
                .collect(Collectors.toSet());
        return new PollingRun(
                settings, watched, new Fetcher(web), new Writer(intake, store, repository, unstored), time, ended);
    }

    /** Sources with what is saved of them. */
    private List<Watched> watch(Collection<Source> sources, UnaryOperator<SourceState> change) {
        return watch(store, repository, sources, clock.instant(), change);
    }

    private static Map<String, SourceState> states(
            GraphStore store, SourceRepository repository, Collection<Source> sources) {
        List<String> ids = sources.stream().map(Source::id).toList();
        Map<String, SourceState> states = new HashMap<>();
        store.read(tx -> repository.listStates(tx, ids)).forEach(state -> states.put(state.source(), state));
        return states;
    }

    static List<Watched> watch(
            GraphStore store,
            SourceRepository repository,
            Collection<Source> sources,
            Instant now,
            UnaryOperator<SourceState> change) {
        List<String> ids = sources.stream().map(Source::id).toList();
        Map<String, SourceState> states = states(store, repository, sources);
        Map<String, List<String>> seen = store.read(tx -> repository.listSeen(tx, ids));
        return sources.stream()
                .map(source -> new Watched(
                        source,
                        change.apply(states.getOrDefault(source.id(), SourceState.fresh(source, now))),
                        Seen.of(seen.getOrDefault(source.id(), List.of()))))
                .toList();
    }
}

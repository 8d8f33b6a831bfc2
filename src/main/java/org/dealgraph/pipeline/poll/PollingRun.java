package org.dealgraph.pipeline.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.dealgraph.fetch.Fetcher;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Failure;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.SourceState;
import org.dealgraph.model.WebAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls sources: a schedule by time, lanes by host, many threads that fetch and read, and one, this run's own, that
 * decides and writes.
 *
 * <p>Articles are written before the state that says they were read, so that a crash at any moment loses nothing; reading
 * the same article again changes nothing, so that it doubles nothing either. Everything that waits is bounded: while the
 * writer is behind nobody fetches more.
 */
public final class PollingRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PollingRun.class);
    private static final int MOST_AT_ONCE = 64;
    private static final int ENOUGH = 25;
    private static final int MOST_UNSAVED = 250;
    private static final int MOST_WAITING = 2_000;
    private static final Duration LONGEST_UNSAVED = Duration.ofSeconds(2);

    private final PollSettings settings;
    private final Fetcher fetcher;
    private final Gatherer gatherer;
    private final Writer writer;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Rhythm rhythm;
    private final Rests rests = new Rests();
    private final PriorityQueue<Watched> schedule = new PriorityQueue<>(Comparator.comparing(Watched::due));
    private final Lanes<Job> lanes = new Lanes<>();
    private final BlockingQueue<Result> results;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());
    /** What was read and is not written yet: many articles in one transaction cost far less than one by one. */
    private final List<Result.Got> got = new ArrayList<>();

    private final Set<Watched> unsaved = new LinkedHashSet<>();
    private final Consumer<SourceState> ended;
    private long saved = System.nanoTime();
    private volatile boolean stopping;

    /** Something to ask a host for. */
    private sealed interface Job {
        Watched watched();

        /** What a source shows. */
        record Ask(Watched watched) implements Job {}

        /** What an entry holds. */
        record Read(Watched watched, FeedEntry entry, boolean last) implements Job {}
    }

    /** What came of a job. */
    private sealed interface Result {
        String host();

        record Asked(String host, Watched watched, Listing listing) implements Result {}

        record Got(String host, Watched watched, FeedEntry entry, Gathered gathered) implements Result {}
    }

    PollingRun(
            PollSettings settings,
            Collection<Watched> sources,
            Fetcher fetcher,
            Writer writer,
            Clock clock,
            Consumer<SourceState> ended) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.gatherer = new Gatherer(fetcher, clock);
        this.writer = writer;
        this.clock = clock;
        this.ended = ended;
        this.rhythm = new Rhythm(settings, random);
        this.results = new ArrayBlockingQueue<>(settings.queue());
        schedule.addAll(sources);
    }

    /** One round: starts what is due, waits for an answer as long as that is sensible, takes in what came. */
    public void turn(Duration patience) throws InterruptedException {
        Instant now = clock.instant();
        dispatch(now);
        for (Result result : await(patience, now)) {
            lanes.done(result.host());
            switch (result) {
                case Result.Asked asked -> begin(asked);
                case Result.Got read -> {
                    rests.note(read.host(), read.gathered().outcome(), clock.instant(), random);
                    got.add(read);
                }
            }
        }
        dispatch(clock.instant());
        boolean late = System.nanoTime() - saved > LONGEST_UNSAVED.toNanos();
        boolean quiet = lanes.running() == 0 && lanes.waiting() == 0 && results.isEmpty();
        if (got.size() >= ENOUGH || late || quiet) {
            takeAll();
            dispatch(clock.instant());
        }
        if (unsaved.size() >= MOST_UNSAVED || late || isIdle()) {
            save();
        }
    }

    /** Whether nothing is under way and nothing waits but for its time. */
    public boolean isIdle() {
        return lanes.running() == 0 && lanes.waiting() == 0 && results.isEmpty() && got.isEmpty();
    }

    /** When the next source is due; far away where there is none. */
    public Instant nextDue() {
        Watched next = schedule.peek();
        return next == null ? Instant.MAX : next.due();
    }

    private void dispatch(Instant now) {
        while (!stopping && !schedule.isEmpty() && !nextDue().isAfter(now) && lanes.waiting() < MOST_WAITING) {
            Watched due = schedule.remove();
            lanes.add(host(due.address()), new Job.Ask(due));
        }
        for (var job = lanes.next(settings.concurrent()); job.isPresent(); job = lanes.next(settings.concurrent())) {
            start(job.get());
        }
    }

    private void start(Lanes.Job<Job> job) {
        workers.execute(() -> {
            try {
                results.put(work(job.host(), job.work()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Result work(String host, Job job) {
        return switch (job) {
            case Job.Ask ask -> {
                Watched w = ask.watched();
                yield new Result.Asked(host, w, guarded(w));
            }
            case Job.Read read ->
                new Result.Got(host, read.watched(), read.entry(), guarded(read.watched(), read.entry(), read.last()));
        };
    }

    /** A fault of ours in one source must not end the run for all. */
    private Listing guarded(Watched watched) {
        try {
            return gatherer.list(watched.source(), watched.address(), watched.conditions());
        } catch (RuntimeException e) {
            LOG.error("could not read a source: {}", watched.source().id(), e);
            String why = "a fault of Dealgraph: " + e;
            return new Listing.Nothing(new Failed(watched.address(), Failure.BROKEN_BODY, 0, why, null), why);
        }
    }

    private Gathered guarded(Watched watched, FeedEntry entry, boolean last) {
        try {
            return gatherer.read(watched.source(), entry, last);
        } catch (RuntimeException e) {
            LOG.error("could not read an entry: {}", entry.id(), e);
            return new Gathered(null, false, entry.id() + ": a fault of Dealgraph: " + e, null);
        }
    }

    private List<Result> await(Duration patience, Instant now) throws InterruptedException {
        Duration untilDue =
                Duration.between(now, nextDue().isAfter(now.plus(patience)) ? now.plus(patience) : nextDue());
        boolean waitsForTime = lanes.running() == 0;
        Duration wait = waitsForTime || untilDue.isPositive() ? untilDue : patience;
        List<Result> came = new ArrayList<>();
        Result first = results.poll(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
        if (first != null) {
            came.add(first);
            results.drainTo(came, MOST_AT_ONCE - 1);
        }
        return came;
    }

    private void begin(Result.Asked asked) {
        Watched watched = asked.watched();
        Instant now = clock.instant();
        if (stopping && asked.listing() instanceof Listing.Nothing) {
            return;
        }
        for (FeedEntry entry : watched.begin(asked.listing(), now, settings.entries())) {
            String host = entry.link() == null ? asked.host() : host(entry.link());
            if (stopping || !rests.allows(host, now)) {
                watched.postpone(entry);
            } else {
                lanes.add(host, new Job.Read(watched, entry, watched.isLastTry(entry)));
            }
        }
        endIfDone(watched);
    }

    private void takeAll() {
        List<Result.Got> read = List.copyOf(got);
        got.clear();
        if (read.isEmpty()) {
            return;
        }
        List<Result.Got> counted = new ArrayList<>();
        for (Result.Got one : read) {
            if (stopping && one.gathered().again()) {
                one.watched().postpone(one.entry());
            } else {
                counted.add(one);
            }
        }
        Set<String> taken = writer.take(counted.stream()
                .map(Result.Got::gathered)
                .filter(g -> g.document() != null)
                .map(Gathered::document)
                .toList());
        for (Result.Got one : counted) {
            var document = one.gathered().document();
            boolean fresh =
                    document != null && taken.contains(document.article().id());
            one.watched().read(one.entry(), one.gathered(), fresh, clock.instant());
            unsaved.add(one.watched());
        }
        read.forEach(one -> endIfDone(one.watched()));
    }

    private void endIfDone(Watched watched) {
        if (!watched.isDone()) {
            return;
        }
        Instant now = clock.instant();
        watched.end(rhythm, random, now);
        if (watched.listen(now)) {
            tell(watched);
        }
        LOG.debug("{}", watched.state());
        unsaved.add(watched);
        schedule.add(watched);
        ended.accept(watched.state());
    }

    private static void tell(Watched watched) {
        SourceState state = watched.state();
        if (state.silentSince() == null) {
            LOG.info("source {} is heard again", state.source());
        } else {
            LOG.warn(
                    "source {} is silent: nothing new since {}, though {} entries a week are expected; last answer {},"
                            + " fault: {}",
                    state.source(),
                    state.brought() == null ? state.since() : state.brought(),
                    watched.source().expectedPerWeek(),
                    state.answered(),
                    state.fault());
        }
    }

    private void save() {
        if (!unsaved.isEmpty()) {
            writer.save(unsaved.stream().map(Watched::standing).toList());
            unsaved.clear();
        }
        saved = System.nanoTime();
    }

    /** Asks for nothing more, waits a while for what is under way, saves, and closes its fetcher. From the run's own thread. */
    @Override
    public void close() {
        stopping = true;
        lanes.clear().forEach(this::drop);
        Instant giveUp = Instant.now().plus(settings.patience());
        try {
            while (lanes.running() > 0 && Instant.now().isBefore(giveUp)) {
                turn(Duration.ofMillis(200));
            }
            workers.shutdownNow();
            Instant end = Instant.now().plusSeconds(2);
            while (lanes.running() > 0 && Instant.now().isBefore(end)) {
                turn(Duration.ofMillis(50));
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        try (fetcher) {
            takeAll();
            save();
        }
    }

    private void drop(Job job) {
        if (job instanceof Job.Read read) {
            read.watched().postpone(read.entry());
            unsaved.add(read.watched());
        }
    }

    private static String host(String address) {
        return WebAddress.parse(address)
                .map(a -> a.port() < 0 ? a.host() : a.host() + ":" + a.port())
                .orElse("");
    }
}

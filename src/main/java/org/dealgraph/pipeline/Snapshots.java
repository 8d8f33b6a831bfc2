package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.dealgraph.deal.AsOf;
import org.dealgraph.deal.DealMaker;
import org.dealgraph.deal.Directory;
import org.dealgraph.deal.Gate;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.JudgementRepository;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Moment;
import org.neo4j.driver.TransactionContext;

/**
 * The deals at a moment. What was known by a day, or recorded by an instant, is computed again from the claims of then, so
 * that an answer about the past is a function of what had been said and never changes; why is in {@code
 * docs/decisions/0010-three-dates.md}. The latest few are kept, each for one revision of the log.
 */
@Singleton
public final class Snapshots {

    private static final int MOST = 6;
    private static final int MOST_DEALS = 300_000;

    private static final Duration LONGEST_WRITE = Duration.ofMinutes(30);

    private record Key(Moment moment, long revision) {}

    private final GraphStore store;
    private final DealRepository deals;
    private final ClaimRepository claims;
    private final JudgementRepository judgements;
    private final RevisionRepository revisions;
    private final Directory directory;
    private final AsOf asOf;
    private final Clock clock = Clock.systemUTC();
    private final Map<Key, FutureTask<Snapshot>> kept = new LinkedHashMap<>(16, 0.75f, true);

    Snapshots(
            GraphStore store,
            DealRepository deals,
            ClaimRepository claims,
            JudgementRepository judgements,
            RevisionRepository revisions,
            Directory directory) {
        this.store = store;
        this.deals = deals;
        this.claims = claims;
        this.judgements = judgements;
        this.revisions = revisions;
        this.directory = directory;
        this.asOf = new AsOf(directory);
    }

    /**
     * Every deal at a moment. What is being written when an instant is asked about is waited for: it takes its time of
     * recording under the lock of the log, so that nothing recorded by that instant can come to light later.
     */
    public Snapshot at(Moment moment) {
        if (moment.recordedAt() != null
                && moment.recordedAt().isAfter(clock.instant().minus(LONGEST_WRITE))) {
            store.run(revisions::lock);
        }
        Key key = new Key(moment, store.<Long>read(revisions::last));
        FutureTask<Snapshot> task;
        synchronized (kept) {
            task = kept.computeIfAbsent(key, k -> new FutureTask<>(() -> compute(moment)));
        }
        task.run();
        Snapshot snapshot = done(key, task);
        trim();
        return snapshot;
    }

    private Snapshot compute(Moment moment) {
        if (moment.asOf() == null) {
            return store.read(tx ->
                    new Snapshot(moment, revisions.last(tx), moment.past() ? known(tx, moment) : deals.listAll(tx)));
        }
        LocalDate day = moment.asOf().latest();
        Snapshot known = at(moment.knowledge());
        return new Snapshot(
                moment,
                known.revision(),
                known.deals().stream()
                        .flatMap(deal -> asOf.view(deal, day).stream())
                        .toList());
    }

    private List<Deal> known(TransactionContext tx, Moment moment) {
        Instant recordedAt = moment.recordedAt();
        LocalDate knownBy = moment.knownAt() == null ? null : moment.knownAt().latest();
        List<Judgement> decided = judgements.list(tx).stream()
                .filter(j -> recordedAt == null || !j.at().isAfter(recordedAt))
                .toList();
        return new DealMaker(directory, Gate.DEFAULT, decided).deals(claims.listAt(tx, recordedAt, knownBy));
    }

    private Snapshot done(Key key, FutureTask<Snapshot> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            forget(key);
            throw new PipelineException("could not compute the deals at " + key.moment(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PipelineException("could not wait for the deals at " + key.moment(), e);
        }
    }

    private void forget(Key key) {
        synchronized (kept) {
            kept.remove(key);
        }
    }

    /** Drops the least used, so that neither their number nor their deals grow without end. */
    private void trim() {
        synchronized (kept) {
            long held = kept.values().stream()
                    .filter(FutureTask::isDone)
                    .mapToLong(task -> task.state() == Future.State.SUCCESS
                            ? task.resultNow().deals().size()
                            : 0)
                    .sum();
            var eldest = kept.entrySet().iterator();
            while (eldest.hasNext() && kept.size() > 1 && (kept.size() > MOST || held > MOST_DEALS)) {
                FutureTask<Snapshot> task = eldest.next().getValue();
                if (task.isDone()) {
                    held -= task.state() == Future.State.SUCCESS
                            ? task.resultNow().deals().size()
                            : 0;
                    eldest.remove();
                }
            }
        }
    }
}

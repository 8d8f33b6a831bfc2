package org.dealgraph.pipeline.poll;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.SourceRepository;
import org.dealgraph.graph.SourceRepository.Kept;
import org.dealgraph.model.Source;
import org.dealgraph.pipeline.Audit;
import org.dealgraph.pipeline.Carried;
import org.dealgraph.pipeline.Effect;
import org.dealgraph.pipeline.Order;
import org.dealgraph.pipeline.Refusal;
import org.dealgraph.pipeline.Refusal.Code;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What persons change about sources: kept in the graph, where every server sees it, and never in their files. */
@Singleton
public final class SourceBook implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceBook.class);
    private static final int MOST_WAITING = 16;
    private static final int MOST_KEPT = 10_000;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Audit audit;
    private final Polling polling;
    private final GraphStore store;
    private final SourceRepository repository;
    private final ThreadPoolExecutor polls = new ThreadPoolExecutor(
            1,
            1,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("poll-now").factory());

    SourceBook(Audit audit, Polling polling, GraphStore store, SourceRepository repository) {
        this.audit = audit;
        this.polling = polling;
        this.store = store;
        this.repository = repository;
        polls.allowCoreThreadTimeOut(true);
    }

    /** Adds a source that is not there. */
    public Carried add(Order order, SourceDraft draft) {
        return change(order, tx -> {
            if (find(tx, draft.id()).isPresent()) {
                throw new Refusal(Code.CONFLICT, "id", "there is a source " + draft.id() + " already: change it");
            }
            return new Kept(draft.id(), unlike(tx, draft.over(Optional.empty())), true);
        });
    }

    /** Changes a source, in the graph, which goes before its file. */
    public Carried change(Order order, SourceDraft draft) {
        return change(order, tx -> {
            Known before = get(tx, draft.id());
            return new Kept(draft.id(), unlike(tx, draft.over(Optional.of(before.source()))), before.enabled());
        });
    }

    /** Has a source asked again, or not any more. */
    public Carried enable(Order order, String id, boolean enabled) {
        return change(order, tx -> {
            get(tx, id);
            Source kept = repository.listKept(tx).stream()
                    .filter(k -> k.id().equals(id))
                    .findFirst()
                    .map(Kept::source)
                    .orElse(null);
            return new Kept(id, kept, enabled);
        });
    }

    /**
     * A poll that was asked for.
     *
     * @param carried the order
     * @param ended done when the poll has ended; at once where it was asked for before
     */
    public record Poll(Carried carried, Future<?> ended) {}

    /** Asks a source now, on a thread that does one such poll after another; what it brings comes in as from any poll. */
    public Poll poll(Order order, String id) {
        if (polls.getQueue().remainingCapacity() == 0) {
            throw new Refusal(Code.BUSY, null, MOST_WAITING + " polls are waiting already: try again later");
        }
        Carried carried = audit.carryOut(order, tx -> {
            get(tx, id);
            return Effect.onSource(id);
        });
        if (carried.repeated()) {
            return new Poll(carried, CompletableFuture.completedFuture(id));
        }
        Source source = store.read(tx -> get(tx, id)).source();
        return new Poll(carried, polls.submit(() -> once(source)));
    }

    /** How a source stands; empty where there is none. */
    public Optional<Polling.Standing> find(String id) {
        return polling.standings().stream()
                .filter(s -> s.source().id().equals(id))
                .findFirst();
    }

    private void once(Source source) {
        try {
            polling.once(List.of(source), state -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("could not poll a source: {}", source.id(), e);
        }
    }

    /** What is to be kept of a source, as a transaction finds it. */
    private interface Change {
        Kept in(TransactionContext tx);
    }

    private Carried change(Order order, Change change) {
        Carried carried = audit.carryOut(order, tx -> {
            Kept kept = change.in(tx);
            repository.keep(tx, kept);
            return Effect.onSource(kept.id());
        });
        polling.lookAgain();
        return carried;
    }

    private Optional<Known> find(TransactionContext tx, String id) {
        return known(tx).stream().filter(k -> k.source().id().equals(id)).findFirst();
    }

    private Known get(TransactionContext tx, String id) {
        return find(tx, id).orElseThrow(() -> new Refusal(Code.NOT_FOUND, "id", "there is no source with this id"));
    }

    private List<Known> known(TransactionContext tx) {
        return Known.of(polling.files(), repository.listKept(tx));
    }

    /** Two sources at one address would bring everything twice. */
    private Source unlike(TransactionContext tx, Source wanted) {
        List<Known> all = known(tx);
        if (all.size() >= MOST_KEPT) {
            throw new Refusal(Code.TOO_LARGE, null, "there are " + all.size() + " sources already");
        }
        all.stream()
                .map(Known::source)
                .filter(s -> !s.id().equals(wanted.id()) && s.address().equals(wanted.address()))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal(Code.CONFLICT, "address", "this is the address of " + other.id() + " already");
                });
        return wanted;
    }

    @Override
    @PreDestroy
    public void close() {
        polls.shutdownNow();
    }
}

package org.dealgraph.pipeline;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dealgraph.graph.AuditRepository;
import org.dealgraph.graph.AuditRepository.Receipt;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Json;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.AuditEntry;
import org.dealgraph.model.Revision;
import org.dealgraph.pipeline.Refusal.Code;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Carries out orders, each in one write transaction that holds the lock of the log: the change, its entry in the audit and
 * the receipt for its idempotency key are there together or not at all. What is refused leaves no trace.
 */
@Singleton
public final class Audit {

    /** How long an idempotency key is remembered. */
    public static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int MOST_REVISIONS = 100;

    private final GraphStore store;
    private final AuditRepository repository;
    private final RevisionRepository revisions;
    private final Clock clock = Clock.systemUTC();

    Audit(GraphStore store, AuditRepository repository, RevisionRepository revisions) {
        this.store = store;
        this.repository = repository;
        this.revisions = revisions;
    }

    /**
     * Does the work, unless it was done before under the same idempotency key: then that answer is given again.
     *
     * @throws Refusal where the key stands for something else, or the work refuses
     */
    public Carried carryOut(Order order, Function<TransactionContext, Effect> work) {
        return store.write(tx -> {
            long before = revisions.lock(tx);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return find(tx, order, now).orElseGet(() -> carryOut(tx, order, work, before, now));
        });
    }

    /** What was done before under the idempotency key of an order. */
    public Optional<Carried> find(Order order) {
        return order.once() == null ? Optional.empty() : store.read(tx -> find(tx, order, clock.instant()));
    }

    /**
     * At most {@code first} entries with numbers below {@code before}, newest first.
     *
     * @param by only those of keys with this name, or null
     * @param operation only those of this operation, or null
     */
    public List<AuditEntry> list(long before, int first, @Nullable String by, @Nullable String operation) {
        return store.read(tx -> repository.list(tx, before, first, by, operation));
    }

    /** What came of the order that an entry tells of. */
    Effect effect(TransactionContext tx, long entry) {
        return repository
                .find(tx, entry)
                .map(found -> Json.read(found.effect(), Effect.class))
                .orElseThrow(
                        () -> new Refusal(Code.NOT_FOUND, "entry", "there is no entry " + entry + " in the audit"));
    }

    private Carried carryOut(
            TransactionContext tx, Order order, Function<TransactionContext, Effect> work, long before, Instant now) {
        Effect effect = work.apply(tx);
        AuditEntry entry = repository.append(
                tx,
                new AuditEntry(
                        0,
                        now,
                        order.by(),
                        order.key(),
                        order.operation(),
                        order.input(),
                        order.why(),
                        before,
                        revisions.last(tx),
                        Json.write(effect)));
        if (order.once() != null) {
            Receipt receipt = new Receipt(order.fingerprint(), entry.number());
            repository.save(tx, receiptOf(order), receipt, now, now.minus(REMEMBERED));
        }
        return new Carried(entry, effect, revisions(tx, entry), false);
    }

    private Optional<Carried> find(TransactionContext tx, Order order, Instant now) {
        if (order.once() == null) {
            return Optional.empty();
        }
        Optional<Receipt> receipt = repository.findReceipt(tx, receiptOf(order), now.minus(REMEMBERED));
        if (receipt.filter(r -> !r.fingerprint().equals(order.fingerprint())).isPresent()) {
            throw new Refusal(
                    Code.CONFLICT,
                    "idempotencyKey",
                    "this idempotency key was used for something else in the last " + REMEMBERED.toDays()
                            + " days: take another");
        }
        return receipt.flatMap(r -> repository.find(tx, r.entry()))
                .map(entry -> new Carried(entry, Json.read(entry.effect(), Effect.class), revisions(tx, entry), true));
    }

    private List<Revision> revisions(TransactionContext tx, AuditEntry entry) {
        int count = (int) Math.min(MOST_REVISIONS, entry.after() - entry.before());
        return count == 0 ? List.of() : revisions.listAfter(tx, entry.before(), count);
    }

    /** Keys of different holders do not meet. */
    private static String receiptOf(Order order) {
        return order.key() + " " + order.once();
    }
}

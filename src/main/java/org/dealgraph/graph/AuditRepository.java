package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dealgraph.model.AuditEntry;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** Who changed what through the API: entries that are only ever appended, and for some days the receipts that name them. */
@Singleton
public final class AuditRepository {

    private final Queries queries;

    public AuditRepository(Queries queries) {
        this.queries = queries;
    }

    /**
     * That a change was carried out under an idempotency key.
     *
     * @param fingerprint of what was asked for
     * @param entry number of its entry in the audit
     */
    public record Receipt(String fingerprint, long entry) {}

    /** Appends an entry and gives it the next number; the one that it comes with is not looked at. */
    public AuditEntry append(TransactionContext tx, AuditEntry entry) {
        return entry.numbered(queries.number(
                tx,
                Statement.AUDIT_APPEND,
                new Row()
                        .with(
                                "properties",
                                new Row()
                                        .with("by", entry.by())
                                        .with("operation", entry.operation())
                                        .with("body", Json.write(entry)))));
    }

    public Optional<AuditEntry> find(TransactionContext tx, long number) {
        return queries.find(tx, Statement.AUDIT_FIND, new Row().with("number", number), AuditRepository::read);
    }

    /**
     * At most {@code first} entries with numbers below {@code before}, newest first.
     *
     * @param by only those of keys with this name, or null
     * @param operation only those of this operation, or null
     */
    public List<AuditEntry> list(
            TransactionContext tx, long before, int first, @Nullable String by, @Nullable String operation) {
        return queries.list(
                tx,
                Statement.AUDIT_LIST,
                new Row()
                        .with("before", before)
                        .with("first", first)
                        .with("by", by)
                        .with("operation", operation),
                AuditRepository::read);
    }

    /** The receipt with an id, unless it is older than a moment. */
    public Optional<Receipt> findReceipt(TransactionContext tx, String id, Instant since) {
        return queries.find(
                tx,
                Statement.RECEIPT_FIND,
                new Row().with("id", id).with("since", since.toEpochMilli()),
                row -> new Receipt(
                        row.get("fingerprint").asString(), row.get("entry").asLong()));
    }

    /** Saves a receipt under an id, and forgets some of those that are older than a moment. */
    public void save(TransactionContext tx, String id, Receipt receipt, Instant now, Instant since) {
        queries.execute(tx, Statement.RECEIPT_FORGET, new Row().with("since", since.toEpochMilli()));
        queries.execute(
                tx,
                Statement.RECEIPT_SAVE,
                new Row()
                        .with("id", id)
                        .with("at", now.toEpochMilli())
                        .with("fingerprint", receipt.fingerprint())
                        .with("entry", receipt.entry()));
    }

    private static AuditEntry read(Record row) {
        return Json.read(row.get("body").asString(), AuditEntry.class)
                .numbered(row.get("number").asLong());
    }
}

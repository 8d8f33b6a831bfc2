package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.model.Revision;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * The one log of what changed. Numbers have no gaps, because they are given out under a lock that is held until the
 * transaction ends.
 */
@Singleton
public final class RevisionRepository {

    private final Queries queries;

    public RevisionRepository(Queries queries) {
        this.queries = queries;
    }

    /**
     * Lets one transaction at a time change deals, whichever process it runs in, and says the latest number. Call it
     * before reading what the change rests on.
     */
    public long lock(TransactionContext tx) {
        return queries.number(tx, Statement.REVISION_LOCK, new Row());
    }

    /** Appends changes and gives each the next number; the numbers that they come with are not looked at. */
    public List<Revision> append(TransactionContext tx, List<Revision> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        long last = lock(tx);
        List<Revision> numbered = new ArrayList<>(changes.size());
        for (Revision change : changes) {
            numbered.add(numbered(change, ++last));
        }
        List<Map<String, @Nullable Object>> rows =
                numbered.stream().map(revision -> row(revision).map()).toList();
        queries.execute(
                tx, Statement.REVISION_APPEND, new Row().with("last", last).with("rows", rows));
        return List.copyOf(numbered);
    }

    /** The latest number, 0 where there is none. */
    public long last(TransactionContext tx) {
        return queries.number(tx, Statement.REVISION_LAST, new Row());
    }

    /** The number of the last revision that was recorded before an instant, 0 where there is none. */
    public long lastBefore(TransactionContext tx, Instant at) {
        return queries.number(tx, Statement.REVISION_LAST_BEFORE, new Row().with("at", at.toString()));
    }

    /** At most {@code first} revisions after a number, oldest first. */
    public List<Revision> listAfter(TransactionContext tx, long after, int first) {
        return queries.list(
                tx,
                Statement.REVISION_LIST_AFTER,
                new Row().with("after", after).with("first", first),
                Queries.body(Revision.class));
    }

    /** At most {@code first} revisions before a number, latest first; null lets every kind or cause through. */
    public List<Revision> listBefore(
            TransactionContext tx,
            long before,
            @Nullable Collection<Revision.Kind> kinds,
            @Nullable Collection<Revision.Cause> causes,
            int first) {
        return queries.list(
                tx,
                Statement.REVISION_LIST_BEFORE,
                new Row()
                        .with("before", before)
                        .with("kinds", names(kinds))
                        .with("causes", names(causes))
                        .with("first", first),
                Queries.body(Revision.class));
    }

    /** For each of these revisions the number of the one before it of the same deal; none for a deal's first. */
    public Map<Long, Long> findPrevious(TransactionContext tx, Collection<Long> numbers) {
        Map<Long, Long> previous = new HashMap<>();
        queries.list(
                        tx,
                        Statement.REVISION_FIND_PREVIOUS,
                        new Row().with("numbers", List.copyOf(numbers)),
                        row -> Map.entry(
                                row.get("number").asLong(), row.get("previous").asLong()))
                .forEach(pair -> previous.put(pair.getKey(), pair.getValue()));
        return previous;
    }

    /** The revisions of one deal, oldest first. */
    public List<Revision> listByDeal(TransactionContext tx, String deal) {
        return queries.list(
                tx, Statement.REVISION_LIST_BY_DEAL, new Row().with("deal", deal), Queries.body(Revision.class));
    }

    private static @Nullable List<String> names(@Nullable Collection<? extends Enum<?>> values) {
        return values == null ? null : values.stream().map(Enum::name).sorted().toList();
    }

    private static Row row(Revision revision) {
        return new Row()
                .with("number", revision.number())
                .with("deal", revision.deal())
                .with(
                        "properties",
                        new Row()
                                .with("deal", revision.deal())
                                .with("kind", revision.kind())
                                .with("cause", revision.cause())
                                .with("recordedAt", revision.recordedAt().toString())
                                .with("body", Json.write(revision)));
    }

    private static Revision numbered(Revision r, long number) {
        return new Revision(number, r.deal(), r.kind(), r.cause(), r.recordedAt(), r.before(), r.after(), r.claims());
    }
}

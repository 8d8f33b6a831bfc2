package org.dealgraph.graph;

import jakarta.inject.Singleton;
import org.neo4j.driver.TransactionContext;

/** Counts what the graph holds. */
@Singleton
public final class StatusRepository {

    private final Queries queries;

    public StatusRepository(Queries queries) {
        this.queries = queries;
    }

    public Status get(TransactionContext tx) {
        return queries.find(
                        tx,
                        Statement.STATUS_GET,
                        new Row(),
                        row -> new Status(
                                row.get("organizations").asLong(),
                                row.get("articles").asLong(),
                                row.get("claims").asLong(),
                                row.get("deals").asLong(),
                                row.get("terms").asLong(),
                                row.get("revision").asLong()))
                .orElseThrow(() -> new GraphException("could not count what the graph holds"));
    }

    /**
     * How many of each there are.
     *
     * @param organizations of the registry and provisional
     * @param articles versions
     * @param claims retired ones too
     * @param deals now
     * @param terms now
     * @param revision number of the last one
     */
    public record Status(long organizations, long articles, long claims, long deals, long terms, long revision) {}
}

package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.model.Source;
import org.dealgraph.model.SourceState;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** How sources stand between two polls, on the nodes that their articles hang below. No canonical dump holds it. */
@Singleton
public final class SourceRepository {

    private final Queries queries;

    public SourceRepository(Queries queries) {
        this.queries = queries;
    }

    /**
     * A state to save.
     *
     * @param state in whole
     * @param seen a line an entry that the source has shown, or null where that has not changed
     */
    public record Standing(SourceState state, @Nullable List<String> seen) {}

    /** Saves how sources stand. */
    public void save(TransactionContext tx, Collection<Standing> standings) {
        queries.execute(
                tx,
                Statement.SOURCE_SAVE_STATES,
                new Row()
                        .with(
                                "rows",
                                standings.stream()
                                        .map(SourceRepository::row)
                                        .map(Row::map)
                                        .toList()));
    }

    /** How these sources stand, by id; those that were never asked are passed over. */
    public List<SourceState> listStates(TransactionContext tx, Collection<String> ids) {
        return queries.list(
                tx,
                Statement.SOURCE_LIST_STATES,
                new Row().with("ids", List.copyOf(ids)),
                Queries.body(SourceState.class));
    }

    /** The lines saved for what these sources have shown. */
    public Map<String, List<String>> listSeen(TransactionContext tx, Collection<String> ids) {
        Map<String, List<String>> seen = new HashMap<>();
        queries.run(tx, Statement.SOURCE_LIST_SEEN, new Row().with("ids", List.copyOf(ids)))
                .forEachRemaining(row ->
                        seen.put(row.get("id").asString(), row.get("seen").asList(value -> value.asString())));
        return seen;
    }

    /**
     * What a person decided about a source.
     *
     * @param id of the source
     * @param source what stands in the place of its file, or null where that stands
     * @param enabled whether it is polled
     */
    public record Kept(String id, @Nullable Source source, boolean enabled) {}

    /** Keeps what a person decided about a source, in the place of what was decided before. */
    public void keep(TransactionContext tx, Kept kept) {
        queries.execute(
                tx,
                Statement.SOURCE_KEEP,
                new Row()
                        .with("id", kept.id())
                        .with("definition", kept.source() == null ? null : Json.write(kept.source()))
                        .with("disabled", !kept.enabled()));
    }

    /** What persons decided about sources, by id. */
    public List<Kept> listKept(TransactionContext tx) {
        return queries.list(
                tx,
                Statement.SOURCE_LIST_KEPT,
                new Row(),
                row -> new Kept(
                        row.get("id").asString(),
                        row.get("definition").isNull()
                                ? null
                                : Json.read(row.get("definition").asString(), Source.class),
                        !row.get("disabled").asBoolean()));
    }

    private static Row row(Standing standing) {
        return new Row()
                .with("id", standing.state().source())
                .with("body", Json.write(standing.state()))
                .with("seen", standing.seen());
    }
}

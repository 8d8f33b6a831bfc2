package org.dealgraph.graph;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dealgraph.model.Watch;
import org.neo4j.driver.TransactionContext;

/** Saved filters with their names. */
@Singleton
public final class WatchRepository {

    private final Queries queries;

    public WatchRepository(Queries queries) {
        this.queries = queries;
    }

    /** Puts a watch in the place of what was stored under its id. */
    public void put(TransactionContext tx, Watch watch) {
        queries.execute(
                tx,
                Statement.WATCH_SAVE,
                new Row().with("id", watch.id()).with("name", watch.name()).with("body", Json.write(watch)));
    }

    /** The watch with an id. */
    public Optional<Watch> find(TransactionContext tx, String id) {
        return queries.find(tx, Statement.WATCH_FIND, new Row().with("id", id), Queries.body(Watch.class));
    }

    /** Every watch, in the order of their names. */
    public List<Watch> listAll(TransactionContext tx) {
        return queries.list(tx, Statement.WATCH_LIST, new Row(), Queries.body(Watch.class)).stream()
                .sorted(Comparator.comparing(Watch::name).thenComparing(Watch::id))
                .toList();
    }

    /** Removes a watch; whether there was one with this id. */
    public boolean remove(TransactionContext tx, String id) {
        return queries.number(tx, Statement.WATCH_DELETE, new Row().with("id", id)) > 0;
    }
}

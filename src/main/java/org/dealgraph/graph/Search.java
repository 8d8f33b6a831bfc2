package org.dealgraph.graph;

import java.util.function.Function;
import org.neo4j.driver.Record;

/** Reading the rows of a full-text search. */
final class Search {

    private Search() {}

    static <T> Ranked<T> ranked(Record row, T value, Function<T, String> id) {
        return new Ranked<>(value, new Cursor(row.get("score").asDouble(), id.apply(value)));
    }
}

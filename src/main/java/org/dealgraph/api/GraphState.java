package org.dealgraph.api;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.SharedRead;

/**
 * The state of the database as it is now, with the day. Equal states give equal answers to whatever depends on the graph and
 * the day alone; the day is read first, so that what is computed past midnight is not taken for an answer of the new day.
 */
@Singleton
final class GraphState {

    private final SharedRead<String> state;

    GraphState(GraphStore store) {
        state = new SharedRead<>("graph-state", () -> LocalDate.now(ZoneOffset.UTC) + " " + store.state());
    }

    String now() {
        return state.get();
    }
}

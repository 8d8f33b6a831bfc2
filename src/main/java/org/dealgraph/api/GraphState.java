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

    private final GraphStore store;
    private final SharedRead<String> shared;

    GraphState(GraphStore store) {
        this.store = store;
        this.shared = new SharedRead<>("graph-state", this::read);
    }

    /** As it is now; waits for the database where it is not at hand. */
    String now() {
        return store.hasStateAtHand() ? read() : shared.get();
    }

    private String read() {
        return LocalDate.now(ZoneOffset.UTC) + " " + store.state();
    }
}

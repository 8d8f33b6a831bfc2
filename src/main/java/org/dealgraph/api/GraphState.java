package org.dealgraph.api;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.dealgraph.graph.GraphStore;
import org.jspecify.annotations.Nullable;

/**
 * The state of the database as it is now, with the day, asked for by many at once: each gets the answer to a question that
 * was sent to the database after it asked, so that it sees every change that was committed before. Equal states give equal
 * answers to whatever depends on the graph and the day alone; the day is read first, so that what is computed past midnight
 * is not taken for an answer of the new day.
 */
@Singleton
final class GraphState {

    private final GraphStore store;
    private @Nullable CompletableFuture<String> next;
    private boolean reading;

    GraphState(GraphStore store) {
        this.store = store;
    }

    synchronized CompletableFuture<String> now() {
        if (next == null) {
            next = new CompletableFuture<>();
        }
        if (!reading) {
            reading = true;
            Thread.ofVirtual().name("graph-state").start(this::read);
        }
        return next;
    }

    private void read() {
        for (CompletableFuture<String> wanted = take(); wanted != null; wanted = take()) {
            try {
                wanted.complete(LocalDate.now(ZoneOffset.UTC) + " " + store.state());
            } catch (RuntimeException e) {
                wanted.completeExceptionally(e);
            }
        }
    }

    private synchronized @Nullable CompletableFuture<String> take() {
        CompletableFuture<String> wanted = next;
        next = null;
        reading = wanted != null;
        return wanted;
    }
}

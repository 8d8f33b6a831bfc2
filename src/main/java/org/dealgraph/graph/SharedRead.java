package org.dealgraph.graph;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A reading of something that changes, asked for by many at once: each gets the answer to a question that was sent after it
 * asked, so that it sees everything committed before, and however many ask, no more than two readings are on their way.
 *
 * @param <T> what is read
 */
public final class SharedRead<T> {

    private final Supplier<T> reading;
    private final String name;
    private @Nullable CompletableFuture<T> next;
    private boolean busy;

    public SharedRead(String name, Supplier<T> reading) {
        this.name = name;
        this.reading = reading;
    }

    /** What is there now; waits for it, and may be interrupted. */
    public T get() {
        try {
            return wanted().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphException("could not wait for the answer: " + name, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GraphException known
                    ? new GraphException(String.valueOf(known.getMessage()), known)
                    : new GraphException("could not read: " + name, e);
        }
    }

    private synchronized CompletableFuture<T> wanted() {
        if (next == null) {
            next = new CompletableFuture<>();
        }
        CompletableFuture<T> wanted = next;
        if (!busy) {
            busy = true;
            Thread.ofVirtual().name(name).start(this::read);
        }
        return wanted;
    }

    private void read() {
        for (CompletableFuture<T> wanted = take(); wanted != null; wanted = take()) {
            try {
                wanted.complete(reading.get());
            } catch (RuntimeException e) {
                wanted.completeExceptionally(e);
            }
        }
    }

    private synchronized @Nullable CompletableFuture<T> take() {
        CompletableFuture<T> wanted = next;
        next = null;
        busy = wanted != null;
        return wanted;
    }
}

package org.dealgraph.graph;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A limit of time for what one request reads, however many statements that takes. Each transaction is told how much is
 * left, and a thread that still waits for the database then is interrupted, which closes its connection and so ends the
 * work at the server too.
 */
public final class Deadline {

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();
    private static final Duration GRACE = Duration.ofMillis(250);
    private static final ScheduledExecutorService WATCH = watch();

    private final long end;
    private final Duration limit;
    private final Thread thread = Thread.currentThread();
    private boolean over;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** Whoever is done in time leaves nothing behind, else thousands a second would wait here for their limits. */
    private static ScheduledExecutorService watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
                1, task -> Thread.ofPlatform().daemon().name("deadlines").unstarted(task));
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    /** Does work, of which the reading fails with a {@link TimeUp} once the limit is reached. */
    public static <T extends @Nullable Object> T within(Duration limit, Supplier<T> work) {
        Deadline deadline = new Deadline(limit);
        ScheduledFuture<?> watch =
                WATCH.schedule(deadline::interrupt, limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        try {
            return ScopedValue.where(CURRENT, deadline).call(work::get);
        } finally {
            watch.cancel(false);
            deadline.close();
        }
    }

    static Optional<Deadline> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** What is left, at least a millisecond; a {@link TimeUp} where nothing is. */
    Duration left() {
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw timeUp(null);
        }
        return Duration.ofMillis(Math.max(1, nanos / 1_000_000));
    }

    boolean isOver() {
        return System.nanoTime() >= end;
    }

    TimeUp timeUp(@Nullable Throwable cause) {
        return new TimeUp("could not finish within " + limit.toMillis() + " ms: ask for less", cause);
    }

    private synchronized void interrupt() {
        if (!over) {
            thread.interrupt();
        }
    }

    /** An interruption that came too late to be noticed must not reach the thread's next task. */
    private synchronized void close() {
        over = true;
        if (isOver()) {
            Thread.interrupted();
        }
    }

    /** The limit of time was reached. */
    public static final class TimeUp extends GraphException {

        private static final long serialVersionUID = 1L;

        TimeUp(String message, @Nullable Throwable cause) {
            super(message, cause == null ? new java.util.concurrent.TimeoutException(message) : cause);
        }
    }
}

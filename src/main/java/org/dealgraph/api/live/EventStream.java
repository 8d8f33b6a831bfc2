package org.dealgraph.api.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dealgraph.event.EventReceiver.TooSlow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * The outgoing half of a connection with server-sent events: who sends waits until the connection asks for more, so that
 * nothing piles up behind a client that does not read.
 */
final class EventStream {

    private static final byte[] PING = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final long GREETINGS = 1;

    private final Duration patience;
    private final Duration ping;
    private final BooleanSupplier standing;
    private final Runnable onClose;
    private @Nullable FluxSink<byte[]> sink;
    private boolean closed;

    /**
     * @param patience how long a client may take to accept a message
     * @param ping how often a comment shows that the connection is alive
     * @param standing whether the one who opened it may still read; asked as often, away from where answers are written
     * @param onClose what to do when either side has closed it
     */
    EventStream(Duration patience, Duration ping, BooleanSupplier standing, Runnable onClose) {
        this.patience = patience;
        this.ping = ping;
        this.standing = standing;
        this.onClose = onClose;
    }

    /** The body of the answer; what is done then starts when the connection begins to read. */
    Publisher<byte[]> body(Runnable started) {
        return Flux.<byte[]>create(
                        created -> {
                            created.onRequest(n -> wake());
                            created.onDispose(this::closed);
                            open(created);
                            started.run();
                        },
                        FluxSink.OverflowStrategy.BUFFER)
                .mergeWith(Flux.interval(ping, ping)
                        .onBackpressureDrop()
                        .map(tick -> ping())
                        .takeUntil(tick -> isClosed()))
                .takeUntil(chunk -> chunk.length == 0)
                .filter(chunk -> chunk.length > 0);
    }

    /** A key that was taken back, or has ended, ends what it opened. */
    private byte[] ping() {
        Thread.ofVirtual().name("standing").start(() -> {
            if (!standing.getAsBoolean()) {
                close();
            }
        });
        return PING;
    }

    void next(String data) throws InterruptedException {
        send("event: next\ndata: " + data + "\n\n");
    }

    void complete(String data) throws InterruptedException {
        send("event: complete\ndata: " + data + "\n\n");
    }

    /** Ends the answer. */
    void close() {
        FluxSink<byte[]> open;
        synchronized (this) {
            open = sink;
        }
        if (open != null) {
            open.next(new byte[0]);
            open.complete();
        }
        closed();
    }

    synchronized boolean isOpen() {
        return sink != null && !closed;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void open(FluxSink<byte[]> created) {
        sink = created;
        created.next(PING);
        notifyAll();
    }

    private void closed() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        onClose.run();
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void send(String text) throws InterruptedException {
        awaitRoom().next(text.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized FluxSink<byte[]> awaitRoom() throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!closed && (sink == null || sink.requestedFromDownstream() < GREETINGS)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new TooSlow("the client took nothing for " + patience);
            }
            wait(left);
        }
        if (closed || sink == null) {
            throw new InterruptedException("closed");
        }
        return sink;
    }
}

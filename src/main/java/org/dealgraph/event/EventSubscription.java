package org.dealgraph.event;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.dealgraph.event.EventReceiver.End;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One who listens. Its own virtual thread first reads the log at the pace of the receiver, and joins the feed when it has
 * reached it; from then on events wait in a bounded buffer. Where a burst overflows the buffer, it reads the rest from the
 * log again, and if it does not catch up in time it has been too slow.
 */
public final class EventSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(EventSubscription.class);

    private final EventQuery query;
    private final EventReceiver receiver;
    private final EventFeed feed;
    private final BlockingQueue<DealEvent> waiting;
    private final AtomicReference<@Nullable Object> ending = new AtomicReference<>();
    private final Thread thread;
    private volatile long cursor;
    private volatile long offered;
    private volatile boolean behind;
    private volatile long behindSince;
    private long left;

    EventSubscription(EventQuery query, EventReceiver receiver, EventFeed feed, int buffer) {
        this.query = query;
        this.receiver = receiver;
        this.feed = feed;
        this.waiting = new LinkedBlockingQueue<>(buffer);
        this.cursor = query.after();
        this.left = query.first();
        this.thread = Thread.ofVirtual().name("events").unstarted(this::run);
    }

    /** Number up to which every event was taken or is not for this listener. */
    public long reached() {
        return feed.reached(this);
    }

    /** The same, where the feed has handed everything over up to a position. */
    long reached(long position) {
        return behind || offered > cursor ? cursor : Math.max(cursor, position);
    }

    /** Number of the last event that was taken or passed over while reading the log. */
    long cursor() {
        return cursor;
    }

    EventQuery query() {
        return query;
    }

    void start() {
        thread.start();
    }

    /** Stops without a word to the receiver. */
    public void cancel() {
        if (ending.compareAndSet(null, this)) {
            feed.leave(this);
            thread.interrupt();
        }
    }

    /** Ends with a word to the receiver. */
    void end(End end) {
        if (ending.compareAndSet(null, end)) {
            thread.interrupt();
        }
    }

    /** Called by the feed, which never waits. */
    void offer(DealEvent event) {
        if (behind) {
            if (isTooLate()) {
                end(End.TOO_SLOW);
            }
        } else if (event.number() > cursor) {
            offered = event.number();
            if (!waiting.offer(event)) {
                behindSince = System.nanoTime();
                behind = true;
            }
        }
    }

    /** Called by the feed when everything before has been read. */
    void caughtUp() {
        behind = false;
    }

    private boolean isTooLate() {
        return behind && System.nanoTime() - behindSince >= feed.patience().toNanos();
    }

    private void run() {
        End end = null;
        try {
            end = listen();
        } catch (InterruptedException e) {
            LOG.trace("a subscription was ended from outside", e);
        } catch (EventReceiver.TooSlow e) {
            end = End.TOO_SLOW;
        } catch (RuntimeException e) {
            if (ending.get() == null) {
                LOG.error("could not deliver the event after {}", cursor, e);
            }
            end = End.FAULT;
        } finally {
            feed.leave(this);
        }
        ending.compareAndSet(null, end);
        boolean interrupted = Thread.interrupted();
        LOG.trace("a subscription ends, interrupted: {}", interrupted);
        if (ending.get() instanceof End said) {
            receiver.end(said, cursor);
        }
    }

    private End listen() throws InterruptedException {
        while (left > 0) {
            if (feed.join(this, cursor)) {
                hear();
                feed.leave(this);
            } else if (isTooLate()) {
                return End.TOO_SLOW;
            } else {
                read();
            }
        }
        return End.COMPLETE;
    }

    /** A page of the log. */
    private void read() throws InterruptedException {
        List<DealEvent> page = feed.replay(cursor);
        for (DealEvent event : page) {
            if (left > 0) {
                if (query.filter().matches(event, feed.matcher())) {
                    deliver(event);
                }
                cursor = event.number();
            }
        }
        receiver.quiet();
        if (page.isEmpty()) {
            feed.pause();
        }
    }

    /** What the feed brings, until enough was heard or the buffer has run over and is empty again. */
    private void hear() throws InterruptedException {
        while (left > 0) {
            @Nullable DealEvent event = behind ? waiting.poll() : waiting.take();
            if (event == null) {
                return;
            }
            deliver(event);
            cursor = event.number();
            if (waiting.isEmpty()) {
                receiver.quiet();
            }
        }
    }

    private void deliver(DealEvent event) throws InterruptedException {
        if (ending.get() != null) {
            throw new InterruptedException("ended");
        }
        receiver.take(event);
        left--;
    }
}

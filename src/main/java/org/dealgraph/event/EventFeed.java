package org.dealgraph.event;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.dealgraph.event.EventReceiver.End;
import org.dealgraph.graph.GraphException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log while someone listens and hands every new event to those whose filters it matches. It reads from the
 * database what every process has committed, so two servers on one database deliver the same.
 */
@Singleton
public final class EventFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final long AFTER_A_FAULT = 2_000;

    private final EventLog log;
    private final DealMatcher matcher;
    private final EventSettings settings;
    private final FilterIndex index;
    private final Object lock = new Object();
    private long position;
    private boolean running;
    private boolean closed;

    EventFeed(EventLog log, DealMatcher matcher, EventSettings settings) {
        this.log = log;
        this.matcher = matcher;
        this.settings = settings;
        this.index = new FilterIndex(matcher);
    }

    /** Delivers every matching event after the query's cursor once and in order, old ones first. */
    public EventSubscription subscribe(EventQuery query, EventReceiver receiver) {
        EventSubscription subscription = new EventSubscription(query, receiver, this, settings.buffer());
        subscription.start();
        return subscription;
    }

    /** How many have caught up with the log and wait for news. */
    public int listeners() {
        synchronized (lock) {
            return index.size();
        }
    }

    /** Lets a subscription that has read the log up to a number wait for the rest here; false where it must read more. */
    boolean join(EventSubscription subscription, long cursor) {
        synchronized (lock) {
            if (closed) {
                subscription.end(End.CLOSED);
                return true;
            }
            if (index.isEmpty()) {
                position = cursor;
            } else if (cursor < position) {
                return false;
            }
            subscription.caughtUp();
            index.add(subscription);
            if (!running) {
                running = true;
                Thread.ofVirtual().name("event-feed").start(this::follow);
            }
            return true;
        }
    }

    void leave(EventSubscription subscription) {
        synchronized (lock) {
            index.remove(subscription);
        }
    }

    /** Called by a subscription: what was not handed to it up to the feed's position was not for it. */
    long reached(EventSubscription subscription) {
        synchronized (lock) {
            return index.contains(subscription) ? subscription.reached(position) : subscription.cursor();
        }
    }

    List<DealEvent> replay(long after) {
        return log.listAfter(after);
    }

    Duration patience() {
        return settings.patience();
    }

    DealMatcher matcher() {
        return matcher;
    }

    void pause() throws InterruptedException {
        Thread.sleep(settings.poll());
    }

    private void follow() {
        try {
            while (goesOn()) {
                int found = step();
                if (found == 0) {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread when nobody listens; the next who joins starts another. */
    private boolean goesOn() {
        synchronized (lock) {
            running = !closed && !index.isEmpty();
            return running;
        }
    }

    private int step() throws InterruptedException {
        long after;
        synchronized (lock) {
            after = position;
        }
        try {
            List<DealEvent> events = log.listAfter(after);
            events.forEach(this::dispatch);
            return events.size();
        } catch (GraphException e) {
            LOG.warn("could not read the log of revisions, and will try again: {}", e.getMessage());
            Thread.sleep(AFTER_A_FAULT);
            return 0;
        } catch (RuntimeException e) {
            LOG.error("could not follow the log of revisions after {}", after, e);
            synchronized (lock) {
                index.all().forEach(subscription -> subscription.end(End.FAULT));
            }
            Thread.sleep(AFTER_A_FAULT);
            return 0;
        }
    }

    /** Does nothing where the position was set anew in between. */
    private void dispatch(DealEvent event) {
        synchronized (lock) {
            if (event.number() == position + 1) {
                position = event.number();
                index.matching(event).forEach(subscription -> subscription.offer(event));
            }
        }
    }

    @PreDestroy
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            index.all().forEach(subscription -> subscription.end(End.CLOSED));
        }
    }
}

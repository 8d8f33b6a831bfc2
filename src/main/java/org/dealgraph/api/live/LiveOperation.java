package org.dealgraph.api.live;

import org.dealgraph.access.Caller;
import org.dealgraph.api.EventRenderer;
import org.dealgraph.api.EventShape;
import org.dealgraph.api.Execution;
import org.dealgraph.api.Execution.Outcome;
import org.dealgraph.api.GraphqlRequest;
import org.dealgraph.event.DealEvent;
import org.dealgraph.event.EventFeed;
import org.dealgraph.event.EventQuery;
import org.dealgraph.event.EventReceiver;
import org.dealgraph.event.EventReceiver.End;
import org.dealgraph.event.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One operation on its own virtual thread, from its request to its last word. */
final class LiveOperation {

    private static final Logger LOG = LoggerFactory.getLogger(LiveOperation.class);

    private final Execution execution;
    private final EventFeed feed;
    private final EventRenderer renderer;
    private final OperationSink sink;
    private @Nullable Thread thread;
    private @Nullable EventSubscription subscription;
    private boolean cancelled;

    LiveOperation(Execution execution, EventFeed feed, EventRenderer renderer, OperationSink sink) {
        this.execution = execution;
        this.feed = feed;
        this.renderer = renderer;
        this.sink = sink;
    }

    synchronized void start(GraphqlRequest request, Caller caller) {
        if (!cancelled) {
            thread = Thread.ofVirtual().name("operation").start(() -> run(request, caller));
        }
    }

    /** Stops without a word; a statement that still runs is ended too. */
    synchronized void cancel() {
        cancelled = true;
        if (subscription != null) {
            subscription.cancel();
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run(GraphqlRequest request, Caller caller) {
        try {
            switch (execution.begin(request, caller)) {
                case Outcome.Answered answered -> {
                    sink.next(answered.payload());
                    sink.rest();
                    sink.complete();
                }
                case Outcome.Refused refused -> sink.refused(refused.errors());
                case Outcome.Listening listening -> listen(listening.query(), listening.shape());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (EventReceiver.TooSlow e) {
            sink.broken(End.TOO_SLOW, 0);
        } catch (RuntimeException e) {
            if (!isCancelled()) {
                LOG.error("could not run an operation", e);
                sink.broken(End.FAULT, 0);
            }
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private synchronized void listen(EventQuery query, EventShape shape) {
        thread = null;
        if (!cancelled) {
            subscription = feed.subscribe(query, new Receiver(shape));
        }
    }

    /** Renders what the feed hands over. */
    private final class Receiver implements EventReceiver {

        private final EventShape shape;

        private Receiver(EventShape shape) {
            this.shape = shape;
        }

        @Override
        public void take(DealEvent event) throws InterruptedException {
            sink.next(renderer.render(shape, event));
        }

        @Override
        public void quiet() throws InterruptedException {
            sink.rest();
        }

        @Override
        public void end(End end, long cursor) {
            if (end != End.COMPLETE) {
                sink.broken(end, cursor);
                return;
            }
            try {
                sink.complete();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TooSlow e) {
                sink.broken(End.TOO_SLOW, cursor);
            }
        }
    }
}

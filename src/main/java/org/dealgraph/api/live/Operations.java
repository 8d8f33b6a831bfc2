package org.dealgraph.api.live;

import jakarta.inject.Singleton;
import org.dealgraph.api.EventRenderer;
import org.dealgraph.api.Execution;
import org.dealgraph.event.EventFeed;

/** Makes operations for the transports. */
@Singleton
final class Operations {

    private final Execution execution;
    private final EventFeed feed;
    private final EventRenderer renderer;

    Operations(Execution execution, EventFeed feed, EventRenderer renderer) {
        this.execution = execution;
        this.feed = feed;
        this.renderer = renderer;
    }

    /** An operation that is not started yet. */
    LiveOperation create(OperationSink sink) {
        return new LiveOperation(execution, feed, renderer, sink);
    }
}

package org.dealgraph.event;

import java.util.LinkedHashSet;
import java.util.Set;

/** Everyone who listens by one filter. */
final class Listeners {

    private final EventFilter filter;
    private final Set<EventSubscription> subscriptions = new LinkedHashSet<>();
    private long seen;

    Listeners(EventFilter filter) {
        this.filter = filter;
    }

    EventFilter filter() {
        return filter;
    }

    Set<EventSubscription> subscriptions() {
        return subscriptions;
    }

    /** Whether this was not called with that number last. */
    boolean isFirst(long event) {
        boolean first = seen != event;
        seen = event;
        return first;
    }
}

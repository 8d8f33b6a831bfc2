package org.dealgraph.event;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Revision;

/** The log of revisions backwards, for those who want the latest first and come once in a while. */
@Singleton
public final class EventHistory {

    private final GraphStore store;
    private final RevisionRepository revisions;
    private final DealMatcher matcher;

    EventHistory(GraphStore store, RevisionRepository revisions, DealMatcher matcher) {
        this.store = store;
        this.revisions = revisions;
        this.matcher = matcher;
    }

    /**
     * A step back through the log.
     *
     * @param events those that matched, latest first
     * @param reached every match at or above this number is among the events of this step or of those before it; 1 at
     *     the beginning of the log
     */
    public record Step(List<DealEvent> events, long reached) {}

    /** The number of the latest event, 0 where there is none. */
    public long last() {
        return store.read(revisions::last);
    }

    /** Looks at no more than {@code most} revisions of the filter's kinds and causes below a number. */
    public Step before(EventFilter filter, long number, int most) {
        List<Revision> found =
                store.read(tx -> revisions.listBefore(tx, number, filter.kinds(), filter.causes(), most));
        List<DealEvent> events = found.stream()
                .map(DealEvent::of)
                .filter(event -> filter.matches(event, matcher))
                .toList();
        return new Step(events, found.size() < most ? 1 : found.getLast().number());
    }

    /** The event of a number. */
    public Optional<DealEvent> find(long number) {
        return store.read(tx -> revisions.listBefore(tx, number + 1, null, null, 1)).stream()
                .filter(revision -> revision.number() == number)
                .map(DealEvent::of)
                .findFirst();
    }
}

package org.dealgraph.event;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.graph.SharedRead;
import org.dealgraph.model.Revision;

/**
 * The log of revisions, read by cursor. A page never jumps over a number: a reader may see a later entry of a transaction
 * that is just being committed before an earlier one, and then waits for it. What was read never changes: the latest events
 * are kept, and the last few full pages, so that many who start at one time, or from the beginning, read it once.
 */
@Singleton
public final class EventLog {

    private static final int PAGE = 512;
    private static final int KEPT = 4;

    private final GraphStore store;
    private final RevisionRepository revisions;
    private final SharedRead<Long> last;
    private final Tail tail = new Tail(KEPT * PAGE);

    private final Map<Long, List<DealEvent>> pages = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<DealEvent>> eldest) {
            return size() > KEPT;
        }
    };

    EventLog(GraphStore store, RevisionRepository revisions) {
        this.store = store;
        this.revisions = revisions;
        this.last = new SharedRead<>("last-revision", () -> store.ask(revisions::last));
    }

    /** The number of the latest event, 0 where there is none. */
    public long last() {
        return last.get();
    }

    /** The next events after a number, in order and without a gap; empty where there is none yet. */
    List<DealEvent> listAfter(long after) {
        List<DealEvent> known = tail.after(after, PAGE);
        if (!known.isEmpty()) {
            return known;
        }
        long page = after / PAGE;
        if ((page + 1) * PAGE <= tail.end()) {
            List<DealEvent> full = page(page);
            return full.subList((int) (after % PAGE), full.size());
        }
        return read(after);
    }

    private List<DealEvent> page(long page) {
        synchronized (pages) {
            List<DealEvent> kept = pages.get(page);
            if (kept != null) {
                return kept;
            }
        }
        List<DealEvent> read = read(page * PAGE);
        if (read.size() < PAGE) {
            throw new IllegalStateException(
                    "could not read the log of revisions: a number is missing after " + (page * PAGE + read.size()));
        }
        synchronized (pages) {
            pages.put(page, read);
        }
        return read;
    }

    private List<DealEvent> read(long after) {
        List<Revision> found = store.ask(tx -> revisions.listAfter(tx, after, PAGE));
        int whole = (int) IntStream.range(0, found.size())
                .takeWhile(i -> found.get(i).number() == after + 1 + i)
                .count();
        List<DealEvent> events =
                found.subList(0, whole).stream().map(DealEvent::of).toList();
        tail.add(events);
        return events;
    }
}

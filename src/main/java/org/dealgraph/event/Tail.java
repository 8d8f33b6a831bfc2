package org.dealgraph.event;

import java.util.ArrayList;
import java.util.List;

/** The latest events that were read, without a gap and no more than so many. */
final class Tail {

    private final DealEvent[] ring;
    private long begin;
    private long end;

    Tail(int most) {
        ring = new DealEvent[most];
    }

    /** The number of the latest; 0 where nothing was read. */
    synchronized long end() {
        return end;
    }

    /** Takes what follows on the latest; where events lie further on, what was kept before them is dropped. */
    synchronized void add(List<DealEvent> events) {
        for (DealEvent event : events) {
            if (event.number() > end) {
                begin = event.number() == end + 1 && end > 0
                        ? Math.max(begin, event.number() - ring.length + 1)
                        : event.number();
                end = event.number();
                ring[(int) (end % ring.length)] = event;
            }
        }
    }

    /** At most so many after a number; none where those that follow it are not kept. */
    synchronized List<DealEvent> after(long number, int most) {
        if (number + 1 < begin || number >= end) {
            return List.of();
        }
        List<DealEvent> found = new ArrayList<>();
        for (long next = number + 1; next <= end && found.size() < most; next++) {
            found.add(ring[(int) (next % ring.length)]);
        }
        return found;
    }
}

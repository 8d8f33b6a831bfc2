package org.dealgraph.api.live;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.dealgraph.access.Caller;

/** Counts who is connected, so that nobody holds more than a share. */
@Singleton
final class Connections {

    private final LiveSettings settings;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private int open;

    Connections(LiveSettings settings) {
        this.settings = settings;
    }

    /** Counts one more; false where there are enough. */
    synchronized boolean enter(Caller caller) {
        int same = byAddress.getOrDefault(caller.id(), 0);
        boolean bounded = caller.isAnonymous() && !caller.id().startsWith("127.");
        if (open >= settings.connections() || (bounded && same >= settings.perAddress())) {
            return false;
        }
        open++;
        byAddress.put(caller.id(), same + 1);
        return true;
    }

    synchronized void leave(Caller caller) {
        open--;
        byAddress.computeIfPresent(caller.id(), (id, same) -> same > 1 ? same - 1 : null);
    }

    synchronized int open() {
        return open;
    }
}

package org.dealgraph.api.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.dealgraph.access.Caller;

/** One connection with server-sent events that carries the answers of several operations, asked for beside it. */
final class Reservation {

    private final String token;
    private final Caller holder;
    private final EventStream stream;
    private final Map<String, LiveOperation> running = new ConcurrentHashMap<>();
    private boolean taken;

    Reservation(String token, Caller holder, BooleanSupplier standing, LiveSettings settings, Runnable onClose) {
        this.token = token;
        this.holder = holder;
        this.stream = new EventStream(settings.sendWait(), settings.ping(), standing, () -> {
            cancel();
            onClose.run();
        });
    }

    String token() {
        return token;
    }

    EventStream stream() {
        return stream;
    }

    /** Whether the one who asks is the one who reserved. */
    boolean isOf(Caller caller) {
        return holder.id().equals(caller.id());
    }

    /** Makes the connection this one's; false where it has one. */
    synchronized boolean take() {
        boolean free = !taken;
        taken = true;
        return free;
    }

    synchronized boolean isTaken() {
        return taken;
    }

    Map<String, LiveOperation> running() {
        return running;
    }

    /** Whether an operation of this id was running, and no longer is. */
    boolean finish(String id) {
        return running.remove(id) != null;
    }

    void cancel() {
        running.values().forEach(LiveOperation::cancel);
        running.clear();
    }
}

package org.dealgraph.api.live;

import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dealgraph.access.Caller;
import org.dealgraph.api.Gate;
import org.dealgraph.api.GraphqlRequest.Malformed;
import org.dealgraph.model.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is said on one WebSocket: first connection_init, then operations by their ids. Everything it hears comes on the
 * connection's event loop, and nothing here blocks it.
 */
final class SocketConversation {

    private static final String TOO_MANY =
            "[{\"message\":\"too many operations on this connection\",\"extensions\":{\"code\":\"TOO_MANY_OPERATIONS\"}}]";
    private static final String TOO_OFTEN =
            "[{\"message\":\"too many requests\",\"extensions\":{\"code\":\"TOO_MANY_REQUESTS\"}}]";

    private final SocketChannel channel;
    private final Operations operations;
    private final LiveSettings settings;
    private final Gate gate;
    private final @Nullable String authorization;
    private final Runnable onEnd;
    private final Map<String, LiveOperation> running = new ConcurrentHashMap<>();
    private volatile Caller caller;
    private volatile @Nullable String shown;
    private volatile boolean open;
    private volatile boolean over;
    private boolean greeted;
    private boolean heard = true;
    private @Nullable ScheduledFuture<?> clock;
    private @Nullable ScheduledFuture<?> greeting;

    SocketConversation(
            SocketChannel channel,
            Operations operations,
            LiveSettings settings,
            Gate gate,
            Caller caller,
            @Nullable String authorization,
            Runnable onEnd) {
        this.channel = channel;
        this.operations = operations;
        this.settings = settings;
        this.gate = gate;
        this.caller = caller;
        this.authorization = authorization;
        this.onEnd = onEnd;
    }

    /** Starts waiting for the first message, and asking whether the client is there. */
    void open(EventLoop loop) {
        long ping = settings.ping().toMillis();
        greeting = loop.schedule(
                () -> {
                    if (!greeted) {
                        refuse(SocketClose.INIT_TIMEOUT, "Connection initialisation timeout");
                    }
                },
                settings.initWait().toMillis(),
                TimeUnit.MILLISECONDS);
        clock = loop.scheduleAtFixedRate(this::tick, ping, ping, TimeUnit.MILLISECONDS);
    }

    void hear(String text) {
        heard = true;
        if (over) {
            return;
        }
        try {
            switch (SocketMessage.of(text)) {
                case SocketMessage.Init init -> greet(init);
                case SocketMessage.Ping ping -> answer("{\"type\":\"pong\"}");
                case SocketMessage.Pong pong -> isThere();
                case SocketMessage.Subscribe subscribe -> start(subscribe);
                case SocketMessage.Complete complete -> stop(complete.id());
            }
        } catch (Malformed e) {
            refuse(SocketClose.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    void isThere() {
        heard = true;
    }

    /** Ends the conversation with a code. */
    void refuse(int code, String reason) {
        channel.close(code, reason);
        over();
    }

    /** The connection is closed. */
    void over() {
        if (over) {
            return;
        }
        over = true;
        running.values().forEach(LiveOperation::cancel);
        running.clear();
        if (clock != null) {
            clock.cancel(false);
        }
        if (greeting != null) {
            greeting.cancel(false);
        }
        onEnd.run();
    }

    private void tick() {
        if (!heard) {
            refuse(SocketClose.GOING_AWAY, "No sign of life");
            return;
        }
        heard = false;
        channel.ping();
        String key = shown;
        if (key != null) {
            recognise(key, known -> caller = known);
        }
    }

    /** A client that keeps asking and does not read what it is answered is cut off. */
    private void answer(String text) {
        if (channel.isFull()) {
            refuse(SocketClose.TOO_SLOW, "Too slow");
        } else {
            channel.sendNow(text);
        }
    }

    private void greet(SocketMessage.Init init) {
        if (greeted) {
            refuse(SocketClose.INIT_TWICE, "Too many initialisation requests");
            return;
        }
        greeted = true;
        String key = init.authorization() == null ? authorization : init.authorization();
        if (key == null) {
            admit(caller);
            return;
        }
        shown = key;
        recognise(key, this::admit);
    }

    /** Goes on with whom a key is, looked up away from the event loop; a key that opens nothing any more ends it all. */
    private void recognise(String key, Consumer<Caller> then) {
        Thread.ofVirtual()
                .name("recognise")
                .start(() -> gate.find(key).ifPresentOrElse(then, () -> refuse(SocketClose.FORBIDDEN, "Forbidden")));
    }

    private void admit(Caller known) {
        if (!known.may(Scope.READ)) {
            refuse(SocketClose.FORBIDDEN, "Forbidden");
            return;
        }
        caller = known;
        open = true;
        channel.sendNow("{\"type\":\"connection_ack\"}");
    }

    private void start(SocketMessage.Subscribe subscribe) {
        String id = subscribe.id();
        if (!open) {
            refuse(SocketClose.UNAUTHORIZED, "Unauthorized");
            return;
        }
        if (running.containsKey(id)) {
            refuse(SocketClose.ID_TAKEN, "Subscriber for " + shortened(id) + " already exists");
            return;
        }
        SocketSink sink = new SocketSink(id, channel, this);
        if (running.size() >= settings.operations()) {
            answer(sink.error(TOO_MANY));
            return;
        }
        if (!gate.take(caller).allowed()) {
            answer(sink.error(TOO_OFTEN));
            return;
        }
        LiveOperation operation = operations.create(sink);
        running.put(id, operation);
        String key = shown;
        if (key == null || gate.recall(key).isPresent()) {
            operation.start(subscribe.request(), caller);
        } else {
            recognise(key, known -> operation.start(subscribe.request(), known));
        }
    }

    private void stop(String id) {
        LiveOperation operation = running.remove(id);
        if (operation != null) {
            operation.cancel();
        }
    }

    /** An operation has had its last word; false where the client ended it already. */
    boolean finished(String id) {
        return running.remove(id) != null;
    }

    /** Close reasons have at most 123 bytes. */
    private static String shortened(String id) {
        return id.length() <= 40 && id.chars().allMatch(c -> c < 128) ? id : "this id";
    }
}

package org.dealgraph.api.live;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;
import org.dealgraph.event.EventReceiver.End;

/** Wraps the answers of one operation into messages; those that come at one time are sent together. */
final class SocketSink implements OperationSink {

    private static final int TOGETHER = 16_384;

    /** Used by the operation's own thread only. */
    private final List<String> held = new ArrayList<>();

    private int size;

    private final String id;
    private final String quoted;
    private final String start;
    private final SocketChannel channel;
    private final SocketConversation conversation;

    SocketSink(String id, SocketChannel channel, SocketConversation conversation) {
        this.id = id;
        this.quoted = '"' + new String(JsonStringEncoder.getInstance().quoteAsString(id)) + '"';
        this.start = "{\"id\":" + quoted + ",\"type\":\"next\",\"payload\":";
        this.channel = channel;
        this.conversation = conversation;
    }

    @Override
    public void next(String payload) throws InterruptedException {
        String message = start + payload + "}";
        held.add(message);
        size += message.length();
        if (size > TOGETHER) {
            rest();
        }
    }

    @Override
    public void rest() throws InterruptedException {
        if (!held.isEmpty()) {
            channel.send(List.copyOf(held));
            held.clear();
            size = 0;
        }
    }

    @Override
    public void refused(String errors) throws InterruptedException {
        if (conversation.finished(id)) {
            channel.send(List.of(error(errors)));
        }
    }

    @Override
    public void complete() throws InterruptedException {
        rest();
        if (conversation.finished(id)) {
            channel.send(List.of("{\"id\":" + quoted + ",\"type\":\"complete\"}"));
        }
    }

    /** A client that is too slow loses its connection: it would not read an error among what it has not read. */
    @Override
    public void broken(End why, long cursor) {
        held.forEach(channel::sendNow);
        held.clear();
        if (conversation.finished(id)) {
            channel.sendNow(error(EndMessage.errors(why, cursor)));
            switch (why) {
                case TOO_SLOW -> conversation.refuse(SocketClose.TOO_SLOW, "Too slow: go on after " + cursor);
                case CLOSED -> conversation.refuse(SocketClose.GOING_AWAY, "The server stops");
                case FAULT, COMPLETE -> {}
            }
        }
    }

    String error(String errors) {
        return "{\"id\":" + quoted + ",\"type\":\"error\",\"payload\":" + errors + "}";
    }
}

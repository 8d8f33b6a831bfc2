package org.dealgraph.api.live;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.dealgraph.event.EventReceiver.End;

/** Wraps the answers of one operation into messages. */
final class SocketSink implements OperationSink {

    private final String id;
    private final String quoted;
    private final SocketChannel channel;
    private final SocketConversation conversation;

    SocketSink(String id, SocketChannel channel, SocketConversation conversation) {
        this.id = id;
        this.quoted = '"' + new String(JsonStringEncoder.getInstance().quoteAsString(id)) + '"';
        this.channel = channel;
        this.conversation = conversation;
    }

    @Override
    public void next(String payload) throws InterruptedException {
        channel.send("{\"id\":" + quoted + ",\"type\":\"next\",\"payload\":" + payload + "}");
    }

    @Override
    public void refused(String errors) throws InterruptedException {
        if (conversation.finished(id)) {
            channel.send(error(errors));
        }
    }

    @Override
    public void complete() throws InterruptedException {
        if (conversation.finished(id)) {
            channel.send("{\"id\":" + quoted + ",\"type\":\"complete\"}");
        }
    }

    /** A client that is too slow loses its connection: it would not read an error among what it has not read. */
    @Override
    public void broken(End why, long cursor) {
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

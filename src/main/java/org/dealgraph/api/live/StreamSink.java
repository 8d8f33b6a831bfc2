package org.dealgraph.api.live;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.function.BooleanSupplier;
import org.dealgraph.event.EventReceiver.End;
import org.jspecify.annotations.Nullable;

/** Wraps the answers of one operation into server-sent events; with an id where the connection carries several. */
final class StreamSink implements OperationSink {

    private final EventStream stream;
    private final @Nullable String id;
    private final BooleanSupplier finished;

    /**
     * @param id of the operation; null where it has the connection for itself, which then ends with it
     * @param finished takes the operation off the list, and says whether it was on it
     */
    StreamSink(EventStream stream, @Nullable String id, BooleanSupplier finished) {
        this.stream = stream;
        this.id = id == null
                ? null
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(id)) + '"';
        this.finished = finished;
    }

    @Override
    public void next(String payload) throws InterruptedException {
        stream.next(id == null ? payload : "{\"id\":" + id + ",\"payload\":" + payload + "}");
    }

    @Override
    public void refused(String errors) throws InterruptedException {
        next("{\"errors\":" + errors + "}");
        complete();
    }

    @Override
    public void complete() throws InterruptedException {
        if (!finished.getAsBoolean()) {
            return;
        }
        stream.complete(id == null ? "" : "{\"id\":" + id + "}");
        if (id == null) {
            stream.close();
        }
    }

    @Override
    public void broken(End why, long cursor) {
        try {
            if (why == End.FAULT) {
                refused(EndMessage.errors(why, cursor));
            } else if (finished.getAsBoolean()) {
                next("{\"errors\":" + EndMessage.errors(why, cursor) + "}");
                stream.close();
            }
        } catch (InterruptedException | org.dealgraph.event.EventReceiver.TooSlow e) {
            stream.close();
        }
    }
}

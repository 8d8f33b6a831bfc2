package org.dealgraph.api.live;

import org.dealgraph.event.EventReceiver.End;

/** Where the answers of one operation go. */
interface OperationSink {

    /** One answer or event as JSON; returns when the client can take another. */
    void next(String payload) throws InterruptedException;

    /** The operation was not executed; the errors as a JSON array. */
    void refused(String errors) throws InterruptedException;

    /** No more answers come. */
    void complete() throws InterruptedException;

    /** The stream ends before its time. */
    void broken(End why, long cursor);
}

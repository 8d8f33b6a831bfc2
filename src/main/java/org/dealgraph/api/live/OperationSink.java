package org.dealgraph.api.live;

import org.dealgraph.event.EventReceiver.End;

/** Where the answers of one operation go. */
interface OperationSink {

    /** One answer or event as JSON; may be held until {@link #rest}, and waits where the client cannot take another. */
    void next(String payload) throws InterruptedException;

    /** Nothing else follows just now: what is held is sent. */
    default void rest() throws InterruptedException {}

    /** The operation was not executed; the errors as a JSON array. */
    void refused(String errors) throws InterruptedException;

    /** No more answers come. */
    void complete() throws InterruptedException;

    /** The stream ends before its time. */
    void broken(End why, long cursor);
}

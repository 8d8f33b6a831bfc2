package org.dealgraph.event;

/** The one who hears; called by one thread, in the order of the log. */
public interface EventReceiver {

    /** Why no more events come. */
    enum End {
        /** As many were delivered as were asked for. */
        COMPLETE,
        /** Events came faster than this listener took them, and the buffer is full. */
        TOO_SLOW,
        /** The log could not be read, or an event could not be delivered. */
        FAULT,
        /** The server stops. */
        CLOSED
    }

    /** Takes one event and returns when it can take another; may block, and may be interrupted. */
    void take(DealEvent event) throws InterruptedException;

    /** Nothing else waits just now: what was taken may be sent on together. */
    default void quiet() throws InterruptedException {}

    /**
     * Told once, last.
     *
     * @param end why
     * @param cursor number of the last event that was taken or passed over: listening after it misses nothing
     */
    void end(End end, long cursor);

    /** Thrown by {@link #take} where the listener does not take the event in time. */
    final class TooSlow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public TooSlow(String message) {
            super(message);
        }
    }
}

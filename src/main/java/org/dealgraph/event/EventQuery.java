package org.dealgraph.event;

/**
 * What someone wants to hear.
 *
 * @param filter which events
 * @param after the number after which to start; 0 is the beginning
 * @param first how many events to deliver before the stream ends; {@link Long#MAX_VALUE} for no end
 */
public record EventQuery(EventFilter filter, long after, long first) {}

package org.dealgraph.api.live;

import org.dealgraph.event.EventReceiver.End;

/** What a client is told when its stream ends before its time. */
final class EndMessage {

    private EndMessage() {}

    /** One GraphQL error as a JSON array; nothing in it needs escaping. */
    static String errors(End end, long cursor) {
        return switch (end) {
            case TOO_SLOW ->
                "[{\"message\":\"events came faster than they were taken: go on after the cursor\",\"extensions\":{\"code\":\"TOO_SLOW\",\"cursor\":\""
                        + cursor + "\"}}]";
            case CLOSED ->
                "[{\"message\":\"the server stops: go on after the cursor\",\"extensions\":{\"code\":\"CLOSED\",\"cursor\":\""
                        + cursor + "\"}}]";
            case FAULT, COMPLETE ->
                "[{\"message\":\"could not go on: a fault of the server, see its log\",\"extensions\":{\"code\":\"INTERNAL\",\"cursor\":\""
                        + cursor + "\"}}]";
        };
    }
}

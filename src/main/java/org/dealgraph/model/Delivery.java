package org.dealgraph.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a message to a webhook.
 *
 * @param webhook its id
 * @param number of the attempt in the webhook's log, from 1
 * @param message id of the message, the same for every attempt
 * @param event number of the revision; 0 for a test
 * @param attempt which attempt of this message it was, from 1
 * @param at when it began
 * @param millis how long it took
 * @param status of the answer; 0 where there was none
 * @param outcome what came of it
 * @param reason why it failed, or null
 * @param next when it is tried again, or null
 */
public record Delivery(
        String webhook,
        long number,
        String message,
        long event,
        int attempt,
        Instant at,
        long millis,
        int status,
        Outcome outcome,
        @Nullable String reason,
        @Nullable Instant next) {

    /** What came of an attempt. */
    public enum Outcome {
        /** The receiver took it. */
        DELIVERED,
        /** It is tried again later. */
        FAILED,
        /** It is not tried again by itself: the message is a dead letter. */
        DEAD,
        /** The webhook was disabled; the message stays where it is. */
        DISABLED
    }
}

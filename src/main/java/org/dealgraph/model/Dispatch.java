package org.dealgraph.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mail: an issue on its way to one address. It is written down before anything is sent, so that no crash can send it
 * twice.
 *
 * @param issue id of the issue
 * @param recipient fingerprint of the address; the address itself is not kept
 * @param state how far it has come
 * @param attempts how often it was handed to the mail server
 * @param due when it is tried next; null where it is not tried again
 * @param at when the state was reached
 * @param reply what the mail server said last, or why it was left, or null
 */
public record Dispatch(
        String issue,
        String recipient,
        State state,
        int attempts,
        @Nullable Instant due,
        Instant at,
        @Nullable String reply) {

    /** How far a mail has come. */
    public enum State {
        /** Not tried yet. */
        PENDING,
        /** Claimed: its words are on their way to the mail server. Nobody ever claims it again. */
        SENDING,
        /** The mail server took it. */
        SENT,
        /** The mail server said "not now", or could not be reached: it is tried again. */
        DEFERRED,
        /** The mail server said no. */
        REFUSED,
        /** Deferred too often. */
        FAILED,
        /** Not sent: unsubscribed, not deliverable, or off the list before its turn. */
        SKIPPED,
        /** The sender or its line broke while it was sent: it may have arrived or not, and is not sent again. */
        UNKNOWN
    }

    /** The same everywhere. */
    public String id() {
        return issue + " " + recipient;
    }
}

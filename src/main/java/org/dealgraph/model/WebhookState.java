package org.dealgraph.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the deliveries to a webhook have come.
 *
 * @param cursor number of the last revision that was delivered, passed over or given up
 * @param logged number of the last attempt in the log
 * @param delivered how many messages the receiver took
 * @param head number of the revision that failed last and is still to be delivered; 0 where there is none
 * @param attempts how often that was tried
 * @param due when it is tried again, or null
 * @param failingSince since when nothing was delivered, or null
 * @param tested the last test that was carried out, or null
 * @param again the last request for dead letters that was carried out, or null
 */
public record WebhookState(
        long cursor,
        long logged,
        long delivered,
        long head,
        int attempts,
        @Nullable Instant due,
        @Nullable Instant failingSince,
        @Nullable String tested,
        @Nullable String again) {

    /** Nothing was delivered yet, and the first message comes after a revision. */
    public static WebhookState after(long cursor) {
        return new WebhookState(cursor, 0, 0, 0, 0, null, null, null, null);
    }

    /** The next message comes after another revision, at once. */
    public WebhookState from(long other) {
        return new WebhookState(other, logged, delivered, 0, 0, null, null, tested, again);
    }

    /** A message was taken; the number of its revision, or 0 for one that no revision stands for. */
    public WebhookState delivered(long event) {
        return event == 0
                ? new WebhookState(cursor, logged + 1, delivered + 1, head, attempts, due, null, tested, again)
                : new WebhookState(event, logged + 1, delivered + 1, 0, 0, null, null, tested, again);
    }

    /** A message was not taken and is tried again. */
    public WebhookState failed(long event, Instant at, @Nullable Instant next) {
        return new WebhookState(
                cursor,
                logged + 1,
                delivered,
                event,
                attemptsOf(event) + 1,
                next,
                failingSince == null ? at : failingSince,
                tested,
                again);
    }

    /** A message was given up. */
    public WebhookState dead(long event, Instant at) {
        return new WebhookState(
                event, logged + 1, delivered, 0, 0, null, failingSince == null ? at : failingSince, tested, again);
    }

    /** An attempt that changes nothing but the log. */
    public WebhookState noted() {
        return new WebhookState(cursor, logged + 1, delivered, head, attempts, due, failingSince, tested, again);
    }

    /** Nothing up to a revision was to be delivered. */
    public WebhookState passed(long number) {
        return new WebhookState(
                Math.max(cursor, number), logged, delivered, head, attempts, due, failingSince, tested, again);
    }

    /** These requests were carried out. */
    public WebhookState did(@Nullable String test, @Nullable String letters) {
        return new WebhookState(cursor, logged, delivered, head, attempts, due, failingSince, test, letters);
    }

    /** How often the message of a revision was tried. */
    public int attemptsOf(long event) {
        return event == head ? attempts : 0;
    }
}

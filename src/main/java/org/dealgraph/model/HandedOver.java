package org.dealgraph.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An issue on its way to a tool.
 *
 * @param issue its id
 * @param place id of the tool and its address
 * @param done whether the tool has it
 * @param attempts how often it was tried
 * @param due when it is tried next; null where it is not tried again
 * @param at when it was tried last, or when it was published
 * @param detail the draft's address or id where it is done, else what went wrong, or null
 */
public record HandedOver(
        String issue,
        String place,
        boolean done,
        int attempts,
        @Nullable Instant due,
        Instant at,
        @Nullable String detail) {

    /** The same everywhere. */
    public String id() {
        return issue + " " + place;
    }
}

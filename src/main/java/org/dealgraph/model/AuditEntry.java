package org.dealgraph.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of the graph that somebody asked for with a key. The audit is numbered without gaps and only ever grows.
 *
 * @param number from 1
 * @param at when it was carried out
 * @param by name of the key
 * @param key id of the key
 * @param operation what was asked for
 * @param input its arguments, as canonical JSON; long texts by their length and hash
 * @param why the reason given, or null
 * @param before number of the last revision before it
 * @param after number of the last revision after it; those between are its own
 * @param effect what came of it, as canonical JSON
 */
public record AuditEntry(
        long number,
        Instant at,
        String by,
        String key,
        String operation,
        String input,
        @Nullable String why,
        long before,
        long after,
        String effect) {

    /** The same under its number. */
    public AuditEntry numbered(long as) {
        return new AuditEntry(as, at, by, key, operation, input, why, before, after, effect);
    }
}

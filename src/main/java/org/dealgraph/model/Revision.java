package org.dealgraph.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of one deal. The log is global, numbered without gaps, and only ever grows.
 *
 * @param number the cursor, from 1
 * @param deal id of the deal
 * @param kind what happened
 * @param cause why
 * @param recordedAt when this graph learned of it
 * @param before the deal before, as canonical JSON, or null when new
 * @param after the deal after, as canonical JSON, or null when gone
 * @param claims the claims behind the change
 */
public record Revision(
        long number,
        String deal,
        Kind kind,
        Cause cause,
        Instant recordedAt,
        @Nullable String before,
        @Nullable String after,
        List<String> claims) {

    /** What happened to the deal. */
    public enum Kind {
        ADDED,
        CORROBORATED,
        AMENDED,
        DISPUTED,
        STRENGTHENED,
        WEAKENED,
        ENDED,
        RETRACTED,
        MERGED,
        SPLIT
    }

    /** Why it happened. */
    public enum Cause {
        NEWS,
        BACKFILL,
        REREAD,
        JUDGEMENT
    }
}

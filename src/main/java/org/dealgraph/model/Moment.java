package org.dealgraph.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates that a question is asked at; null asks for now.
 *
 * @param asOf what was agreed, and had not ended, on the last day of this date
 * @param knownAt what had been published by the last day of this date
 * @param recordedAt what this graph held at this instant
 */
public record Moment(
        @Nullable PartialDate asOf,
        @Nullable PartialDate knownAt,
        @Nullable Instant recordedAt) {

    /** Everything that is known now. */
    public static final Moment NOW = new Moment(null, null, null);

    /** The last day of {@code asOf}, whose standing edges count; null for those of today. */
    public @Nullable LocalDate day() {
        return asOf == null ? null : asOf.latest();
    }

    /** Whether what is known is limited, so that deals have to be computed from fewer claims. */
    public boolean past() {
        return knownAt != null || recordedAt != null;
    }

    /** Whether nothing is limited. */
    public boolean now() {
        return asOf == null && !past();
    }

    /** The same knowledge, whatever was agreed when. */
    public Moment knowledge() {
        return new Moment(null, knownAt, recordedAt);
    }
}

package org.dealgraph.model;

/** How far a term has come, from talk to money moved, or how it ended. */
public enum Stage {
    TALKS,
    LETTER_OF_INTENT,
    AGREED,
    DEFINITIVE,
    CLOSED,
    EXPIRED,
    LAPSED,
    CANCELLED,
    REPLACED;

    /** Whether nothing is owed under it any more. */
    public boolean ended() {
        return compareTo(EXPIRED) >= 0;
    }

    /** Whether it counts as agreed: signed, or further, and not ended. */
    public boolean agreed() {
        return this == AGREED || this == DEFINITIVE || this == CLOSED;
    }
}

package org.dealgraph.output.handover;

import org.jspecify.annotations.Nullable;

/** An issue could not be handed over; the message holds no key. */
public final class HandOverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    HandOverException(String message, boolean passing, @Nullable Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /** Whether it can go well another time. */
    public boolean isPassing() {
        return passing;
    }
}

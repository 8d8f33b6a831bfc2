package org.dealgraph.output.mail;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Spreads mails evenly: so many a minute, and never two sooner after each other. */
public final class Pace {

    private final long between;
    private final LongSupplier nanos;
    private long next;
    private boolean begun;

    public Pace(int perMinute, LongSupplier nanos) {
        this.between = Duration.ofMinutes(1).toNanos() / perMinute;
        this.nanos = nanos;
    }

    /** Takes the next turn: how long to wait for it. */
    public Duration turn() {
        long now = nanos.getAsLong();
        long at = begun ? Math.max(now, next) : now;
        begun = true;
        next = at + between;
        return Duration.ofNanos(at - now);
    }
}

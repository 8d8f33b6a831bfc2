package org.dealgraph.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.dealgraph.fetch.Outcome.Failed;
import org.dealgraph.fetch.Outcome.Fetched;
import org.dealgraph.fetch.Outcome.NotModified;
import org.dealgraph.fetch.Outcome.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Whether a source may be asked again: after each failure it rests twice as long as before, give or take a half so that
 * sources which failed together do not come back together, and as long as its server asks at least.
 *
 * @param failures in a row
 * @param until when it may be asked again, or null for at once
 */
public record Circuit(int failures, @Nullable Instant until) {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST_DOUBLINGS = 16;

    /** Of a source that has not failed. */
    public static Circuit closed() {
        return new Circuit(0, null);
    }

    /** Whether the source may be asked now. */
    public boolean allows(Instant now) {
        return until == null || !now.isBefore(until);
    }

    /** How it stands after an outcome. */
    public Circuit after(Outcome outcome, Instant now, RandomGenerator random) {
        return switch (outcome) {
            case Fetched fetched -> closed();
            case NotModified same -> closed();
            case Refused refused -> opened(now, null, random);
            case Failed failed -> opened(now, failed.retryAfter(), random);
        };
    }

    private Circuit opened(Instant now, @Nullable Duration asked, RandomGenerator random) {
        Duration rest = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration bounded = rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
        Duration spread = Duration.ofMillis((long) (bounded.toMillis() * (0.5 + random.nextDouble())));
        Duration longer = asked != null && asked.compareTo(spread) > 0 ? asked : spread;
        return new Circuit(failures + 1, now.plus(longer));
    }
}

package org.dealgraph.output.newsletter;

import io.micronaut.scheduling.cron.CronExpression;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import org.dealgraph.model.Newsletter.Timetable;

/**
 * When issues are due. A time of day that a clock skips in spring comes at the moment when the clock goes on; one that it
 * shows twice in autumn comes once, the first time.
 */
final class Schedule {

    /** Beyond any number of due times that one moment of a clock can stand for. */
    private static final int MOST_STEPS = 10_000;

    private final CronExpression cron;
    private final ZoneId zone;

    Schedule(Timetable timetable) {
        this.cron = CronExpression.create(timetable.cron());
        this.zone = ZoneId.of(timetable.zone());
    }

    /** The first due moment after another; empty where there is none in the years to come. */
    Optional<Instant> next(Instant after) {
        LocalDateTime local = LocalDateTime.ofInstant(after, zone);
        for (int i = 0; i < MOST_STEPS; i++) {
            Optional<LocalDateTime> next = next(local);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            local = next.get();
            Instant at = resolve(local);
            if (at.isAfter(after)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** The last due moment after {@code after} and not after {@code now}. */
    Optional<Instant> last(Instant after, Instant now) {
        Optional<Instant> last = Optional.empty();
        Optional<Instant> next = next(after);
        while (next.isPresent() && !next.get().isAfter(now)) {
            last = next;
            next = next(next.get());
        }
        return last;
    }

    /** On a clock that never changes; what the real one does is {@link #resolve}'s. */
    private Optional<LocalDateTime> next(LocalDateTime local) {
        try {
            return Optional.of(cron.nextTimeAfter(local.atZone(ZoneOffset.UTC)).toLocalDateTime());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Instant resolve(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (!offsets.isEmpty()) {
            return local.toInstant(offsets.getFirst());
        }
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        return gap.getInstant();
    }
}

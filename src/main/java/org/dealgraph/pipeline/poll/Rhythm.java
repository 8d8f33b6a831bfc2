package org.dealgraph.pipeline.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.dealgraph.model.Source;
import org.dealgraph.model.SourceState;
import org.jspecify.annotations.Nullable;

/**
 * How often a source is asked, and when it is silent.
 *
 * <p>A poll that brings something shortens the interval by a third, one that brings nothing lengthens it by a fifth, from
 * a quarter of what the source's file says to four times as much, and never beyond the run's bounds. A tenth of chance
 * keeps sources from being asked in step.
 *
 * <p>Silence: were entries to come by chance at the expected rate, five expected entries would all fail to come once in
 * 150 times. So a source is silent when nothing new came for as long as five entries take, three days at least because of
 * weekends and eight weeks at most.
 */
final class Rhythm {

    private static final double FASTER = 2.0 / 3;
    private static final double SLOWER = 1.2;
    private static final int RANGE = 4;
    private static final double CHANCE = 0.1;
    private static final int MISSED = 5;
    private static final Duration SHORTEST_SILENCE = Duration.ofDays(3);
    private static final Duration LONGEST_SILENCE = Duration.ofDays(56);

    private final Duration shortest;
    private final Duration longest;
    private final RandomGenerator random;

    Rhythm(PollSettings settings, RandomGenerator random) {
        this.shortest = settings.shortest();
        this.longest = settings.longest();
        this.random = random;
    }

    Duration after(Source source, Duration every, boolean brought) {
        Duration next = Duration.ofMillis((long) (every.toMillis() * (brought ? FASTER : SLOWER)));
        Duration low = longer(source.poll().dividedBy(RANGE), shortest);
        Duration high = longer(low, shorter(source.poll().multipliedBy(RANGE), longer(longest, source.poll())));
        return longer(low, shorter(next, high));
    }

    Instant due(Instant now, Duration every) {
        return now.plusMillis((long) (every.toMillis() * (1 - CHANCE + 2 * CHANCE * random.nextDouble())));
    }

    static boolean isSilent(Source source, SourceState state, Instant now) {
        if (source.expectedPerWeek() == 0) {
            return false;
        }
        Duration five = Duration.ofDays(7).multipliedBy(MISSED).dividedBy(source.expectedPerWeek());
        Duration patience = longer(SHORTEST_SILENCE, shorter(five, LONGEST_SILENCE));
        @Nullable Instant brought = state.brought();
        return (brought == null ? state.since() : brought).plus(patience).isBefore(now);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}

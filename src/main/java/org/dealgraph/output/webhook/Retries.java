package org.dealgraph.output.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a message is tried again. A pause is made up to a fifth longer by chance, so that receivers that fell over together
 * are not asked together; it is never shorter than the receiver asks for.
 */
final class Retries {

    private static final double JITTER = 0.2;
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private final List<Duration> pauses;
    private final DoubleSupplier chance;

    /**
     * A schedule.
     *
     * @param pauses after the first failure, the second and so on
     * @param chance from 0 to 1
     */
    Retries(List<Duration> pauses, DoubleSupplier chance) {
        this.pauses = List.copyOf(pauses);
        this.chance = chance;
    }

    /** The pause after so many failures of a message; empty where it is given up. */
    Optional<Duration> after(int failures, @Nullable Duration asked) {
        if (failures > pauses.size()) {
            return Optional.empty();
        }
        Duration pause = pauses.get(failures - 1);
        Duration spread = pause.plusMillis(Math.round(pause.toMillis() * JITTER * chance.getAsDouble()));
        Duration wanted = asked == null ? Duration.ZERO : asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return Optional.of(wanted.compareTo(spread) > 0 ? wanted : spread);
    }
}

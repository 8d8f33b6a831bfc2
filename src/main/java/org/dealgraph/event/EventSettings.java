package org.dealgraph.event;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the log is followed.
 *
 * @param poll how often the database is asked for new revisions while someone listens
 * @param buffer how many events may wait for one listener; more than that it reads from the log when it gets to them
 * @param patience how long a listener may be behind like that before it counts as too slow
 */
@ConfigurationProperties("dealgraph.events")
public record EventSettings(
        @Bindable(defaultValue = "50ms") Duration poll,
        @Bindable(defaultValue = "1000") int buffer,
        @Bindable(defaultValue = "30s") Duration patience) {

    public EventSettings {
        if (poll.toMillis() < 1 || buffer < 1) {
            throw new IllegalArgumentException(
                    "could not use dealgraph.events: poll must be at least 1ms, and buffer at least 1");
        }
    }
}

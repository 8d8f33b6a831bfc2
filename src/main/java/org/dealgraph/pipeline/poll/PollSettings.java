package org.dealgraph.pipeline.poll;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How sources are polled.
 *
 * @param enabled whether the server polls; off, because it asks others' servers in the operator's name
 * @param sources folder with one file a source; null for {@code ingest/sources}
 * @param concurrent hosts that are asked at once, each one request at a time
 * @param queue answers that may wait for the writer before nobody asks for more
 * @param entries of one feed that are read in one poll, the newest first; the rest follows in the next
 * @param shortest time between two polls of a source, however much it brings
 * @param longest time between two polls of a source, however little it brings
 * @param patience how long a stop waits for requests that are under way
 */
@ConfigurationProperties("dealgraph.poll")
public record PollSettings(
        @Bindable(defaultValue = "false") boolean enabled,
        @Nullable Path sources,
        @Bindable(defaultValue = "64") int concurrent,
        @Bindable(defaultValue = "200") int queue,
        @Bindable(defaultValue = "50") int entries,
        @Bindable(defaultValue = "5m") Duration shortest,
        @Bindable(defaultValue = "1d") Duration longest,
        @Bindable(defaultValue = "10s") Duration patience) {

    /** As the operator gets them who sets nothing. */
    public static PollSettings standard() {
        return new PollSettings(
                false, null, 64, 200, 50, Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofSeconds(10));
    }
}

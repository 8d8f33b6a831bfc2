package org.dealgraph.fetch;

import java.time.Duration;
import java.time.Instant;
import org.dealgraph.model.WrittenTime;
import org.jspecify.annotations.Nullable;

/** The header's two forms: seconds, or a date. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(7);

    private RetryAfter() {}

    static @Nullable Duration read(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        return WrittenTime.parse(text)
                .map(time -> bounded(Duration.between(Instant.now(), time.instant())))
                .orElse(null);
    }

    private static Duration bounded(Duration time) {
        if (time.isNegative()) {
            return Duration.ZERO;
        }
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }
}

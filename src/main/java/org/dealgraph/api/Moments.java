package org.dealgraph.api;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Instant;
import org.dealgraph.api.Faults.BadArgument;
import org.dealgraph.model.Moment;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** The dates a field is asked at: its own arguments, else those of the field that led to it. */
final class Moments {

    private static final Clock CLOCK = Clock.systemUTC();

    private Moments() {}

    /** The moment of a field. */
    static Moment of(DataFetchingEnvironment env) {
        PartialDate asOf = env.getArgument("asOf");
        PartialDate knownAt = env.getArgument("knownAt");
        Instant recordedAt = env.getArgument("recordedAt");
        if (recordedAt != null && recordedAt.isAfter(CLOCK.instant())) {
            throw new BadArgument("recordedAt: " + recordedAt + " has not come yet");
        }
        Moment led = env.getLocalContext() instanceof Moment moment ? moment : Moment.NOW;
        return new Moment(
                asOf == null ? led.asOf() : asOf,
                knownAt == null ? led.knownAt() : knownAt,
                recordedAt == null ? led.recordedAt() : recordedAt);
    }

    /** A value whose fields are asked at the same moment. */
    static <T> DataFetcherResult<@Nullable T> at(Moment moment, @Nullable T value) {
        return DataFetcherResult.<@Nullable T>newResult()
                .data(value)
                .localContext(moment)
                .build();
    }
}

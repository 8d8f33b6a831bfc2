package org.dealgraph.pipeline;

import java.time.Instant;
import java.util.function.Function;
import org.dealgraph.model.Revision.Cause;

/**
 * Why and when deals are computed again.
 *
 * @param causes the cause that a new claim brings, by its id
 * @param otherwise the cause where a deal changes without a new claim
 * @param at the moment to write on the revisions
 */
record Why(Function<String, Cause> causes, Cause otherwise, Instant at) {

    /** One cause for all. */
    static Why of(Cause cause, Instant at) {
        return new Why(id -> cause, cause, at);
    }
}

package org.dealgraph.pipeline.poll;

import java.util.List;
import org.dealgraph.fetch.Conditions;
import org.dealgraph.fetch.Outcome;
import org.dealgraph.model.FeedEntry;
import org.jspecify.annotations.Nullable;

/** What came of asking a source for its entries. */
sealed interface Listing {

    /** What the fetch came to. */
    Outcome outcome();

    /**
     * Its entries.
     *
     * @param entries all that it shows
     * @param conditions to ask with the next time
     * @param moved where the source has moved to for good, or null
     */
    record Shown(
            Outcome outcome,
            List<FeedEntry> entries,
            Conditions conditions,
            @Nullable String moved) implements Listing {}

    /** The same as the last time. */
    record Unchanged(Outcome outcome, @Nullable String moved) implements Listing {}

    /** Nothing, and why; the source is left alone for a while. */
    record Nothing(Outcome outcome, String why) implements Listing {}
}

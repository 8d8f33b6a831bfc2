package org.dealgraph.pipeline.poll;

import org.dealgraph.fetch.Outcome;
import org.dealgraph.pipeline.Input.Document;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading an entry.
 *
 * @param document what was read, or null
 * @param again whether it is worth another try later
 * @param fault why nothing, or only the feed's own words, could be read; or null
 * @param outcome of fetching its page, or null where the feed itself had all
 */
record Gathered(
        @Nullable Document document,
        boolean again,
        @Nullable String fault,
        @Nullable Outcome outcome) {}

package org.dealgraph.article;

import java.time.Instant;
import org.dealgraph.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Where a document came from, as the source's own file says it.
 *
 * @param source id of the source
 * @param publisher the source's publisher, which goes before what a page says of itself; or null
 * @param tier how far it is trusted
 * @param seen when it was fetched, or the file's date: stands in for a missing date of publication; or null
 */
public record Origin(
        String source,
        @Nullable String publisher,
        Tier tier,
        @Nullable Instant seen) {}

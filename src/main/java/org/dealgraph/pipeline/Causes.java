package org.dealgraph.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dealgraph.model.Article;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Revision.Cause;

/** Why taking in an article changes deals: news while it is fresh, else the past is filled in. */
final class Causes {

    private static final Duration FRESH = Duration.ofDays(14);

    private Causes() {}

    static Cause of(Article article, Instant now) {
        PartialDate published = article.published();
        if (published == null) {
            return Cause.BACKFILL;
        }
        Instant last =
                published.latest().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return last.plus(FRESH).isAfter(now) ? Cause.NEWS : Cause.BACKFILL;
    }
}

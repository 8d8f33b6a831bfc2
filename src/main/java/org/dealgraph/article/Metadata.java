package org.dealgraph.article;

import java.time.Instant;
import org.dealgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself.
 *
 * @param title may be empty
 * @param byline its authors, joined by commas, or null
 * @param publisher or null
 * @param published or null
 * @param modified or null
 * @param canonical address the page wants to be known by, or null
 * @param language as the page declares it, or null
 */
record Metadata(
        String title,
        @Nullable String byline,
        @Nullable String publisher,
        @Nullable PartialDate published,
        @Nullable Instant modified,
        @Nullable String canonical,
        @Nullable String language) {

    static Metadata of(String title, @Nullable PartialDate published) {
        return new Metadata(title, null, null, published, null, null, null);
    }
}

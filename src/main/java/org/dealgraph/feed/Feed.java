package org.dealgraph.feed;

import java.util.List;
import org.dealgraph.model.FeedEntry;
import org.jspecify.annotations.Nullable;

/**
 * A feed, a listing or a sitemap as it was read.
 *
 * @param title plain text, may be empty
 * @param link page it belongs to, or null
 * @param description as HTML without active parts, may be empty
 * @param language as declared, or null
 * @param author plain text, or null
 * @param entries in the feed's order, no two of one identity
 * @param parts addresses of further listings: the sitemaps of an index, the next page of an archive
 */
public record Feed(
        String title,
        @Nullable String link,
        String description,
        @Nullable String language,
        @Nullable String author,
        List<FeedEntry> entries,
        List<String> parts) {

    public Feed {
        entries = List.copyOf(entries);
        parts = List.copyOf(parts);
    }
}

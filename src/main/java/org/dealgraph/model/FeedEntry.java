package org.dealgraph.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed.
 *
 * @param id identity within its feed that survives changed GUIDs and tracking parameters
 * @param guid id the publisher gave it, or null where there is none
 * @param link address of the page, or null
 * @param title plain text
 * @param published or null
 * @param updated or null
 * @param author or null
 * @param categories tags
 * @param html content or summary as HTML without active parts, may be empty; not to be trusted all the same
 */
public record FeedEntry(
        String id,
        @Nullable String guid,
        @Nullable String link,
        String title,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String author,
        List<String> categories,
        String html) {

    public FeedEntry {
        categories = List.copyOf(categories);
    }
}

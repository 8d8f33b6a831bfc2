package org.dealgraph.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed.
 *
 * @param id identity within its feed that survives changed GUIDs and tracking parameters
 * @param link address of the page, or null
 * @param title plain text
 * @param published or null
 * @param updated or null
 * @param author or null
 * @param categories tags
 * @param html content or summary as HTML, may be empty; hostile
 */
public record FeedEntry(
        String id,
        @Nullable String link,
        String title,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String author,
        List<String> categories,
        String html) {}

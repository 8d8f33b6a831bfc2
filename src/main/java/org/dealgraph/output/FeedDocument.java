package org.dealgraph.output;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document of a feed before it is written as Atom, RSS or JSON Feed.
 *
 * @param id the same for every document and format of one feed
 * @param title one line, safe for readers that take it for markup
 * @param description one sentence on what is in it
 * @param home page that the feed belongs to
 * @param updated when the latest item changed
 * @param self this document's address in each format
 * @param current the latest document's address in each format; empty where this is the latest itself
 * @param previous the archive of what came before in each format; empty where there is none
 * @param next the archive that follows an archive in each format; empty where there is none
 * @param items latest first
 */
public record FeedDocument(
        String id,
        String title,
        String description,
        String home,
        Instant updated,
        Map<Format, String> self,
        Map<Format, String> current,
        Map<Format, String> previous,
        Map<Format, String> next,
        List<Item> items) {

    /** When a feed without an item last changed: validators find the beginning of computers' time implausible. */
    public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    public FeedDocument {
        self = Map.copyOf(self);
        current = Map.copyOf(current);
        previous = Map.copyOf(previous);
        next = Map.copyOf(next);
        items = List.copyOf(items);
    }

    boolean isArchive() {
        return !current.isEmpty();
    }

    /** In one of the three formats. */
    public String write(Format format) {
        return switch (format) {
            case ATOM -> AtomFeed.write(this);
            case RSS -> RssFeed.write(this);
            case JSON -> JsonFeed.write(this);
            case ICS, OPML -> throw new IllegalArgumentException("could not write a feed: " + format + " is none");
        };
    }

    /**
     * One item.
     *
     * @param id a tag URI, the same in every format
     * @param title one line, safe for readers that take it for markup
     * @param link its page
     * @param updated when, unlike that of every other item
     * @param recorded when, to the second
     * @param category what kind of item, or null
     * @param sources addresses that it rests on
     * @param related the page of what it takes the place of, or null
     * @param text its body as text
     * @param html its body as HTML
     * @param more what JSON Feed says below {@code _dealgraph}; empty for nothing
     */
    public record Item(
            String id,
            String title,
            String link,
            Instant updated,
            Instant recorded,
            @Nullable String category,
            List<String> sources,
            @Nullable String related,
            String text,
            String html,
            Map<String, Object> more) {

        public Item {
            sources = List.copyOf(sources);
        }
    }
}

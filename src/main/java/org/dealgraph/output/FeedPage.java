package org.dealgraph.output;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One document of a feed, before it is written in a format.
 *
 * @param base address of the server without a slash at the end
 * @param query what was asked for
 * @param words what that is called; empty where it is everything
 * @param previous the archive of what came before, or null
 * @param next for an archive that is followed by another: that one; else null
 * @param entries latest first
 */
record FeedPage(
        String base,
        FeedQuery query,
        String words,
        @Nullable Long previous,
        @Nullable Long next,
        List<Entry> entries) {

    static final String DESCRIPTION =
            "Who has committed what to whom in AI infrastructure: new deals, amendments, disputes and retractions, with the words that say so.";

    FeedPage {
        entries = List.copyOf(entries);
    }

    boolean isArchive() {
        return query.archive() != null;
    }

    /** The same for every document and format of one feed. */
    String id() {
        String path = query.at(null).path(Format.ATOM);
        int question = path.indexOf('?');
        return "tag:dealgraph.org,2026:feeds/deals" + (question < 0 ? "" : path.substring(question));
    }

    String title() {
        return title(words);
    }

    /** The title of a feed of what is called so. */
    static String title(String words) {
        String safe = SafeText.title(words);
        return safe.isEmpty() ? "Dealgraph" : SafeText.cut("Dealgraph: " + safe, Entry.Quote.LONGEST);
    }

    String home() {
        return base + "/";
    }

    String self(Format format) {
        return base + query.path(format);
    }

    String current(Format format) {
        return archive(format, null);
    }

    String archive(Format format, @Nullable Long archive) {
        return base + query.at(archive).path(format);
    }

    /** The latest of its entries' own. */
    Instant updated() {
        return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(FeedDocument.BEGINNING);
    }

    /** When the latest entry was recorded; where there is none, the beginning of the feeds. */
    Instant recorded() {
        return entries.stream().map(Entry::recorded).max(Instant::compareTo).orElse(FeedDocument.BEGINNING);
    }

    /** This page as every format writes it. */
    FeedDocument document() {
        return new FeedDocument(
                id(),
                title(),
                DESCRIPTION,
                home(),
                updated(),
                each(this::self),
                isArchive() ? each(this::current) : Map.of(),
                previous == null ? Map.of() : each(format -> archive(format, previous)),
                next == null ? Map.of() : each(format -> archive(format, next)),
                entries.stream().map(entry -> entry.item(base)).toList());
    }

    private static Map<Format, String> each(Function<Format, String> address) {
        return Stream.of(Format.ATOM, Format.RSS, Format.JSON).collect(Collectors.toMap(format -> format, address));
    }
}

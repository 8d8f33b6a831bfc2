package org.dealgraph.output;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dealgraph.model.Revision;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log as readers see it. It is the same in every format, and everything in it is text without control
 * characters that each format escapes in its own way.
 *
 * @param number of the revision
 * @param id a tag URI made of the revision's number and the deal's id: the same on every server of one graph, after
 *     every restart and in every format
 * @param title one line, safe for readers that take it for markup
 * @param kind what happened
 * @param cause why
 * @param recorded when, to the second, as not every format has more
 * @param terms the deal's terms as sentences with bounds, stage and dates
 * @param changes what differs, in words; empty for a deal that is new
 * @param quotes who says so, in which words
 * @param supersedes the revision that this one takes the place of, or null
 */
public record Entry(
        long number,
        String id,
        String title,
        Revision.Kind kind,
        Revision.Cause cause,
        Instant recorded,
        List<String> terms,
        List<Change> changes,
        List<Quote> quotes,
        @Nullable Reference supersedes) {

    public Entry {
        terms = List.copyOf(terms);
        changes = List.copyOf(changes);
        quotes = List.copyOf(quotes);
    }

    /** Where its page stands on a server; {@code base} ends without a slash. */
    public static String link(String base, long number) {
        return base + "/feeds/entries/" + number;
    }

    /** Where its page stands on a server; {@code base} ends without a slash. */
    public String link(String base) {
        return link(base, number);
    }

    /** As an item of a feed on a server whose address is {@code base}. */
    FeedDocument.Item item(String base) {
        return new FeedDocument.Item(
                id,
                title,
                link(base),
                updated(),
                recorded,
                kind.name(),
                quotes.stream()
                        .flatMap(quote -> quote.address().stream())
                        .distinct()
                        .toList(),
                supersedes == null ? null : link(base, supersedes.number()),
                Prose.text(this, base),
                Prose.html(this, base),
                more());
    }

    private Map<String, Object> more() {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("cursor", Long.toString(number));
        more.put("kind", kind.name());
        more.put("cause", cause.name());
        more.put(
                "changes",
                changes.stream()
                        .map(c -> Map.of("what", c.what(), "before", c.before(), "after", c.after()))
                        .toList());
        if (supersedes != null) {
            more.put("supersedes", supersedes.id());
        }
        return more;
    }

    /**
     * When it was recorded, with its number below the second: entries of one moment keep their order in readers that sort
     * by time, and no two are equal.
     */
    Instant updated() {
        return recorded.plusNanos(number % 1_000_000 * 1_000);
    }

    /** The sentence that says what kind of event it is. */
    public String what() {
        return switch (kind) {
            case ADDED -> "New deal.";
            case CORROBORATED -> "Another source says so.";
            case AMENDED -> "The terms changed.";
            case DISPUTED -> "A source disputes it.";
            case STRENGTHENED -> "It is firmer than before.";
            case WEAKENED -> "It is less firm than before.";
            case ENDED -> "It ended, in whole or in part.";
            case RETRACTED -> "Taken back: nothing supports it any more.";
            case MERGED -> "It turned out to be one deal with another.";
            case SPLIT -> "It turned out to be more than one deal.";
        };
    }

    /**
     * Another entry.
     *
     * @param number of its revision
     * @param id its tag URI
     */
    public record Reference(long number, String id) {}

    /**
     * A difference.
     *
     * @param what "amount", "stage" and so on
     * @param before in words; "none" where there was nothing
     * @param after in words; "none" where there is nothing
     */
    public record Change(String what, String before, String after) {
        /** As one line. */
        public String text() {
            return what + ": " + before + " → " + after;
        }
    }

    /**
     * Someone's words.
     *
     * @param speaker who says so
     * @param words at most 300 characters; empty where they may not be shown
     * @param title of the article
     * @param link address of the article on the web, or null
     */
    public record Quote(
            String speaker,
            String words,
            String title,
            @Nullable String link) {

        static final int LONGEST = 300;

        /** As one line. */
        public String text() {
            String source = title.isEmpty() ? "" : " (" + title + ")";
            return speaker + source + (words.isEmpty() ? "" : ": “" + words + "”");
        }

        /** Where it can be read. */
        public Optional<String> address() {
            return Optional.ofNullable(link);
        }
    }
}

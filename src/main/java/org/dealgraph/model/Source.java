package org.dealgraph.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where news comes from: a feed, a listing or a page, and what of it is wanted.
 *
 * @param id stable name, the name of its file
 * @param title for people
 * @param publisher who stands behind its articles
 * @param tier how far they are trusted
 * @param kind what is found at the address
 * @param address where it is read
 * @param poll how often, to begin with
 * @param include what an entry must have; all of it where empty
 * @param exclude what it must not have
 * @param selectors where a page's parts stand, for pages that do not show it
 * @param stored whether the texts of its articles may be kept; claims keep their quotes all the same
 * @param expectedPerWeek how many entries a week are usual; 0 where not known
 * @param checked whether its address was confirmed
 * @param seen where it was confirmed, or null
 * @param note or null
 */
public record Source(
        String id,
        String title,
        String publisher,
        Tier tier,
        Kind kind,
        String address,
        Duration poll,
        Filter include,
        Filter exclude,
        Selectors selectors,
        boolean stored,
        int expectedPerWeek,
        boolean checked,
        @Nullable String seen,
        @Nullable String note) {

    /** What is found at a source's address. */
    public enum Kind {
        RSS,
        ATOM,
        /** JSON Feed. */
        JSON,
        /** A company's filings with the SEC. */
        EDGAR,
        /** A sitemap or news sitemap. */
        SITEMAP,
        /** A page with links to articles. */
        PAGE
    }

    /**
     * CSS selectors.
     *
     * @param links elements of a listing page whose links lead to articles, or null for all links
     * @param text the element of an article's page that holds its text, or null where it is found by its shape
     */
    public record Selectors(
            @Nullable String links, @Nullable String text) {

        /** Every page shows its parts. */
        public static Selectors none() {
            return new Selectors(null, null);
        }
    }

    /**
     * Words and names to look for. An empty list asks for nothing.
     *
     * @param tags of which an entry has one, in any case
     * @param words of which its title or text has one, as a whole word
     * @param addresses of which its link contains one
     */
    public record Filter(List<String> tags, List<String> words, List<String> addresses) {

        public Filter {
            tags = List.copyOf(tags);
            words = List.copyOf(words);
            addresses = List.copyOf(addresses);
        }

        /** Asks for nothing. */
        public static Filter none() {
            return new Filter(List.of(), List.of(), List.of());
        }

        private boolean hasTag(FeedEntry entry) {
            return entry.categories().stream().anyMatch(have -> tags.stream().anyMatch(have::equalsIgnoreCase));
        }

        private boolean hasWord(FeedEntry entry) {
            String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
            return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")s?(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE)
                    .matcher(entry.title() + "\n" + entry.html())
                    .find();
        }

        private boolean hasAddress(FeedEntry entry) {
            String link = entry.link() == null ? "" : entry.link().toLowerCase(Locale.ROOT);
            return addresses.stream().anyMatch(part -> link.contains(part.toLowerCase(Locale.ROOT)));
        }

        private boolean allOf(FeedEntry entry) {
            return (tags.isEmpty() || hasTag(entry))
                    && (words.isEmpty() || hasWord(entry))
                    && (addresses.isEmpty() || hasAddress(entry));
        }

        private boolean anyOf(FeedEntry entry) {
            return (!tags.isEmpty() && hasTag(entry))
                    || (!words.isEmpty() && hasWord(entry))
                    || (!addresses.isEmpty() && hasAddress(entry));
        }
    }

    /** Whether an entry is one of those that this source is read for. */
    public boolean wants(FeedEntry entry) {
        return include.allOf(entry) && !exclude.anyOf(entry);
    }
}

package org.dealgraph.feed;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dealgraph.model.Encoding;
import org.dealgraph.model.FeedEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9 to 2.0, Atom, RDF, CDF, JSON Feed, EDGAR listings, sitemaps and news sitemaps.
 *
 * <p>One tolerant tree takes every kind of XML, well-formed or not: nothing outside the body is ever loaded, a DOCTYPE is
 * passed over, no entity but HTML's own is expanded, and depth, count and sizes are bounded.
 */
public final class FeedReader {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    static final int LARGEST_BODY = 15 << 20;

    /**
     * Reads a feed.
     *
     * @param body the bytes, without transfer coding
     * @param contentType the header, or null; used for its character set
     * @param base address that relative links start from, or ""
     * @throws FeedException where it is no feed
     */
    public Feed read(byte[] body, @Nullable String contentType, String base) {
        String text = text(body, contentType, base);
        char first = text.charAt(0);
        Feed feed = first == '{' || first == '[' ? JsonListing.read(text, base) : XmlFeed.read(text, base);
        return distinct(feed);
    }

    /**
     * Reads a page that lists articles as if it were a feed.
     *
     * @param address where the page was found; only links to the same host count
     * @param links CSS selector of the elements whose links count, or null for the whole page
     * @throws FeedException where it is empty or too large
     */
    public Feed readPage(byte[] body, @Nullable String contentType, String address, @Nullable String links) {
        return distinct(PageListing.read(text(body, contentType, address), address, links));
    }

    private static String text(byte[] body, @Nullable String contentType, String base) {
        if (body.length > LARGEST_BODY) {
            throw new FeedException("could not read a feed: more than " + LARGEST_BODY + " bytes at " + base);
        }
        String text = visible(Encoding.decode(body, contentType)).stripLeading();
        if (text.isEmpty()) {
            throw new FeedException("could not read a feed: nothing at " + base);
        }
        return text;
    }

    /** Characters of windows-1252 that were carried over as control characters are what their writer saw. */
    private static String visible(String text) {
        if (text.chars().noneMatch(c -> c >= 0x80 && c < 0xA0)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(
                    c >= 0x80 && c < 0xA0
                            ? WINDOWS.decode(ByteBuffer.wrap(new byte[] {(byte) c}))
                                    .get()
                            : c);
        }
        return out.toString();
    }

    /** An entry that stands twice in a feed is one; its last form in time counts. */
    private static Feed distinct(Feed feed) {
        Map<String, FeedEntry> byId = new LinkedHashMap<>();
        for (FeedEntry entry : Identity.assign(feed.link(), feed.entries())) {
            byId.merge(entry.id(), entry, FeedReader::later);
        }
        return new Feed(
                feed.title(),
                feed.link(),
                feed.description(),
                feed.language(),
                feed.author(),
                byId.values().stream().toList(),
                feed.parts());
    }

    private static FeedEntry later(FeedEntry a, FeedEntry b) {
        var of = a.updated() != null ? a.updated() : a.published();
        var than = b.updated() != null ? b.updated() : b.published();
        return of != null && than != null && than.isAfter(of) ? b : a;
    }
}

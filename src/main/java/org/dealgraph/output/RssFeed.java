package org.dealgraph.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** RSS 2.0, with Atom's links for what RSS has no element for. */
final class RssFeed {

    /** RFC 822 with four digits of year, as RSS asks for. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private RssFeed() {}

    static String write(FeedDocument feed) {
        XmlText out = new XmlText()
                .open(
                        "rss",
                        Map.of(
                                "version", "2.0",
                                "xmlns:atom", "http://www.w3.org/2005/Atom",
                                "xmlns:fh", "http://purl.org/syndication/history/1.0"))
                .open("channel", Map.of())
                .text("title", feed.title())
                .text("link", feed.home())
                .text("description", feed.description())
                .text("language", "en")
                .text("lastBuildDate", date(feed.updated()))
                .text("generator", "Dealgraph");
        link(out, "self", Format.RSS.type(), feed.self().get(Format.RSS));
        if (feed.isArchive()) {
            out.leaf("fh:archive", Map.of());
        }
        link(out, "current", Format.RSS.type(), feed.current().get(Format.RSS));
        link(out, "prev-archive", Format.RSS.type(), feed.previous().get(Format.RSS));
        link(out, "next-archive", Format.RSS.type(), feed.next().get(Format.RSS));
        feed.items().forEach(item -> item(out, item));
        return out.close().close().done();
    }

    private static void item(XmlText out, FeedDocument.Item item) {
        out.open("item", Map.of())
                .text("title", item.title())
                .text("link", item.link())
                .text("guid", Map.of("isPermaLink", "false"), item.id())
                .text("pubDate", date(item.recorded()));
        if (item.category() != null) {
            out.text("category", item.category());
        }
        link(out, "related", "text/html", item.related());
        out.text("description", item.html()).close();
    }

    private static void link(XmlText out, String relation, String type, @Nullable String address) {
        if (address != null) {
            out.leaf("atom:link", Map.of("rel", relation, "type", type, "href", address));
        }
    }

    static String date(Instant at) {
        return DATE.format(at.atOffset(ZoneOffset.UTC));
    }
}

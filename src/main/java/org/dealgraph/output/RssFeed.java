package org.dealgraph.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** RSS 2.0, with Atom's links for what RSS has no element for. */
final class RssFeed {

    /** RFC 822 with four digits of year, as RSS asks for. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private RssFeed() {}

    static String write(FeedPage page) {
        XmlText out = new XmlText()
                .open(
                        "rss",
                        Map.of(
                                "version", "2.0",
                                "xmlns:atom", "http://www.w3.org/2005/Atom",
                                "xmlns:fh", "http://purl.org/syndication/history/1.0"))
                .open("channel", Map.of())
                .text("title", page.title())
                .text("link", page.home())
                .text("description", FeedPage.DESCRIPTION)
                .text("language", "en")
                .text("lastBuildDate", date(page.recorded()))
                .text("generator", "Dealgraph");
        link(out, "self", page.self(Format.RSS));
        if (page.isArchive()) {
            out.leaf("fh:archive", Map.of());
            link(out, "current", page.current(Format.RSS));
        }
        if (page.previous() != null) {
            link(out, "prev-archive", page.archive(Format.RSS, page.previous()));
        }
        if (page.next() != null) {
            link(out, "next-archive", page.archive(Format.RSS, page.next()));
        }
        page.entries().forEach(entry -> item(out, entry, page.base()));
        return out.close().close().done();
    }

    private static void item(XmlText out, Entry entry, String base) {
        out.open("item", Map.of())
                .text("title", entry.title())
                .text("link", entry.link(base))
                .text("guid", Map.of("isPermaLink", "false"), entry.id())
                .text("pubDate", date(entry.recorded()))
                .text("category", entry.kind().name());
        if (entry.supersedes() != null) {
            out.leaf(
                    "atom:link",
                    Map.of(
                            "rel", "related",
                            "type", "text/html",
                            "href", Entry.link(base, entry.supersedes().number())));
        }
        out.text("description", Prose.html(entry, base)).close();
    }

    private static void link(XmlText out, String relation, String address) {
        out.leaf("atom:link", Map.of("rel", relation, "type", Format.RSS.type(), "href", address));
    }

    static String date(Instant at) {
        return DATE.format(at.atOffset(ZoneOffset.UTC));
    }
}

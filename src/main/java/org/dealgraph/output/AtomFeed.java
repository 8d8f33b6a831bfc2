package org.dealgraph.output;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) with the archives of RFC 5005. */
final class AtomFeed {

    private AtomFeed() {}

    static String write(FeedDocument feed) {
        XmlText out = new XmlText()
                .open(
                        "feed",
                        Map.of(
                                "xmlns", "http://www.w3.org/2005/Atom",
                                "xmlns:fh", "http://purl.org/syndication/history/1.0",
                                "xml:lang", "en"))
                .text("id", feed.id())
                .text("title", feed.title())
                .text("subtitle", feed.description())
                .text("updated", feed.updated().toString());
        out.open("author", Map.of()).text("name", "Dealgraph").close();
        out.text("generator", "Dealgraph");
        link(out, "self", Format.ATOM.type(), feed.self().get(Format.ATOM));
        link(out, "alternate", "text/html", feed.home());
        link(out, "alternate", Format.RSS.type(), feed.self().get(Format.RSS));
        link(out, "alternate", Format.JSON.type(), feed.self().get(Format.JSON));
        if (feed.isArchive()) {
            out.leaf("fh:archive", Map.of());
        }
        link(out, "current", Format.ATOM.type(), feed.current().get(Format.ATOM));
        link(out, "prev-archive", Format.ATOM.type(), feed.previous().get(Format.ATOM));
        link(out, "next-archive", Format.ATOM.type(), feed.next().get(Format.ATOM));
        feed.items().forEach(item -> entry(out, item));
        return out.close().done();
    }

    private static void entry(XmlText out, FeedDocument.Item item) {
        out.open("entry", Map.of())
                .text("id", item.id())
                .text("title", item.title())
                .text("updated", item.updated().toString())
                .text("published", item.recorded().toString());
        if (item.category() != null) {
            out.leaf("category", Map.of("term", item.category()));
        }
        item.sources().forEach(address -> out.leaf("link", Map.of("rel", "via", "href", address)));
        link(out, "related", "text/html", item.related());
        // Last, since some readers look at no relation and take the last link.
        link(out, "alternate", "text/html", item.link());
        out.text("summary", item.text())
                .text("content", Map.of("type", "html"), item.html())
                .close();
    }

    private static void link(XmlText out, String relation, String type, @Nullable String address) {
        if (address != null) {
            out.leaf("link", Map.of("rel", relation, "type", type, "href", address));
        }
    }
}

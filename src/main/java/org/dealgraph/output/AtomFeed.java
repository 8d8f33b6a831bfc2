package org.dealgraph.output;

import java.util.Map;

/** Atom 1.0 (RFC 4287) with the archives of RFC 5005. */
final class AtomFeed {

    private AtomFeed() {}

    static String write(FeedPage page) {
        XmlText out = new XmlText()
                .open(
                        "feed",
                        Map.of(
                                "xmlns", "http://www.w3.org/2005/Atom",
                                "xmlns:fh", "http://purl.org/syndication/history/1.0",
                                "xml:lang", "en"))
                .text("id", page.id())
                .text("title", page.title())
                .text("subtitle", FeedPage.DESCRIPTION)
                .text("updated", page.updated().toString());
        out.open("author", Map.of()).text("name", "Dealgraph").close();
        out.text("generator", "Dealgraph");
        link(out, "self", Format.ATOM.type(), page.self(Format.ATOM));
        link(out, "alternate", "text/html", page.home());
        link(out, "alternate", Format.RSS.type(), page.self(Format.RSS));
        link(out, "alternate", Format.JSON.type(), page.self(Format.JSON));
        if (page.isArchive()) {
            out.leaf("fh:archive", Map.of());
            link(out, "current", Format.ATOM.type(), page.current(Format.ATOM));
        }
        if (page.previous() != null) {
            link(out, "prev-archive", Format.ATOM.type(), page.archive(Format.ATOM, page.previous()));
        }
        if (page.next() != null) {
            link(out, "next-archive", Format.ATOM.type(), page.archive(Format.ATOM, page.next()));
        }
        page.entries().forEach(entry -> entry(out, entry, page.base()));
        return out.close().done();
    }

    private static void entry(XmlText out, Entry entry, String base) {
        out.open("entry", Map.of())
                .text("id", entry.id())
                .text("title", entry.title())
                .text("updated", entry.updated().toString())
                .text("published", entry.recorded().toString())
                .leaf("category", Map.of("term", entry.kind().name()));
        entry.quotes().stream()
                .flatMap(quote -> quote.address().stream())
                .distinct()
                .forEach(address -> out.leaf("link", Map.of("rel", "via", "href", address)));
        if (entry.supersedes() != null) {
            link(
                    out,
                    "related",
                    "text/html",
                    Entry.link(base, entry.supersedes().number()));
        }
        // Last, since some readers look at no relation and take the last link.
        link(out, "alternate", "text/html", entry.link(base));
        out.text("summary", Prose.text(entry, base))
                .text("content", Map.of("type", "html"), Prose.html(entry, base))
                .close();
    }

    private static void link(XmlText out, String relation, String type, String address) {
        out.leaf("link", Map.of("rel", relation, "type", type, "href", address));
    }
}

package org.dealgraph.output;

import java.util.Locale;
import java.util.Map;
import org.dealgraph.model.ClaimKind;

/** The feeds of a server as an OPML list: everything, and each kind of obligation. */
final class FeedList {

    private FeedList() {}

    static String write(String base) {
        XmlText out = new XmlText().open("opml", Map.of("version", "2.0"));
        out.open("head", Map.of()).text("title", "Dealgraph").close().open("body", Map.of());
        outline(out, "Dealgraph", new FeedQuery(Map.of()), base);
        for (ClaimKind kind : ClaimKind.values()) {
            outline(out, "Dealgraph: " + kind.name().toLowerCase(Locale.ROOT), FeedQuery.ofKind(kind), base);
        }
        return out.close().close().done();
    }

    private static void outline(XmlText out, String title, FeedQuery query, String base) {
        out.leaf(
                "outline",
                Map.of(
                        "type",
                        "rss",
                        "text",
                        title,
                        "title",
                        title,
                        "xmlUrl",
                        base + query.path(Format.ATOM),
                        "htmlUrl",
                        base + "/"));
    }
}

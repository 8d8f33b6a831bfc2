package org.dealgraph.output;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Watch;

/** The feeds of a server as an OPML list: everything, each kind of obligation, and each watch. */
final class FeedList {

    private FeedList() {}

    static String write(List<Watch> watches, String base) {
        XmlText out = new XmlText().open("opml", Map.of("version", "2.0"));
        out.open("head", Map.of()).text("title", "Dealgraph").close().open("body", Map.of());
        outline(out, "Dealgraph", FeedQuery.NEWS, base);
        for (ClaimKind kind : ClaimKind.values()) {
            outline(out, "Dealgraph: " + kind.name().toLowerCase(Locale.ROOT), FeedQuery.ofKind(kind), base);
        }
        for (Watch watch : watches) {
            outline(out, FeedPage.title(watch.name()), FeedQuery.ofWatch(watch.id()), base);
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

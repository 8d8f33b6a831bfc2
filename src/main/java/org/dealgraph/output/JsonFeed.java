package org.dealgraph.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.graph.Json;

/** JSON Feed 1.1; what the format has no word for stands below {@code _dealgraph}. */
final class JsonFeed {

    private JsonFeed() {}

    static String write(FeedPage page) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", page.title());
        feed.put("home_page_url", page.home());
        feed.put("feed_url", page.self(Format.JSON));
        feed.put("description", FeedPage.DESCRIPTION);
        feed.put("language", "en");
        feed.put("authors", List.of(Map.of("name", "Dealgraph")));
        if (page.previous() != null) {
            feed.put("next_url", page.archive(Format.JSON, page.previous()));
        }
        feed.put(
                "items",
                page.entries().stream().map(entry -> item(entry, page.base())).toList());
        return Json.write(feed);
    }

    private static Map<String, Object> item(Entry entry, String base) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", entry.id());
        item.put("url", entry.link(base));
        item.put("title", entry.title());
        item.put("content_html", Prose.html(entry, base));
        item.put("content_text", Prose.text(entry, base));
        item.put("date_published", entry.recorded().toString());
        item.put("tags", List.of(entry.kind().name()));
        item.put("_dealgraph", ours(entry));
        return item;
    }

    private static Map<String, Object> ours(Entry entry) {
        Map<String, Object> ours = new LinkedHashMap<>();
        ours.put("cursor", Long.toString(entry.number()));
        ours.put("kind", entry.kind().name());
        ours.put("cause", entry.cause().name());
        ours.put(
                "changes",
                entry.changes().stream()
                        .map(c -> Map.of("what", c.what(), "before", c.before(), "after", c.after()))
                        .toList());
        if (entry.supersedes() != null) {
            ours.put("supersedes", entry.supersedes().id());
        }
        return ours;
    }
}

package org.dealgraph.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.graph.Json;

/** JSON Feed 1.1; what the format has no word for stands below {@code _dealgraph}. */
final class JsonFeed {

    private JsonFeed() {}

    static String write(FeedDocument page) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", page.title());
        feed.put("home_page_url", page.home());
        feed.put("feed_url", page.self().get(Format.JSON));
        feed.put("description", page.description());
        feed.put("language", "en");
        feed.put("authors", List.of(Map.of("name", "Dealgraph")));
        if (!page.previous().isEmpty()) {
            feed.put("next_url", page.previous().get(Format.JSON));
        }
        feed.put("items", page.items().stream().map(JsonFeed::item).toList());
        return Json.write(feed);
    }

    private static Map<String, Object> item(FeedDocument.Item entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", entry.id());
        item.put("url", entry.link());
        item.put("title", entry.title());
        item.put("content_html", entry.html());
        item.put("content_text", entry.text());
        item.put("date_published", entry.recorded().toString());
        if (entry.category() != null) {
            item.put("tags", List.of(entry.category()));
        }
        if (!entry.more().isEmpty()) {
            item.put("_dealgraph", entry.more());
        }
        return item;
    }
}

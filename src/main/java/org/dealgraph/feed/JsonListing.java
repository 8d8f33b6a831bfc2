package org.dealgraph.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dealgraph.model.FeedEntry;
import org.dealgraph.model.WebAddress;
import org.dealgraph.model.WrittenTime;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1, and the listing of a company's filings that EDGAR serves as JSON. */
final class JsonListing {

    private static final int DEEPEST = 64;
    private static final int MOST_ENTRIES = 5_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private final JsonNode root;
    private final String base;

    private JsonListing(JsonNode root, String base) {
        this.root = root;
        this.base = base;
    }

    static Feed read(String text, String base) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new FeedException("could not read a feed: broken JSON at " + base, e);
        }
        JsonListing listing = new JsonListing(root, base);
        if (root.path("filings").path("recent").isObject()) {
            return EdgarListing.read(root);
        }
        if (!root.path("items").isArray()) {
            throw new FeedException("could not read a feed: JSON without items at " + base);
        }
        return listing.feed();
    }

    private Feed feed() {
        List<FeedEntry> entries = new ArrayList<>();
        for (JsonNode item : root.path("items")) {
            if (entries.size() < MOST_ENTRIES && item.isObject()) {
                entries.add(entry(item));
            }
        }
        return new Feed(
                text(root, "title").map(XmlText::words).orElse(""),
                link(root, "home_page_url").orElse(null),
                Sanitizer.clean(Entities.escape(text(root, "description").orElse("")), base),
                text(root, "language").orElse(null),
                author(root),
                entries,
                link(root, "next_url").stream().toList());
    }

    private FeedEntry entry(JsonNode item) {
        String html = text(item, "content_html")
                .map(s -> Sanitizer.clean(s, base))
                .or(() -> text(item, "content_text", "summary").map(Entities::escape))
                .orElse("");
        List<String> tags = new ArrayList<>();
        item.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new FeedEntry(
                "",
                text(item, "id").orElse(null),
                link(item, "url", "external_url").orElse(null),
                text(item, "title").map(XmlText::words).orElse(""),
                time(item, "date_published").orElse(null),
                time(item, "date_modified").orElse(null),
                author(item),
                tags.stream().filter(s -> !s.isBlank()).distinct().limit(50).toList(),
                html);
    }

    private @Nullable String author(JsonNode node) {
        return Stream.of(node.path("authors").path(0), node.path("author"))
                .flatMap(author -> text(author, "name").stream())
                .findFirst()
                .map(XmlText::words)
                .orElse(null);
    }

    private Optional<String> link(JsonNode node, String... names) {
        return text(node, names).map(s -> WebAddress.resolve(base, s));
    }

    private static Optional<Instant> time(JsonNode node, String name) {
        return text(node, name).flatMap(WrittenTime::parse).map(WrittenTime::instant);
    }

    private static Optional<String> text(JsonNode node, String... names) {
        return Stream.of(names)
                .map(node::path)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .map(String::strip)
                .filter(s -> !s.isEmpty() && !s.equals("null"))
                .findFirst();
    }
}

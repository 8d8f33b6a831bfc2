package org.dealgraph.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import org.dealgraph.model.Article;
import org.dealgraph.model.PartialDate;
import org.dealgraph.model.Tier;
import org.dealgraph.pipeline.Input.Document;
import org.dealgraph.pipeline.Input.Unreadable;
import org.jspecify.annotations.Nullable;

/** Reads a document in the corpus's format: {@code id}, {@code title}, {@code published}, {@code text}. */
final class JsonDocument {

    private static final String RETELLING = "retelling";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(64).build());
    }

    private JsonDocument() {}

    static Input read(String name, String stem, byte[] body, Instant seen) {
        try {
            JsonNode root = JSON.readTree(body);
            String text = text(root, "text");
            if (text == null || text.isBlank()) {
                return new Unreadable(name, "it has no 'text': a .json document needs id, title, published and text");
            }
            String id = text(root, "id");
            return new Document(name, id == null ? stem : id, article(root, id == null ? stem : id, text, seen));
        } catch (JsonProcessingException e) {
            return new Unreadable(
                    name,
                    "it is not JSON: line %d: %s".formatted(e.getLocation().getLineNr(), e.getOriginalMessage()));
        } catch (IOException | IllegalArgumentException e) {
            return new Unreadable(name, "it cannot be read: " + e.getMessage());
        }
    }

    private static Article article(JsonNode root, String id, String text, Instant seen) {
        boolean retold = root.hasNonNull("retold_from");
        String published = text(root, "published");
        String title = text(root, "title");
        String address = (retold ? "retelling:" : "document:") + id;
        return new Article(
                Article.idOf(address, text),
                address,
                retold ? "sample" : "files",
                null,
                retold ? Tier.RETELLING : Tier.BLOG,
                title == null ? "" : title,
                null,
                published == null ? null : PartialDate.parse(published),
                seen,
                null,
                "en",
                text,
                retold ? RETELLING : null,
                retold ? "story:" + text(root, "retold_from") : null);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : null;
    }
}

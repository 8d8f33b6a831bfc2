package org.dealgraph.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The article that a page's JSON-LD describes, where it has one that can be read. */
record JsonLd(JsonNode article) {

    private static final int DEEPEST = 64;
    private static final int MOST_NODES = 2_000;
    private static final int MOST_SCRIPTS = 20;
    private static final Pattern ARTICLE =
            Pattern.compile("\\w*Article|\\w*BlogPosting|Report|PressRelease|\\w*Posting|AnalysisNewsArticle");

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    static Optional<JsonLd> find(Document document) {
        return document.select("script[type*=ld+json]").stream()
                .limit(MOST_SCRIPTS)
                .flatMap(script -> parse(script).stream())
                .flatMap(root -> article(root).stream())
                .findFirst()
                .map(JsonLd::new);
    }

    private static Optional<JsonNode> parse(Element script) {
        String json = script.data()
                .strip()
                .replaceFirst("^(?:<!--|//<!\\[CDATA\\[)", "")
                .replaceFirst("(?:-->|//\\]\\]>)$", "");
        try {
            return Optional.ofNullable(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Breadth first, so that the page's own article comes before those it links to. */
    private static Optional<JsonNode> article(JsonNode root) {
        Deque<JsonNode> queue = new ArrayDeque<>();
        queue.add(root);
        for (int seen = 0; !queue.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = queue.remove();
            if (isArticle(node)) {
                return Optional.of(node);
            }
            node.forEach(child -> {
                if (child.isContainerNode()) {
                    queue.add(child);
                }
            });
        }
        return Optional.empty();
    }

    private static boolean isArticle(JsonNode node) {
        return node.isObject()
                && texts(node.path("@type"))
                        .anyMatch(type -> ARTICLE.matcher(type).matches());
    }

    /** A property's text, of the first of those given that has one. */
    Optional<String> text(String... properties) {
        return Stream.of(properties)
                .flatMap(property -> texts(article.path(property)))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .findFirst();
    }

    /** The names of the people or organizations in a property. */
    Optional<String> names(String property) {
        String names = texts(article.path(property))
                .map(String::strip)
                .filter(s -> !s.isEmpty() && !s.startsWith("http"))
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** Whether the publisher says that one must pay to read it. */
    boolean isPaid() {
        JsonNode free = article.path("isAccessibleForFree");
        return free.isBoolean() ? !free.booleanValue() : free.asText("").equalsIgnoreCase("false");
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).limit(50).flatMap(JsonLd::text);
        }
        return text(node);
    }

    private static Stream<String> text(JsonNode node) {
        if (node.isValueNode() && !node.isNull()) {
            return Stream.of(node.asText());
        }
        for (String key : new String[] {"name", "@value", "@id", "url"}) {
            if (node.path(key).isTextual()) {
                return Stream.of(node.path(key).asText());
            }
        }
        return Stream.empty();
    }
}

package org.dealgraph.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dealgraph.model.FeedEntry;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs feedparser's cases from the suites' folder, which is no part of the project. */
class FeedSuiteTest {

    private static final Path FOLDER = Path.of(System.getProperty("dealgraph.suites", "../shared/suites"), "feeds");
    /** Where the cases' own server stands. */
    private static final String SERVED_AT = "http://127.0.0.1:8097/";

    private static final double PARSED = 0.98;
    private static final double HELD = 0.85;

    private final List<String> broken = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private int files;
    private int clauses;

    @BeforeEach
    void needs_the_suites() {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: no suites at " + FOLDER);
    }

    @Test
    void reads_the_files_and_yields_what_the_model_can_express() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(FOLDER.resolve("cases.jsonl"))) {
            run(mapper.readTree(line));
        }
        if (Boolean.getBoolean("dealgraph.suites.print")) {
            broken.forEach(System.out::println);
            failed.forEach(System.out::println);
        }
        System.out.printf(
                "feeds: %d of %d files read, %d of %d clauses hold%n",
                files - broken.size(), files, clauses - failed.size(), clauses);
        assertThat(files - broken.size()).as("read: %s", broken).isGreaterThanOrEqualTo((int)
                Math.ceil(PARSED * files));
        assertThat(clauses - failed.size()).as("hold: %s", failed).isGreaterThanOrEqualTo((int)
                Math.ceil(HELD * clauses));
    }

    private void run(JsonNode item) throws IOException {
        files++;
        String file = item.path("file").asText();
        JsonNode headers = item.path("headers");
        String type =
                headers.path("Content-type").asText(headers.path("Content-Type").asText(null));
        String base = headers.path("Content-Location")
                .asText(headers.path("Content-location").asText(SERVED_AT));
        Feed feed;
        try {
            feed = new FeedReader()
                    .read(Files.readAllBytes(FOLDER.resolve("files").resolve(file)), type, base);
        } catch (FeedException e) {
            broken.add(file + ": " + e.getMessage());
            return;
        }
        for (JsonNode clause : item.path("clauses")) {
            check(file, feed, clause);
        }
    }

    private void check(String file, Feed feed, JsonNode clause) {
        List<String> path = new ArrayList<>();
        clause.path("path").forEach(step -> path.add(step.asText()));
        Optional<Object> value = value(feed, path);
        if (value.isEmpty() || !clause.path("op").asText().equals("==")) {
            return;
        }
        clauses++;
        Object want = want(clause.path("value"), value.get());
        if (!want.equals(value.get())) {
            failed.add(file + " " + path + "\n    want " + want + "\n    have " + value.get());
        }
    }

    /** Titles are plain text in this project; the cases write them as HTML. */
    private static Object want(JsonNode value, Object have) {
        if (have instanceof Instant) {
            return value.isArray() && value.size() >= 6
                    ? LocalDateTime.of(
                                    value.path(0).asInt(),
                                    value.path(1).asInt(),
                                    value.path(2).asInt(),
                                    value.path(3).asInt(),
                                    value.path(4).asInt(),
                                    value.path(5).asInt())
                            .toInstant(ZoneOffset.UTC)
                    : value.asText();
        }
        if (have instanceof Plain) {
            return new Plain(Jsoup.parseBodyFragment(value.asText()).text());
        }
        return have instanceof Html ? new Html(value.asText()) : value.asText();
    }

    private static Optional<Object> value(Feed feed, List<String> path) {
        if (path.size() == 2 && path.get(0).equals("feed")) {
            return switch (path.get(1)) {
                case "title" -> Optional.of(new Plain(feed.title()));
                case "link" -> Optional.of(String.valueOf(feed.link()));
                case "description", "subtitle", "tagline", "info" -> Optional.of(new Html(feed.description()));
                case "language" -> Optional.of(String.valueOf(feed.language()));
                default -> Optional.empty();
            };
        }
        if (path.size() < 3 || !path.get(0).equals("entries")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(path.get(1));
        if (index >= feed.entries().size()) {
            return Optional.of("no such entry");
        }
        return entry(feed.entries().get(index), String.join(".", path.subList(2, path.size())));
    }

    private static Optional<Object> entry(FeedEntry entry, String path) {
        return switch (path) {
            case "title", "title_detail.value" -> Optional.of(new Plain(entry.title()));
            case "link" -> Optional.of(String.valueOf(entry.link()));
            case "id" -> Optional.of(String.valueOf(entry.guid()));
            case "author_detail.name" -> Optional.of(String.valueOf(entry.author()));
            case "description", "summary", "content.0.value", "summary_detail.value" ->
                Optional.of(new Html(entry.html()));
            case "tags.0.term" ->
                Optional.of(
                        entry.categories().isEmpty() ? "" : entry.categories().get(0));
            case "published_parsed" -> Optional.of(entry.published() == null ? "none" : entry.published());
            case "updated_parsed" ->
                Optional.of(
                        entry.updated() != null
                                ? entry.updated()
                                : entry.published() != null ? entry.published() : (Object) "none");
            default -> Optional.empty();
        };
    }

    private record Plain(String text) {
        Plain {
            text = text.replaceAll("\\s+", " ").strip();
        }
    }

    private record Html(String text) {
        Html {
            text = Jsoup.parseBodyFragment(text)
                    .body()
                    .html()
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}

package org.dealgraph.pipeline.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.dealgraph.fetch.FaultServer;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Source;
import org.dealgraph.model.Source.Filter;
import org.dealgraph.model.Source.Kind;
import org.dealgraph.model.Source.Selectors;
import org.dealgraph.model.SourceState;
import org.dealgraph.model.Tier;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What polling does over days, on a clock that is set; a server on loopback plays the publishers. */
@ExtendWith(Neo4jTest.class)
class PollingRunTest {

    private static final String OK = "HTTP/1.1 200 OK";
    private static final String WORDS =
            "The visitors walked through the rooms and wrote down what they saw in each one of them, without haste. ";

    @SuppressWarnings("NullAway.Init")
    private static ApplicationContext context;

    @SuppressWarnings("NullAway.Init")
    private Runs runs;

    @SuppressWarnings("NullAway.Init")
    private FaultServer server;

    @BeforeAll
    static void open(GraphStore store) {
        context = RunningApplication.on(store);
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void start(GraphStore store) throws IOException {
        try (var session = store.driver().session()) {
            session.run("MATCH (n) WHERE n:Source OR n:Article OR n:Band DETACH DELETE n")
                    .consume();
        }
        runs = new Runs(context, Duration.ofSeconds(5));
        server = new FaultServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void asks_an_unchanged_feed_by_its_etag_and_ever_more_seldom() throws InterruptedException {
        AtomicInteger conditional = new AtomicInteger();
        server.on("/feed", (request, socket, out) -> {
            if ("\"1\"".equals(request.headers().get("If-None-Match"))) {
                conditional.incrementAndGet();
                FaultServer.write(out, "HTTP/1.1 304 Not Modified\r\n\r\n");
            } else {
                String feed = rss(item("one", "A first report of the desk"));
                FaultServer.write(out, OK + "\r\nETag: \"1\"\r\nContent-Length: " + feed.length() + "\r\n\r\n" + feed);
            }
        });
        page("/one");
        runs.poll(List.of(source("/feed")), Duration.ofDays(2));

        assertThat(conditional).hasValueBetween(10, 20);
        assertThat(state().every()).isEqualTo(Duration.ofHours(4));
        assertThat(state().articles()).isEqualTo(1);
        assertThat(server.paths()).filteredOn("/one"::equals).hasSize(1);
    }

    @Test
    void goes_on_after_a_restart_where_it_stopped() throws InterruptedException {
        feed("/feed", item("one", "A first report of the desk"));
        page("/one");
        runs.poll(List.of(source("/feed")), Duration.ofMinutes(5));
        runs.poll(List.of(source("/feed")), Duration.ofMinutes(5));

        assertThat(server.paths()).filteredOn("/feed"::equals).hasSize(1);

        runs.poll(List.of(source("/feed")), Duration.ofHours(2));

        assertThat(server.paths()).filteredOn("/feed"::equals).hasSizeGreaterThan(1);
        assertThat(server.paths()).filteredOn("/one"::equals).hasSize(1);
    }

    @Test
    void reads_an_entry_again_that_was_updated(GraphStore store) throws InterruptedException {
        feed("/feed", item("one", "A first report of the desk"));
        page("/one");
        runs.poll(List.of(source("/feed")), Duration.ofHours(5));
        feed("/feed", item("one", "A first report of the desk, corrected"));
        server.answer("/one", OK, "<html><body><article><p>" + WORDS + "It was corrected.</p></article></body></html>");
        runs.poll(List.of(source("/feed")), Duration.ofHours(12));

        assertThat(texts(store)).hasSize(2).anyMatch(text -> text.contains("corrected"));
    }

    @Test
    void follows_a_feed_that_has_moved_for_good() throws InterruptedException {
        server.raw("/feed", "HTTP/1.1 301 Moved\r\nLocation: " + server.at("/new") + "\r\nContent-Length: 0\r\n\r\n");
        feed("/new", item("one", "A first report of the desk"));
        page("/one");
        runs.poll(List.of(source("/feed")), Duration.ofHours(5));

        assertThat(state().moved()).isEqualTo(server.at("/new"));
        assertThat(server.paths()).filteredOn("/feed"::equals).hasSize(1);
    }

    @Test
    void leaves_a_server_alone_as_long_as_it_asks_for() throws InterruptedException {
        server.raw("/feed", "HTTP/1.1 503 Busy\r\nRetry-After: 36000\r\nContent-Length: 0\r\n\r\n");
        runs.poll(List.of(source("/feed")), Duration.ofHours(9));

        assertThat(server.paths()).filteredOn("/feed"::equals).hasSize(1);
        assertThat(state().failures()).isEqualTo(1);
        assertThat(state().fault()).contains("503");
        assertThat(state().answered()).isNull();
    }

    @Test
    void takes_what_the_filters_want_and_nothing_else(GraphStore store) throws InterruptedException {
        feed("/feed", item("ai", "Big money for AI"), item("rain", "Rain in Spain"), item("cast", "AI podcast"));
        page("/ai");
        Source base = source("/feed");
        Source filtered = new Source(
                base.id(),
                base.title(),
                base.publisher(),
                base.tier(),
                base.kind(),
                base.address(),
                base.poll(),
                new Filter(List.of(), List.of("AI"), List.of()),
                new Filter(List.of(), List.of("podcast"), List.of()),
                Selectors.none(),
                true,
                0,
                false,
                null,
                null);
        runs.poll(List.of(filtered), Duration.ofHours(3));

        assertThat(server.paths()).contains("/ai").doesNotContain("/rain", "/cast");
        assertThat(texts(store)).hasSize(1);
    }

    @Test
    void keeps_no_text_of_a_source_that_forbids_it(GraphStore store) throws InterruptedException {
        feed("/feed", item("one", "A first report of the desk"));
        page("/one");
        Source base = source("/feed");
        runs.poll(
                List.of(new Source(
                        base.id(),
                        base.title(),
                        base.publisher(),
                        base.tier(),
                        base.kind(),
                        base.address(),
                        base.poll(),
                        base.include(),
                        base.exclude(),
                        base.selectors(),
                        false,
                        0,
                        false,
                        null,
                        null)),
                Duration.ofHours(1));

        assertThat(texts(store)).containsExactly("");
    }

    @Test
    void reads_a_page_of_links_by_its_selectors(GraphStore store) throws InterruptedException {
        server.answer(
                "/news",
                OK + "\r\nContent-Type: text/html",
                "<html><body><nav><a href='/about'>About this company and its people</a></nav>"
                        + "<div class=list><a href='/one'>A first report of the desk</a></div></body></html>");
        server.answer(
                "/one",
                OK + "\r\nContent-Type: text/html",
                "<html><body><main><p>" + WORDS.repeat(5) + "</p></main><div id=here><p>Here stand the words. " + WORDS
                        + "</p></div></body></html>");
        Source page = new Source(
                "source",
                "Source",
                "Publisher",
                Tier.COMPANY,
                Kind.PAGE,
                server.at("/news"),
                Duration.ofHours(1),
                Filter.none(),
                Filter.none(),
                new Selectors(".list", "#here"),
                true,
                0,
                false,
                null,
                null);
        runs.poll(List.of(page), Duration.ofHours(1));

        assertThat(server.paths()).doesNotContain("/about");
        assertThat(texts(store)).singleElement().asString().startsWith("Here stand the words.");
    }

    @Test
    void a_wall_leaves_the_words_of_the_feed_as_a_summary(GraphStore store) throws InterruptedException {
        feed("/feed", item("one", "A first report of the desk"));
        server.answer(
                "/one",
                OK + "\r\nContent-Type: text/html",
                "<html><body><article><p>The visitors.</p><p>Subscribe to continue reading</p></article></body></html>");
        runs.poll(List.of(source("/feed")), Duration.ofHours(2));

        assertThat(texts(store)).singleElement().asString().contains("What the desk wrote");
        assertThat(state().fault()).contains("paywall");
    }

    @Test
    void a_source_that_stays_silent_is_found_and_heard_again() throws InterruptedException {
        List<String> items = new CopyOnWriteArrayList<>(List.of(item("one", "A first report of the desk")));
        server.on("/feed", (request, socket, out) -> {
            String feed = rss(items.toArray(String[]::new));
            FaultServer.write(out, OK + "\r\nContent-Length: " + feed.length() + "\r\n\r\n" + feed);
        });
        page("/one");
        page("/two");
        Source base = source("/feed");
        Source lively = new Source(
                base.id(),
                base.title(),
                base.publisher(),
                base.tier(),
                base.kind(),
                base.address(),
                base.poll(),
                base.include(),
                base.exclude(),
                base.selectors(),
                true,
                10,
                false,
                null,
                null);
        runs.poll(List.of(lively), Duration.ofDays(3));
        assertThat(state().silentSince()).isNull();
        runs.poll(List.of(lively), Duration.ofDays(2));
        assertThat(state().silentSince()).isNotNull();
        assertThat(state().answered()).isAfter(state().brought());
        items.add(item("two", "A second report of the desk"));
        runs.poll(List.of(lively), Duration.ofDays(1));
        assertThat(state().silentSince()).isNull();
    }

    @Test
    void takes_the_newest_of_a_long_feed_first_and_the_rest_soon(GraphStore store) throws InterruptedException {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            items.append(item("page-" + i, "Report " + i + " of the desk"));
            page("/page-" + i);
        }
        feed("/feed", items.toString());
        runs.poll(List.of(source("/feed")), Duration.ofHours(1));

        assertThat(texts(store)).hasSize(120);
        assertThat(server.paths()).filteredOn("/feed"::equals).hasSizeBetween(3, 5);
    }

    private Source source(String path) {
        return Runs.feed("source", server.at(path));
    }

    private SourceState state() {
        return runs.saved("source");
    }

    private void page(String path) {
        server.answer(
                path,
                OK + "\r\nContent-Type: text/html",
                "<html><body><article><p>" + path + ": " + WORDS.repeat(3) + "</p></article></body></html>");
    }

    private void feed(String path, String... items) {
        server.answer(path, OK + "\r\nContent-Type: application/rss+xml", rss(items));
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>News</title>" + String.join("", items) + "</channel></rss>";
    }

    private String item(String path, String title) {
        return "<item><title>%s</title><link>%s</link><description>What the desk wrote of it.</description></item>"
                .formatted(title, server.at("/" + path));
    }

    private static List<String> texts(GraphStore store) {
        try (var session = store.driver().session()) {
            return session.run(
                            "MATCH (:Source {id: $id})-[:PUBLISHED]->(a:Article) RETURN a.text AS text",
                            Map.of("id", "source"))
                    .list(row -> row.get("text").asString());
        }
    }
}

package org.dealgraph.output.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dealgraph.api.RunningServer;
import org.dealgraph.briefing.NuChecker;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.output.mail.MailSettings.Security;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Issues from the log to the archive, one after another. */
@ExtendWith(Neo4jTest.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewsletterTest {

    private static Newsroom room;

    @BeforeAll
    static void start(GraphStore store, @TempDir Path folder) throws IOException {
        room = new Newsroom(
                store, folder, 1, Security.NONE, null, "handOver:\n  - tool: ghost\n    address: http://127.0.0.1:1");
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return room.server.send(room.server.request(path, headers).GET());
    }

    private static Instant due(int day) {
        return Newsroom.DUE.plus(Duration.ofDays(day));
    }

    @Test
    @Order(1)
    void nothing_new_is_no_issue() {
        assertThat(room.press().publish(room.week(), due(0))).isEmpty();
        assertThat(get("/newsletter/week").body()).contains("No issue has been published yet");
        assertThat(get("/newsletter/week/feed.atom").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void an_issue_goes_on_where_the_one_before_it_ended() {
        room.news("c-one", "The first deal");
        Issue first = room.press().publish(room.week(), due(1)).orElseThrow();
        assertThat(room.press().publish(room.week(), due(2))).as("nothing new").isEmpty();
        room.news("c-two", "The second deal");
        room.news("c-three", "The <third> & last");
        Optional<Issue> preview = room.press().preview(room.week(), due(3));
        Issue second = room.press().publish(room.week(), due(3)).orElseThrow();
        assertThat(preview).contains(second);
        assertThat(first.text()).contains("The first deal").doesNotContain("second");
        assertThat(second.text()).contains("The second deal").doesNotContain("first deal");
        assertThat(second.after()).isEqualTo(first.until());
        assertThat(second.entries()).isEqualTo(2);
        assertThat(second.subject()).isEqualTo("The week: The ‹third› & last, and 1 more");
        assertThat(second.slug()).as("by the clock of its zone").isEqualTo("2026-11-05-1100");
    }

    @Test
    @Order(3)
    void an_issue_that_is_published_again_stays_as_it_was() {
        List<Issue> before = room.press().list(room.week(), Instant.MAX, 10);
        assertThat(room.press().publish(room.week(), due(3))).isEmpty();
        assertThat(room.press().list(room.week(), Instant.MAX, 10))
                .isEqualTo(before)
                .hasSize(2);
    }

    @Test
    @Order(4)
    void the_archive_shows_every_issue_and_each_on_its_page() {
        assertThat(get("/newsletter").body()).contains("<a href=\"/newsletter/week\">The week</a>");
        String list = get("/newsletter/week").body();
        assertThat(list)
                .contains("/newsletter/week/2026-11-05-1100")
                .contains("/newsletter/week/2026-11-03-1100")
                .contains("href=\"/newsletter/week/feed.atom\"");
        HttpResponse<String> page = get("/newsletter/week/2026-11-05-1100");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("The ‹third› &amp; last")
                .contains("The second deal")
                .doesNotContain("<i>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/newsletter/week/2026-11-05-1100", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        for (String none : List.of(
                "/newsletter/week/2026-01-01-0000",
                "/newsletter/none",
                "/newsletter/week/feed.pdf",
                "/newsletter/week/feed.ics",
                "/newsletter/week/%3Cscript%3E",
                "/newsletter/watch-1")) {
            assertThat(get(none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    @Order(5)
    void the_archive_has_a_feed_that_readers_read() throws Exception {
        for (String suffix : List.of("atom", "rss")) {
            SyndFeed feed = new SyndFeedInput()
                    .build(new StringReader(
                            get("/newsletter/week/feed." + suffix).body()));
            assertThat(feed.getTitle()).isEqualTo("The week");
            assertThat(feed.getEntries())
                    .extracting(SyndEntry::getUri)
                    .containsExactly(
                            "tag:dealgraph.org,2026:newsletter/week/2026-11-05-1100",
                            "tag:dealgraph.org,2026:newsletter/week/2026-11-03-1100");
            assertThat(feed.getEntries().getFirst().getLink())
                    .isEqualTo(Newsroom.BASE + "/newsletter/week/2026-11-05-1100");
            assertThat(feed.getEntries().getFirst().getPublishedDate().toInstant())
                    .isEqualTo(due(3).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        }
        var json = RunningServer.json(get("/newsletter/week/feed.json"));
        assertThat(json.path("items")).hasSize(2);
        assertThat(json.path("items").path(0).path("content_text").asText()).contains("The second deal");
    }

    @Test
    @Order(6)
    void pages_and_mail_pass_the_html_checker() throws Exception {
        Issue issue = room.press().latest(room.week()).orElseThrow();
        assertThat(NuChecker.complaints(get("/newsletter").body())).isEmpty();
        assertThat(NuChecker.complaints(get("/newsletter/week").body())).isEmpty();
        assertThat(NuChecker.complaints(get("/newsletter/week/" + issue.slug()).body()))
                .isEmpty();
        var to = org.dealgraph.model.Mailbox.parse("reader@example.net").orElseThrow();
        String mail = room.server
                .bean(Letters.class)
                .letter(room.week(), issue, to, Instant.EPOCH)
                .html();
        assertThat(NuChecker.complaints(mail)).isEmpty();
        assertThat(NuChecker.complaints(mail.replace("<h1", "<h1 <h1")))
                .as("the checker checks")
                .isNotEmpty();
    }

    @Test
    @Order(7)
    void the_desk_needs_a_key_and_gives_the_files_that_tools_take() {
        assertThat(get("/newsletters").statusCode()).isEqualTo(401);
        String[] key = {"Authorization", "Bearer " + RunningServer.KEY};
        assertThat(get("/newsletters", key).body()).contains("week  The week  0 7 * * * Europe/Berlin");
        var files = RunningServer.json(get("/newsletters/week/files", key));
        assertThat(files.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "issue.html", "mail.html", "issue.txt", "buttondown.json", "listmonk.json", "ghost.json");
        assertThat(files.path("ghost.json").asText()).contains("\"status\":\"draft\"");
        assertThat(get("/newsletters/none/files", key).statusCode()).isEqualTo(404);
        assertThat(RunningServer.json(get("/newsletters/week/preview", key))).isEmpty();
        var status = RunningServer.json(get("/newsletters/week/status", key));
        assertThat(status.path("issue").asText()).isEqualTo("week/2026-11-05-1100");
        assertThat(status.path("handedOver").path(0).path("done").asBoolean()).isFalse();
        HttpResponse<String> left = room.server.send(room.server
                .request("/newsletters/week/unsubscribe?address=x%40example.net", key)
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(left.statusCode()).isEqualTo(200);
        HttpResponse<String> back = room.server.send(room.server
                .request("/newsletters/week/release?address=X%40example.net", key)
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(RunningServer.json(back).path("changed").asBoolean()).isTrue();
    }

    @Test
    @Order(8)
    void a_round_makes_what_is_due_once() {
        Rounds rounds = room.server.bean(Rounds.class);
        Newsletter week = room.week();
        Instant last = room.press().latest(week).orElseThrow().published();
        room.news("c-round", "A deal of the round");
        rounds.round(last.plus(Duration.ofHours(2)));
        assertThat(room.press().latest(week).orElseThrow().published())
                .as("not due yet")
                .isEqualTo(last);
        Instant seven = Instant.parse("2026-11-06T06:00:00Z");
        rounds.round(seven.plusSeconds(30));
        Issue made = room.press().latest(week).orElseThrow();
        assertThat(made.published()).isEqualTo(seven);
        assertThat(made.slug()).isEqualTo("2026-11-06-0700");
        rounds.round(seven.plusSeconds(50));
        assertThat(room.press().list(week, Instant.MAX, 10)).hasSize(3);
    }

    @Test
    @Order(9)
    void an_issue_can_be_a_briefing() throws Exception {
        Newsletter week = room.week();
        Newsletter briefing = new Newsletter(
                "week",
                week.title(),
                week.description(),
                week.feed(),
                Newsletter.Content.BRIEFING,
                null,
                week.schedule(),
                null,
                null,
                null,
                List.of(),
                List.of());
        room.news("c-briefed", "A deal to brief on");
        Issue issue = room.press().preview(briefing, due(9)).orElseThrow();
        assertThat(issue.html())
                .contains("<h1")
                .contains("<h2")
                .doesNotContain("<body")
                .doesNotContain("<html");
        assertThat(issue.mail()).startsWith("<!doctype html>").contains("style=\"");
        assertThat(issue.text()).isNotBlank();
        assertThat(NuChecker.complaints(ArchivePages.issue(briefing, issue))).isEmpty();
        assertThat(room.server
                        .bean(Letters.class)
                        .letter(
                                week,
                                issue,
                                org.dealgraph.model.Mailbox.parse("a@b.example").orElseThrow(),
                                due(9))
                        .html())
                .contains("Unsubscribe</a>");
    }
}

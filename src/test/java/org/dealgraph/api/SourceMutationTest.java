package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dealgraph.fetch.FaultServer;
import org.dealgraph.fetch.FetchSettings;
import org.dealgraph.pipeline.poll.PollSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources changed in the graph. */
class SourceMutationTest extends MutationFixture {

    @Test
    void a_source_is_added_changed_polled_and_disabled() {
        web.answer("/feed.xml", "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml", """
                <?xml version="1.0"?><rss version="2.0"><channel><title>Ours</title><link>https://x.example/</link>
                <item><title>Amazon and Anthropic once more</title><link>%s</link><guid>1</guid></item></channel></rss>""".formatted(
                        web.at("/entry.html")));
        web.answer(
                "/entry.html",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html",
                page("Amazon will invest $11 billion in Anthropic."));
        String id = "ours-" + ++keys;
        JsonNode added = mutate(
                "addSource",
                "source: {id: \"" + id + "\", kind: RSS, address: \"" + web.at("/feed.xml")
                        + "\", pollMinutes: 30, include: {words: [\"Amazon\"]}}",
                SOURCE);
        assertThat(added.at("/errors")).isEmpty();
        assertThat(added.at("/source/enabled").asBoolean()).isTrue();
        assertThat(code(mutate(
                        "addSource",
                        "source: {id: \"" + id + "\", kind: RSS, address: \"https://a.example/b\"}",
                        SOURCE)))
                .isEqualTo("CONFLICT");
        JsonNode twin = mutate(
                "addSource", "source: {id: \"twin\", kind: RSS, address: \"" + web.at("/feed.xml") + "\"}", SOURCE);
        assertThat(code(twin)).isEqualTo("CONFLICT");
        JsonNode changed = mutate("changeSource", "source: {id: \"" + id + "\", title: \"Our own\"}", SOURCE);
        assertThat(changed.at("/source/title").asText()).isEqualTo("Our own");
        assertThat(changed.at("/source/address").asText()).isEqualTo(web.at("/feed.xml"));

        JsonNode polled = mutate("pollSource", "id: \"" + id + "\"", SOURCE);
        assertThat(polled.at("/errors")).isEmpty();
        while (!polled.at("/polled").asBoolean()) {
            polled = mutate("pollSource", "id: \"" + id + "\"", SOURCE);
        }
        assertThat(ask("{ sources { id state { articles } } }").findValues("state").stream()
                        .anyMatch(state -> state.path("articles").asInt() == 1))
                .isTrue();
        assertThat(mutate("disableSource", "id: \"" + id + "\"", SOURCE)
                        .at("/source/enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(mutate("changeSource", "source: {id: \"" + id + "\", note: \"quiet\"}", SOURCE)
                        .at("/source/enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(mutate("enableSource", "id: \"" + id + "\"", SOURCE)
                        .at("/source/enabled")
                        .asBoolean())
                .isTrue();
        assertThat(mutate("retract", "target: SOURCE, id: \"" + id + "\"", DECIDED)
                        .at("/revisions"))
                .isNotEmpty();
    }

    @Test
    void a_source_of_a_file_is_disabled_without_its_file() {
        String id = ask("{ sources { id } }").at("/data/sources/0/id").asText();
        assertThat(mutate("disableSource", "id: \"" + id + "\"", SOURCE)
                        .at("/source/enabled")
                        .asBoolean(true))
                .isFalse();
        assertThat(server.bean(org.dealgraph.pipeline.poll.Polling.class).sources())
                .noneMatch(s -> s.id().equals(id));
        mutate("enableSource", "id: \"" + id + "\"", SOURCE);
        assertThat(server.bean(org.dealgraph.pipeline.poll.Polling.class).sources())
                .anyMatch(s -> s.id().equals(id));
    }

    @Test
    void a_server_that_polls_asks_a_source_that_was_added_while_it_runs(@TempDir Path none) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        web.on("/watched.xml", (request, socket, out) -> {
            asked.countDown();
            FaultServer.write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        });
        PollSettings polling = new PollSettings(
                true, none, 4, 20, 5, Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofSeconds(5));
        try (RunningServer poller =
                RunningServer.on(store, polling, FetchSettings.standard().forLoopback(Duration.ZERO))) {
            String document =
                    "mutation { addSource(source: {id: \"watched\", kind: RSS, address: \"%s\"}, idempotencyKey: \"%s\") { done } }"
                            .formatted(web.at("/watched.xml"), fresh())
                            .replace("\n", " ");
            assertThat(RunningServer.json(poller.ask(document, "Authorization", "Bearer " + editor))
                            .at("/data/addSource/done")
                            .asBoolean())
                    .isTrue();
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}

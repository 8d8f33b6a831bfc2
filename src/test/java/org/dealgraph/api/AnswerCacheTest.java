package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers are kept, and never longer than they are true, whoever changes the graph. */
@ExtendWith(Neo4jTest.class)
class AnswerCacheTest {

    private static final String COUNT = "{ status { articles } }";
    private static RunningServer one;
    private static RunningServer other;

    @BeforeAll
    static void start(GraphStore store) {
        one = RunningServer.on(store);
        other = RunningServer.on(store);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void an_article_without_a_claim_is_seen_at_once_on_both_servers() {
        int before = count(one);
        assertThat(count(other)).isEqualTo(before);
        for (int i = 1; i <= 5; i++) {
            one.bean(Intake.class)
                    .take(RunningApplication.read(
                            Map.of("quiet-" + i + ".txt", "Weather " + i + "\n\nIt rained for " + i + " days.")));
            assertThat(count(other)).isEqualTo(before + i);
            assertThat(count(one)).isEqualTo(before + i);
        }
    }

    @Test
    void the_same_answer_has_the_same_tag_and_is_not_sent_twice() {
        HttpResponse<String> first = get(COUNT, "Accept", "application/json");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get(COUNT, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get(COUNT, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
        one.bean(Intake.class).take(RunningApplication.read(Map.of("news.txt", "Snow\n\nIt snowed.")));
        assertThat(get(COUNT, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void what_went_wrong_is_not_kept() {
        HttpResponse<String> wrong = one.ask("{ deals(first: -1) { nodes { id } } }");
        assertThat(wrong.headers().firstValue("ETag")).isEmpty();
        assertThat(wrong.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private static HttpResponse<String> get(String query, String... headers) {
        return one.send(one.request("/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), headers)
                .GET());
    }

    private static int count(RunningServer server) {
        return server.answer(COUNT).path("data").path("status").path("articles").asInt();
    }
}

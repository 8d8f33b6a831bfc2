package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What graphql-cop and OWASP's GraphQL cheat sheet try; docs/protection.md names each. */
@ExtendWith(Neo4jTest.class)
class ProtectionTest {

    private static RunningServer server;
    private static RunningServer closed;

    @BeforeAll
    static void start(GraphStore store) {
        server = RunningServer.on(store);
        closed = RunningServer.on(
                store, new Limits(15, 50_000, 100_000, 5_000, 50, 50, 10, 2_000, Duration.ofSeconds(20), false));
    }

    @AfterAll
    static void stop() {
        server.close();
        closed.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aliases                 | { %s }                     | a%d: __typename                  | 51   | aliases",
                "repeated fields         | { %s }                     | __typename                       | 500  | times the same field",
                "repeated aliases        | { %s }                     | a: __typename                    | 11   | times the same field",
                "directives              | { %s }                     | ... @skip(if: false) { __typename } | 51 | 50 directives",
                "the same directive      | { __typename %s }          | @skip(if: false)                 | 2    | one directive several times",
                "an unknown directive    | { __typename %s }          | @aa                              | 10   | one directive several times",
                "tokens                  | { %s }                     | f%d                              | 5001 | parsing has been cancelled",
                "spaces                  | { __typename %s }          | ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, | 5000 | parsing has been cancelled",
            })
    void a_document_that_holds_too_much_is_refused(String what, String frame, String part, int times, String reason) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < times; i++) {
            parts.append(part.formatted(i)).append(' ');
        }
        JsonNode errors = server.answer(frame.formatted(parts)).path("errors");
        assertThat(errors).as(what).hasSize(1);
        assertThat(errors.get(0).path("message").asText()).containsIgnoringCase(reason);
    }

    @Test
    void a_query_that_is_too_deep_is_refused() {
        String deep = "deals(first: 1) { nodes { parties { ".repeat(6) + "name" + " }".repeat(18);
        assertThat(server.answer("{ " + deep + " }")
                        .path("errors")
                        .get(0)
                        .path("message")
                        .asText())
                .contains("depth");
    }

    @Test
    void lists_within_lists_cost_their_product() {
        String inner = "deals(first: 100) { nodes { parties { deals(first: 100) { nodes { title slug } } } } }";
        assertThat(server.answer("{ " + inner + " }")
                        .path("errors")
                        .get(0)
                        .path("message")
                        .asText())
                .contains("complexity");
        assertThat(server.answer("{ deals(first: 100) { nodes { title parties { name } terms { text stage } } } }")
                        .has("errors"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ deals { nodes { title terms { text supports { evidence { quote } article { title address } } conflicts { aspect rivals { value claims { id } } } } } } }",
                "{ commitments { groups { from { name } to { name } totals { kind money { value } counted { text supports { evidence { quote } article { address } } } excluded { reason term { text } } } dollars { money { value low high } } } } }",
                "{ organization(id: \"openai\") { name deals { nodes { title parties { name } claims { nodes { evidence { quote } article { title } } } } } } }",
                "{ search(text: \"cloud\") { kind highlights { text spans { start end } } node { id ... on Deal { title terms { text } } } } }",
            })
    void a_question_of_everyday_needs_no_sizes(String query) {
        assertThat(server.answer(query).path("errors").toString()).isEmpty();
    }

    @Test
    void circular_introspection_is_refused_and_a_tool_s_is_answered() {
        String circular = "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }";
        assertThat(server.answer(circular).path("data").path("__schema").isObject())
                .isFalse();
        assertThat(server.answer("{ __schema { types { name fields { name } } } }")
                        .path("data")
                        .path("__schema")
                        .isObject())
                .isTrue();
    }

    @Test
    void introspection_can_be_closed() {
        JsonNode answer = closed.answer("{ __schema { types { name } } }");
        assertThat(answer.path("data").path("__schema").isObject()).isFalse();
        assertThat(answer.path("errors")).isNotEmpty();
        assertThat(closed.answer("{ __typename }")
                        .path("data")
                        .path("__typename")
                        .asText())
                .isEqualTo("Query");
    }

    @Test
    void fields_are_not_suggested() {
        assertThat(server.ask("{ __schema { directive } deal { titel } }").body())
                .doesNotContainIgnoringCase("did you mean");
    }

    @Test
    void a_batch_is_refused() {
        HttpResponse<String> response = server.send(server.request("/graphql")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "[{\"query\":\"{__typename}\"},{\"query\":\"{__typename}\"}]")));
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void a_large_body_is_refused() {
        assertThat(closed.ask("{ __typename } #" + "x".repeat(3_000)).statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"application/x-www-form-urlencoded", "text/plain", "multipart/form-data"})
    void what_a_foreign_form_can_send_is_refused(String type) {
        HttpResponse<String> response = server.send(server.request("/graphql?query=%7B__typename%7D")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("query=%7B__typename%7D")));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void get_starts_neither_mutation_nor_subscription() {
        assertThat(server.send(server.request("/graphql?query=subscription%7BdealEvents%7Bcursor%7D%7D")
                                .GET())
                        .statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ deals(after: \"x' OR 1=1 //\") { nodes { id } } }",
                "{ deal(id: \"'}) DETACH DELETE n //\") { id } }",
                "{ deals(filter: {text: \"\\\" OR * ) ] } ~\"}) { nodes { id } } }",
                "{ deals(first: -1) { nodes { id } } }",
                "{ node(id: \"\") { id } }",
                "query A { __typename } query A { __typename }",
                "{{{",
            })
    void errors_show_nothing_of_the_inside(String query) {
        String body = server.ask(query).body();
        assertThat(body)
                .doesNotContain(
                        "MATCH", "Neo4j", "neo4j", "org.dealgraph", "java.", "\\tat ", "Exception\"", "tracing");
    }

    @Test
    void what_takes_too_long_is_cancelled_with_a_code(GraphStore store) {
        try (RunningServer hasty = RunningServer.on(
                store, new Limits(15, 50_000, 100_000, 5_000, 50, 50, 10, 2_000, Duration.ofNanos(1), true))) {
            JsonNode answer = hasty.answer("{ status { deals } }");
            assertThat(answer.path("errors")
                            .get(0)
                            .path("extensions")
                            .path("code")
                            .asText())
                    .isEqualTo("TIMEOUT");
        }
    }
}

package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dealgraph.access.Keyring;
import org.dealgraph.access.SigningSettings;
import org.dealgraph.fetch.FaultServer;
import org.dealgraph.fetch.FetchSettings;
import org.dealgraph.fetch.PostSettings;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Scope;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.dealgraph.pipeline.Wiped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server on a small graph of our own texts, an editor's key, and how to send a mutation. */
@ExtendWith(Neo4jTest.class)
abstract class MutationFixture {

    static final String RESULT =
            " { done repeated entry { id by operation before after why } errors { code message path } ";
    static final String DECIDED =
            RESULT + "claims deals { id } organizations { name }" + " revisions { cursor kind cause dealId } }";
    static final String SUBMITTED = RESULT + "run deals { id } organizations { name } revisions { kind }"
            + " documents { outcome claims changes article { id title published publisher address } } }";
    static final String SOURCE = RESULT + "polled source { id title kind address enabled state { articles fault } } }";
    static final String ORDER = """
            Quillmark Compute signs Oracle contract

            September 10, 2025

            Quillmark Compute will pay Oracle $3 billion for computing power over five years.
            """;
    static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("stake.txt", """
                Amazon puts money into Anthropic

                August 3, 2026

                Amazon will invest $5 billion in Anthropic.
                """);
        TEXTS.put("unknown.txt", ORDER);
        TEXTS.put("renamed.txt", """
                Quillmark signs Oracle contract

                September 11, 2025

                Quillmark will pay Oracle $3 billion for computing power over five years.
                """);
    }

    static RunningServer server;
    static FaultServer web;
    static GraphStore store;
    static String editor;
    static int keys;

    @BeforeAll
    static void start(GraphStore opened) throws Exception {
        store = opened;
        web = new FaultServer();
        server = RunningServer.on(
                store,
                FetchSettings.standard().forLoopback(Duration.ZERO),
                new PostSettings(true, Duration.ofSeconds(2)),
                new SigningSettings("k".repeat(40)));
        editor = key("an editor", Scope.READ, Scope.INTAKE, Scope.JUDGE, Scope.SOURCES);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        web.close();
        Wiped.articlesAndDecisions(store);
    }

    @BeforeEach
    void fill() {
        Wiped.articlesAndDecisions(store);
        server.bean(Intake.class).take(RunningApplication.read(TEXTS));
    }

    static JsonNode added() {
        String id = "added-" + ++keys;
        return mutate(
                "addSource",
                "source: {id: \"" + id + "\", kind: RSS, address: \"https://" + id + ".example/feed\"}",
                SOURCE);
    }

    static String page(String sentence) {
        return "<html><head><title>News of the day in short</title></head><body><article><h1>News of the day in short</h1><p>"
                + sentence + "</p><p>" + "The two companies spoke of it at length on Monday. ".repeat(12)
                + "</p></article></body></html>";
    }

    static String key(String name, Scope... scopes) {
        return server.bean(Keyring.class).create(name, Set.of(scopes), null).text();
    }

    static String fresh() {
        return "once-" + ++keys;
    }

    static JsonNode mutate(String mutation, String arguments, String fields) {
        return mutateAs(editor, mutation, arguments, fields, fresh());
    }

    static JsonNode mutate(String mutation, String arguments, String fields, String text) {
        return mutateAs(editor, mutation, arguments, fields, fresh(), text);
    }

    static JsonNode mutateAs(@Nullable String key, String mutation, String arguments, String fields, String once) {
        return mutateAs(key, mutation, arguments, fields, once, null);
    }

    static JsonNode mutateAs(
            @Nullable String key,
            String mutation,
            String arguments,
            String fields,
            String once,
            @Nullable String text) {
        Map<String, Object> variables = new HashMap<>(Map.of("once", once));
        String declared = "$once: String!";
        if (text != null) {
            variables.put("text", text);
            declared += ", $text: String!";
        }
        String document = "mutation(" + declared + ") { " + mutation + "(" + arguments + ", idempotencyKey: $once) "
                + fields + " }";
        String[] headers = key == null ? new String[0] : new String[] {"Authorization", "Bearer " + key};
        HttpResponse<String> answer = server.send(server.request("/graphql", headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        RunningServer.write(Map.of("query", document, "variables", variables)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = RunningServer.json(answer);
        assertThat(json.path("errors").isMissingNode()).as(answer.body()).isTrue();
        return json.at("/data/" + mutation);
    }

    static String code(JsonNode payload) {
        return payload.at("/errors/0/code").asText();
    }

    static JsonNode ask(String query) {
        return server.answer(query);
    }

    static int deals() {
        return ask("{ status { deals } }").at("/data/status/deals").asInt();
    }

    /** The own id of the claim whose first party is called so. */
    static String claim(String party) {
        JsonNode claims =
                ask("{ claims(first: 50) { nodes { id from { name } } } }").at("/data/claims/nodes");
        return GlobalId.own(
                "Claim",
                nodes(claims)
                        .filter(n -> n.at("/from/0/name").asText().equals(party))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asText());
    }

    static int entries() {
        return store.<Long>read(tx -> tx.run("MATCH (e:AuditEntry) RETURN count(e) AS n")
                        .single()
                        .get("n")
                        .asLong())
                .intValue();
    }

    static List<String> dump() {
        return RunningApplication.dump(server.bean(ApplicationContext.class));
    }

    static List<String> texts(JsonNode list, String field) {
        return nodes(list).map(n -> n.path(field).asText()).toList();
    }

    static Stream<JsonNode> nodes(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

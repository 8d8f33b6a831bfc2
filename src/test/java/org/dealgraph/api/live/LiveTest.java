package org.dealgraph.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dealgraph.access.AccessSettings;
import org.dealgraph.access.Keyring;
import org.dealgraph.api.RunningServer;
import org.dealgraph.event.Events;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Json;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations over WebSocket and server-sent events. */
@ExtendWith(Neo4jTest.class)
class LiveTest {

    private static final String EVENTS = "text/event-stream";
    private static RunningServer server;
    private static RunningServer closed;

    private final GraphStore store;
    private final RevisionRepository revisions;
    private long start;

    LiveTest(GraphStore store) {
        this.store = store;
        this.revisions = new RevisionRepository(store.queries());
    }

    @BeforeAll
    static void start(GraphStore store) {
        server = RunningServer.on(
                store,
                new LiveSettings(100, 100, 3, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(10)));
        closed = RunningServer.on(
                store,
                new AccessSettings(false, 1000, 1000, 1000, List.of(), List.of("https://example.org")),
                new LiveSettings(100, 100, 3, Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(10)));
    }

    @AfterAll
    static void stop() {
        server.close();
        closed.close();
    }

    @BeforeEach
    void begin() {
        start = store.<Long>read(revisions::last);
    }

    @Test
    void a_subscription_resumes_by_its_cursor_after_each_forced_disconnect() {
        append(60);
        List<Long> seen = new ArrayList<>();
        long cursor = start;
        while (seen.size() < 60) {
            try (SocketClient client = SocketClient.ready(server.address())) {
                client.subscribe(
                        "s",
                        "subscription { dealEvents(after: \"" + cursor
                                + "\") { cursor deal { title parties { name } } } }");
                for (int i = 0; i < 7 && seen.size() < 60; i++) {
                    JsonNode event = client.next().path("payload").path("data").path("dealEvents");
                    cursor = event.path("cursor").asLong();
                    seen.add(cursor);
                }
            }
        }
        assertThat(seen)
                .isEqualTo(LongStream.rangeClosed(start + 1, start + 60).boxed().toList());
    }

    @Test
    void a_key_that_was_taken_back_starts_nothing_more_on_an_open_socket() {
        Keyring keyring = server.bean(Keyring.class);
        Keyring.Issued reader = keyring.create("reader", Set.of(Scope.READ), null);
        try (SocketClient client = new SocketClient(server.address(), "Authorization", "Bearer " + reader.text())) {
            client.say("{\"type\":\"connection_init\"}");
            assertThat(client.next().path("type").asText()).isEqualTo("connection_ack");
            client.subscribe("a", "{ __typename }");
            assertThat(client.next().path("type").asText()).isEqualTo("next");
            assertThat(client.next().path("type").asText()).isEqualTo("complete");
            keyring.revoke(reader.key().id());
            client.subscribe("b", "{ __typename }");
            assertThat(client.next().path("closed").asInt()).isEqualTo(SocketClose.FORBIDDEN);
        }
    }

    @Test
    void a_key_that_was_taken_back_ends_the_streams_that_it_opened() throws Exception {
        LiveSettings often =
                new LiveSettings(100, 100, 3, Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(10));
        try (RunningServer pinging = RunningServer.on(store, often)) {
            Keyring keyring = pinging.bean(Keyring.class);
            Keyring.Issued reader = keyring.create("reader", Set.of(Scope.READ), null);
            HttpResponse<java.io.InputStream> stream = java.net.http.HttpClient.newHttpClient()
                    .send(
                            pinging.request(
                                            "/graphql/stream",
                                            "Authorization",
                                            "Bearer " + reader.text(),
                                            "Accept",
                                            EVENTS,
                                            "Content-Type",
                                            "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(RunningServer.body(
                                            "subscription { dealEvents(after: \"" + start + "\") { cursor } }")))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            keyring.revoke(reader.key().id());
            assertThat(new String(stream.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("event:");
        }
    }

    @Test
    void a_stream_takes_no_larger_body_than_the_endpoint() {
        String body = RunningServer.body("{ __typename } #" + "x".repeat(1 << 20));
        HttpResponse<String> answer =
                server.send(server.request("/graphql/stream", "Accept", EVENTS, "Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void first_ends_the_stream_and_filters_hold() {
        append(4);
        try (SocketClient client = SocketClient.ready(server.address())) {
            client.subscribe(
                    "f",
                    "subscription { dealEvents(after: \"" + start
                            + "\", first: 2, filter: {parties: [\"party-1\"]}, kinds: [AMENDED], causes: [NEWS]) { cursor kind cause dealId before { slug } deal { slug } claims { id } } }");
            append(4);
            JsonNode one = client.next().path("payload").path("data").path("dealEvents");
            JsonNode two = client.next().path("payload").path("data").path("dealEvents");
            assertThat(one.path("cursor").asText()).isEqualTo(Long.toString(start + 2));
            assertThat(one.path("deal").path("slug").asText()).isEqualTo("slug-party-1");
            assertThat(one.path("claims")).isEmpty();
            assertThat(two.path("cursor").asText()).isEqualTo(Long.toString(start + 4));
            assertThat(client.next().path("type").asText()).isEqualTo("complete");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "after: \"x\" | cursor",
                "after: \"99999999\" | last one",
                "after: \"-1\" | cursor",
                "first: 0 | at least 1"
            })
    void a_wrong_argument_is_explained_and_the_socket_stays_open(String arguments, String reason) {
        try (SocketClient client = SocketClient.ready(server.address())) {
            client.subscribe("w", "subscription { dealEvents(" + arguments + ") { cursor } }");
            JsonNode error = client.next();
            assertThat(error.path("type").asText()).isEqualTo("error");
            assertThat(error.path("payload").get(0).path("message").asText()).contains(reason);
            client.subscribe("q", "{ __typename }");
            assertThat(client.next()
                            .path("payload")
                            .path("data")
                            .path("__typename")
                            .asText())
                    .isEqualTo("Query");
        }
    }

    @Test
    void one_connection_runs_so_many_operations_and_no_more() {
        try (SocketClient client = SocketClient.ready(server.address())) {
            for (int i = 0; i < 3; i++) {
                client.subscribe("s" + i, "subscription { dealEvents { cursor } }");
            }
            client.subscribe("more", "subscription { dealEvents { cursor } }");
            JsonNode refused = client.next();
            assertThat(refused.path("id").asText()).isEqualTo("more");
            assertThat(refused.path("payload")
                            .get(0)
                            .path("extensions")
                            .path("code")
                            .asText())
                    .isEqualTo("TOO_MANY_OPERATIONS");
        }
    }

    @Test
    void who_does_not_read_is_dropped_with_a_code_while_the_others_hear_everything() throws Exception {
        int size = 3_000;
        String wide = IntStream.range(0, 40)
                .mapToObj(i -> "d" + i + ": deal { id title slug parties { id name } }")
                .collect(Collectors.joining(" "));
        try (RunningServer hasty = RunningServer.on(
                        store,
                        new LiveSettings(
                                100, 100, 3, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(200)));
                DeafClient deaf = new DeafClient(
                        hasty.address(),
                        "subscription { dealEvents(after: \"" + start + "\") { cursor " + wide + " } }");
                SocketClient quick = SocketClient.ready(hasty.address())) {
            quick.subscribe(
                    "q", "subscription { dealEvents(after: \"" + start + "\", first: " + size + ") { cursor } }");
            append(size);
            for (long i = 1; i <= size; i++) {
                assertThat(quick.next().at("/payload/data/dealEvents/cursor").asLong())
                        .isEqualTo(start + i);
            }
            Connections connections = hasty.bean(Connections.class);
            while (connections.open() > 1) {
                Thread.onSpinWait();
            }
            assertThat(deaf.closed()).contains(SocketClose.TOO_SLOW);
        }
    }

    @Test
    void a_foreign_page_opens_no_socket() {
        assertThatThrownBy(() -> new SocketClient(server.address(), "Origin", "https://example.org"))
                .hasStackTraceContaining("403");
        String own = "http://" + server.address().getAuthority();
        assertThatCode(() -> new SocketClient(server.address(), "Origin", own).close())
                .as("the server's own pages at %s", own)
                .doesNotThrowAnyException();
    }

    @Test
    void where_reading_needs_a_key_it_can_be_shown_in_the_first_message_or_the_handshake() {
        String key = closed.bean(Keyring.class)
                .create("socket", java.util.Set.of(Scope.READ), null)
                .text();
        try (SocketClient none = new SocketClient(closed.address());
                SocketClient wrong = new SocketClient(closed.address());
                SocketClient message = new SocketClient(closed.address());
                SocketClient header = new SocketClient(closed.address(), "Authorization", "Bearer " + key)) {
            none.say("{\"type\":\"connection_init\"}");
            wrong.say("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer x\"}}");
            message.say("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + key + "\"}}");
            header.say("{\"type\":\"connection_init\"}");
            assertThat(none.next().path("closed").asInt()).isEqualTo(SocketClose.FORBIDDEN);
            assertThat(wrong.next().path("closed").asInt()).isEqualTo(SocketClose.FORBIDDEN);
            assertThat(message.next().path("type").asText()).isEqualTo("connection_ack");
            assertThat(header.next().path("type").asText()).isEqualTo("connection_ack");
        }
    }

    @Test
    void server_sent_events_carry_queries_subscriptions_and_errors() {
        append(2);
        String events = stream("subscription { dealEvents(after: \"" + start + "\", first: 2) { cursor } }");
        assertThat(events)
                .contains("event: next\ndata: {\"data\":{\"dealEvents\":{\"cursor\":\"" + (start + 1) + "\"}}}\n\n")
                .contains("\"" + (start + 2) + "\"")
                .endsWith("event: complete\ndata: \n\n");
        assertThat(stream("{ __typename }"))
                .contains("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\nevent: complete\n");
        assertThat(stream("{ nonsense }"))
                .contains("event: next\ndata: {\"errors\":[{")
                .endsWith("event: complete\ndata: \n\n");
    }

    @Test
    void a_reserved_connection_carries_several_operations() {
        HttpResponse<String> reserved =
                server.send(server.request("/graphql/stream").PUT(HttpRequest.BodyPublishers.noBody()));
        assertThat(reserved.statusCode()).isEqualTo(201);
        String token = reserved.body();
        assertThat(beside("unknown", "q", "{ __typename }")).isEqualTo(404);
        assertThat(beside(token, "q", "{ __typename }")).isEqualTo(202);
        append(1);
        assertThat(beside(token, "s", "subscription { dealEvents(after: \"" + start + "\", first: 1) { cursor } }"))
                .isEqualTo(202);
        assertThat(server.send(server.request("/graphql/stream?operationId=none", "X-GraphQL-Event-Stream-Token", token)
                                .DELETE())
                        .statusCode())
                .isEqualTo(200);
        List<String> lines = new ArrayList<>();
        try (var body = server.open("/graphql/stream?token=" + token)) {
            while (lines.stream().filter(line -> line.equals("event: complete")).count() < 2) {
                lines.add(body.readLine());
            }
            assertThat(server.send(server.request("/graphql/stream?token=" + token, "Accept", EVENTS)
                                    .GET())
                            .statusCode())
                    .isEqualTo(409);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(lines)
                .contains(
                        "data: {\"id\":\"q\",\"payload\":{\"data\":{\"__typename\":\"Query\"}}}",
                        "data: {\"id\":\"s\",\"payload\":{\"data\":{\"dealEvents\":{\"cursor\":\"" + (start + 1)
                                + "\"}}}}");
    }

    private static String stream(String query) {
        return server.send(server.request("/graphql/stream", "Accept", EVENTS)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(RunningServer.body(query))))
                .body();
    }

    private static int beside(String token, String id, String query) {
        String body = RunningServer.write(Map.of("query", query, "extensions", Map.of("operationId", id)));
        return server.send(server.request("/graphql/stream", "X-GraphQL-Event-Stream-Token", token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** Changes of two deals by turns. */
    private void append(int count) {
        store.run(tx -> revisions.append(
                tx,
                IntStream.range(0, count)
                        .mapToObj(i -> change("party-" + i % 2))
                        .toList()));
    }

    private static Revision change(String party) {
        Deal deal = Events.deal(party);
        return new Revision(
                0,
                deal.id(),
                Revision.Kind.AMENDED,
                Revision.Cause.NEWS,
                Instant.parse("2026-11-01T10:00:00Z"),
                Json.write(deal),
                Json.write(deal),
                List.of("c-1"));
    }
}

package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dealgraph.access.AccessSettings;
import org.dealgraph.access.Keyring;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, and how often one may ask. */
@ExtendWith(Neo4jTest.class)
class AccessTest {

    private static final String TYPE = "{ __typename }";
    private static RunningServer open;
    private static RunningServer closed;

    @BeforeAll
    static void start(GraphStore store) {
        open = RunningServer.on(store);
        closed = RunningServer.on(
                store,
                new AccessSettings(false, 5, 4, 1_000_000, List.of("127.0.0.1"), List.of("https://example.org")));
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
    }

    @Test
    void those_without_a_key_read_where_that_is_allowed() {
        assertThat(open.ask(TYPE).statusCode()).isEqualTo(200);
        assertThat(closed.ask(TYPE).statusCode()).isEqualTo(401);
        assertThat(stream(closed, "none")).isEqualTo(401);
    }

    @Test
    void a_key_opens_what_its_scopes_say() {
        String reader = key(Set.of(Scope.READ));
        String intake = key(Set.of(Scope.INTAKE));
        assertThat(closed.ask(TYPE, "Authorization", "Bearer " + reader).statusCode())
                .isEqualTo(200);
        assertThat(closed.ask(TYPE, "Authorization", "Bearer " + intake).statusCode())
                .isEqualTo(403);
        assertThat(intake(reader)).isEqualTo(403);
        assertThat(intake(intake)).isEqualTo(200);
        assertThat(intake(RunningServer.KEY)).isEqualTo(200);
    }

    @Test
    void a_wrong_key_is_refused_also_where_none_is_needed() {
        String reader = key(Set.of(Scope.READ));
        for (String wrong : List.of(reader + "x", reader.substring(0, reader.length() - 1), "dg_none_none", "", "x")) {
            HttpResponse<String> answer = open.ask(TYPE, "Authorization", "Bearer " + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    @Test
    void keys_are_made_listed_and_taken_back_over_http_by_an_administrator() {
        String admin = "Bearer " + RunningServer.KEY;
        HttpResponse<String> made = open.send(open.request("/keys", "Authorization", admin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"notebook\",\"scopes\":[\"READ\"],\"days\":1}")));
        JsonNode key = RunningServer.json(made);
        assertThat(made.statusCode()).isEqualTo(201);
        String shown = "Bearer " + key.path("key").asText();
        assertThat(open.ask(TYPE, "Authorization", shown).statusCode()).isEqualTo(200);
        String list =
                open.send(open.request("/keys", "Authorization", admin).GET()).body();
        assertThat(list)
                .contains(key.path("id").asText(), "notebook")
                .doesNotContain("hash", key.path("key").asText());
        assertThat(open.send(open.request("/keys", "Authorization", shown).GET())
                        .statusCode())
                .isEqualTo(403);
        assertThat(open.send(open.request("/keys").GET()).statusCode()).isEqualTo(401);
        open.send(open.request("/keys/" + key.path("id").asText(), "Authorization", admin)
                .DELETE());
        assertThat(open.ask(TYPE, "Authorization", shown).statusCode()).isEqualTo(401);
    }

    @Test
    void an_expired_key_opens_nothing_though_reading_is_free() {
        String expired = "Bearer "
                + open.bean(Keyring.class)
                        .create("short", Set.of(Scope.ADMIN), Duration.ZERO)
                        .text();
        assertThat(open.ask(TYPE, "Authorization", expired).statusCode()).isEqualTo(401);
        assertThat(open.send(open.request("/keys", "Authorization", expired).GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_key_is_none_the_less_one_for_being_called_like_those_without() {
        String named = "Bearer "
                + open.bean(Keyring.class)
                        .create("anonymous", Set.of(Scope.READ), null)
                        .text();
        HttpResponse<String> answer = open.ask(TYPE, "Authorization", named);
        assertThat(answer.headers().firstValue("RateLimit-Limit")).hasValue("12000");
        assertThat(open.send(open.request("/keys", "Authorization", named).GET())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void other_pages_read_nothing_and_are_told_nothing() {
        HttpResponse<String> asked = open.ask(TYPE, "Origin", "https://evil.example");
        assertThat(asked.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        HttpResponse<String> preflight = open.send(open.request(
                        "/graphql",
                        "Origin",
                        "https://evil.example",
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(preflight.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(preflight.statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void who_asks_too_often_is_told_when_to_come_back() {
        String reader = "Bearer " + key(Set.of(Scope.READ));
        for (int left = 3; left >= 0; left--) {
            HttpResponse<String> answer = closed.ask(TYPE, "Authorization", reader);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit-Limit")).hasValue("4");
            assertThat(answer.headers().firstValue("RateLimit-Remaining")).hasValue(Integer.toString(left));
            assertThat(answer.headers().firstValue("RateLimit-Reset")).isPresent();
        }
        HttpResponse<String> refused = closed.ask(TYPE, "Authorization", reader);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(closed.ask(TYPE, "Authorization", "Bearer " + key(Set.of(Scope.READ)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void addresses_are_told_apart_behind_a_proxy_that_is_believed() {
        for (int i = 0; i < 5; i++) {
            assertThat(closed.ask(TYPE, "X-Forwarded-For", "198.51.100.7").statusCode())
                    .isEqualTo(401);
        }
        assertThat(closed.ask(TYPE, "X-Forwarded-For", "198.51.100.7").statusCode())
                .isEqualTo(429);
        assertThat(closed.ask(TYPE, "X-Forwarded-For", "198.51.100.7, 198.51.100.8")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, false",
        "https://api.example, false",
        "https://evil.example, true",
        "https://example.org.evil.example, true",
        "null, true",
        "not a URI, true"
    })
    void a_page_opens_a_socket_where_it_is_our_own_or_named(String origin, boolean strange) {
        assertThat(closed.bean(Gate.class)
                        .isStrange(io.micronaut.http.HttpRequest.GET("/graphql")
                                .header("Host", "api.example")
                                .header("Origin", origin)))
                .isEqualTo(strange);
    }

    private static String key(Set<Scope> scopes) {
        return closed.bean(Keyring.class).create("test", scopes, null).text();
    }

    private static int intake(String key) {
        return open.send(open.request("/intake?name=a.txt&seen=2026-05-01T00:00:00Z", "Authorization", "Bearer " + key)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofString("Rain\n\nIt rained.")))
                .statusCode();
    }

    private static int stream(RunningServer server, String token) {
        return server.send(server.request("/graphql/stream?token=" + token).PUT(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }
}

package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dealgraph.access.AccessSettings;
import org.dealgraph.access.Keyring;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was answered before is answered again at once: alike, in order, and to nobody who may not read it. */
@ExtendWith(Neo4jTest.class)
class CachedAnswersTest {

    private static final String QUERY = "{ status { articles } }";
    private static RunningServer open;
    private static RunningServer closed;

    @BeforeAll
    static void start(GraphStore store) {
        open = RunningServer.on(store);
        closed = RunningServer.on(store, new AccessSettings(false, 1_000, 4, 1_000_000, List.of(), List.of()));
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
    }

    @Test
    void the_second_answer_differs_from_the_first_in_nothing_but_its_count() {
        for (String accept : List.of("application/json", "application/graphql-response+json", "*/*")) {
            HttpResponse<String> first = open.ask("query A { status { articles } }", "Accept", accept);
            HttpResponse<String> again = open.ask("query A { status { articles } }", "Accept", accept);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(lasting(again)).isEqualTo(lasting(first));
            assertThat(remaining(again)).isEqualTo(remaining(first) - 1);
        }
    }

    @Test
    void a_get_is_answered_alike_too_and_not_sent_twice() {
        String path = "/graphql?query=" + URLEncoder.encode("query G { status { articles } }", StandardCharsets.UTF_8);
        HttpResponse<String> first = open.send(open.request(path).GET());
        HttpResponse<String> again = open.send(open.request(path).GET());
        assertThat(lasting(again)).isEqualTo(lasting(first));
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> known =
                open.send(open.request(path, "If-None-Match", tag).GET());
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.headers().firstValue("ETag")).hasValue(tag);
        assertThat(known.body()).isEmpty();
    }

    @Test
    void answers_come_in_the_order_of_the_requests_of_one_connection() throws IOException {
        open.ask(QUERY, "Accept", "application/json");
        String ready = post(QUERY);
        String slow = post("query Slow { organizations(first: 1) { nodes { id } } }");
        String wrong = post("{ nothing }");
        assertThat(talk(ready + slow + ready + wrong + ready + ready))
                .extracting(body -> body.contains("articles")
                        ? "ready"
                        : body.contains("organizations") ? "slow" : body.contains("errors") ? "wrong" : body)
                .containsExactly("ready", "slow", "ready", "wrong", "ready", "ready");
    }

    @Test
    void a_request_in_pieces_is_answered_too() throws IOException {
        open.ask(QUERY, "Accept", "application/json");
        String whole = post(QUERY);
        int body = whole.indexOf("\r\n\r\n") + 4;
        assertThat(talk(whole.substring(0, body), whole.substring(body))).hasSize(1);
        assertThat(talk(whole.substring(0, body), whole.substring(body, body + 5), whole.substring(body + 5)))
                .hasSize(1);
        assertThat(talk(whole.substring(0, 20), whole.substring(20))).hasSize(1);
    }

    @Test
    void who_may_not_read_is_not_answered_though_the_answer_is_ready() {
        Keyring keyring = closed.bean(Keyring.class);
        Keyring.Issued reader = keyring.create("reader", Set.of(Scope.READ), null);
        String shown = "Bearer " + reader.text();
        String writer =
                "Bearer " + keyring.create("writer", Set.of(Scope.INTAKE), null).text();
        assertThat(closed.ask(QUERY, "Authorization", shown).statusCode()).isEqualTo(200);
        assertThat(closed.ask(QUERY, "Authorization", shown).statusCode()).isEqualTo(200);
        assertThat(closed.ask(QUERY).statusCode()).isEqualTo(401);
        assertThat(closed.ask(QUERY, "Authorization", writer).statusCode()).isEqualTo(403);
        assertThat(closed.ask(QUERY, "Authorization", shown + "x").statusCode()).isEqualTo(401);
        keyring.revoke(reader.key().id());
        assertThat(closed.ask(QUERY, "Authorization", shown).statusCode()).isEqualTo(401);
    }

    @Test
    void ready_answers_are_counted_and_refused_like_others() {
        String shown = "Bearer "
                + closed.bean(Keyring.class)
                        .create("eager", Set.of(Scope.READ), null)
                        .text();
        for (int left = 3; left >= 0; left--) {
            assertThat(remaining(closed.ask(QUERY, "Authorization", shown))).isEqualTo(left);
        }
        HttpResponse<String> refused = closed.ask(QUERY, "Authorization", shown);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    private static Map<String, List<String>> lasting(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeIf(name -> name.equals("date") || name.startsWith("ratelimit-re"));
        return headers;
    }

    private static int remaining(HttpResponse<String> response) {
        return Integer.parseInt(
                response.headers().firstValue("RateLimit-Remaining").orElseThrow());
    }

    private static String post(String query) {
        String body = RunningServer.body(query);
        return "POST /graphql HTTP/1.1\r\nHost: " + open.address().getAuthority()
                + "\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    /** Sends pieces on one connection, each by itself, and reads the bodies that come. */
    private static List<String> talk(String... pieces) throws IOException {
        try (Socket socket = new Socket(open.address().getHost(), open.address().getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            int wanted = 0;
            for (String piece : pieces) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            String sent = String.join("", pieces);
            for (int at = sent.indexOf("POST "); at >= 0; at = sent.indexOf("POST ", at + 1)) {
                wanted++;
            }
            List<String> bodies = new ArrayList<>();
            InputStream in = socket.getInputStream();
            while (bodies.size() < wanted) {
                bodies.add(body(in));
            }
            return bodies;
        }
    }

    private static String body(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElseThrow();
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}

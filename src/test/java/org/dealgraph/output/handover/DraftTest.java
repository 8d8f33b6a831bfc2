package org.dealgraph.output.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dealgraph.model.Issue;
import org.dealgraph.model.Newsletter;
import org.dealgraph.model.Newsletter.HandOver;
import org.dealgraph.model.Newsletter.Tool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tools are sent over HTTP, against servers that answer as the tools' documentation says. */
class DraftTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String GHOST_KEY = "6489a0b1c2d3e4f5a6b7c8d9:" + SECRET;
    private static final String PAGE = "https://deals.example.org/newsletter/week/2026-11-23-0700";
    private static final Issue ISSUE = new Issue(
            "week",
            "2026-11-23-0700",
            "The week: {{ Subscriber.Email }} {% now %} pays $5",
            "<h2>New</h2>\n\n<p>They pay {{ .Subscriber.Email }} {% if %} {# c #} https://x.example/@TrackLink</p>\n",
            "<!doctype html>",
            "They pay {{ .Subscriber.Email }} {braces} stay\n",
            Instant.parse("2026-11-23T07:00:00Z"),
            1,
            9,
            1);

    private final List<Asked> asked = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private HttpServer server;

    /** A request as the tool sees it. */
    private record Asked(String method, String path, Map<String, String> headers, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().toString();
        asked.add(new Asked(
                method, path, headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        String[] answer = answers.getOrDefault(
                        method + " " + path, method.equals("GET") ? "404 {\"errors\":[]}" : "500 {}")
                .split(" ", 2);
        byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private HandOver to(Tool tool, boolean card) {
        return new HandOver(
                tool,
                base(),
                tool == Tool.LISTMONK ? List.of(3, 4) : List.of(),
                tool == Tool.LISTMONK ? Integer.valueOf(7) : null,
                List.of("Deals"),
                card);
    }

    private static Newsletter newsletter() {
        return new Newsletter(
                "week",
                "The week",
                "What happened.",
                "",
                Newsletter.Content.DIGEST,
                null,
                null,
                "Desk <desk@example.org>",
                null,
                null,
                List.of(),
                List.of());
    }

    private static HandOverSettings keys() {
        return new HandOverSettings("bd-key-123456", "writer", "lm-token-123456", GHOST_KEY, Duration.ofSeconds(10));
    }

    private String hand(HandOver to) {
        return new Tools(keys()).hand(newsletter(), ISSUE, to, PAGE);
    }

    @Test
    void buttondown_gets_an_email_that_is_a_draft() throws IOException {
        answers.put(
                "POST /v1/emails",
                "201 {\"id\":\"e-1\",\"absolute_url\":\"https://buttondown.com/x/archive/e\",\"status\":\"draft\"}");
        assertThat(hand(to(Tool.BUTTONDOWN, false))).isEqualTo("https://buttondown.com/x/archive/e");
        Asked post = asked.getFirst();
        assertThat(post.headers())
                .containsEntry("authorization", "Token bd-key-123456")
                .containsEntry("content-type", "application/json")
                .containsEntry("x-api-version", "2026-04-01")
                .containsKey("x-idempotency-key");
        assertThat(post.json()).isEqualTo(JSON.readTree("""
                {"subject": "The week: { { Subscriber.Email }} { % now %} pays $5",
                 "body": "<!-- buttondown-editor-mode: plaintext -->\\n<h2>New</h2>\\n<p>They pay &#123;{ .Subscriber.Email }} &#123;% if %} &#123;# c #} https://x.example/&#64;TrackLink</p>\\n",
                 "status": "draft", "slug": "week-2026-11-23-0700",
                 "canonical_url": "https://deals.example.org/newsletter/week/2026-11-23-0700",
                 "metadata": {"dealgraph_issue": "week/2026-11-23-0700"}}"""));
        hand(to(Tool.BUTTONDOWN, false));
        assertThat(asked.getLast().headers().get("x-idempotency-key"))
                .isEqualTo(post.headers().get("x-idempotency-key"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void listmonk_gets_a_campaign_whose_words_are_no_orders() throws IOException {
        answers.put("POST /api/campaigns", "200 {\"data\":{\"id\":42,\"status\":\"draft\"}}");
        answers.put(
                "GET /api/campaigns?per_page=20&tags=dealgraph-week-2026-11-23-0700",
                "200 {\"data\":{\"results\":[{\"id\":1,\"tags\":[\"other\"]}]}}");
        assertThat(hand(to(Tool.LISTMONK, false))).isEqualTo(base() + "/campaigns/42");
        assertThat(asked).extracting(Asked::method).containsExactly("GET", "POST");
        assertThat(asked.getLast().headers()).containsEntry("authorization", "token writer:lm-token-123456");
        assertThat(asked.getLast().json()).isEqualTo(JSON.readTree("""
                {"name": "The week 2026-11-23-0700",
                 "subject": "The week: { { Subscriber.Email }} { % now %} pays $5",
                 "lists": [3, 4], "type": "regular", "content_type": "html", "messenger": "email",
                 "from_email": "Desk <desk@example.org>", "template_id": 7,
                 "tags": ["Deals", "dealgraph-week-2026-11-23-0700"],
                 "body": "<h2>New</h2>\\n\\n<p>They pay &#123;{ .Subscriber.Email }} &#123;% if %} &#123;# c #} https://x.example/&#64;TrackLink</p>\\n",
                 "altbody": "They pay { { .Subscriber.Email }} {braces} stay\\n"}"""));
    }

    @Test
    void ghost_gets_a_draft_post_of_html_that_can_be_edited() throws IOException {
        answers.put(
                "POST /ghost/api/admin/posts/?source=html", "201 {\"posts\":[{\"id\":\"p1\",\"status\":\"draft\"}]}");
        assertThat(hand(to(Tool.GHOST, false))).isEqualTo(base() + "/ghost/#/editor/post/p1");
        assertThat(asked)
                .extracting(Asked::path)
                .containsExactly(
                        "/ghost/api/admin/posts/slug/week-2026-11-23-0700/", "/ghost/api/admin/posts/?source=html");
        assertThat(asked.getLast().headers()).containsEntry("accept-version", "v5.0");
        JsonNode post = asked.getLast().json().path("posts").path(0);
        assertThat(asked.getLast().json().path("posts")).hasSize(1);
        assertThat(post.path("status").asText()).isEqualTo("draft");
        assertThat(post.path("title").asText()).isEqualTo(ISSUE.subject());
        assertThat(post.path("html").asText()).isEqualTo(ISSUE.html());
        assertThat(post.path("slug").asText()).isEqualTo("week-2026-11-23-0700");
        assertThat(post.path("custom_excerpt").asText()).isEqualTo("What happened.");
        assertThat(post.path("canonical_url").asText()).isEqualTo(PAGE);
        assertThat(post.path("tags")).isEqualTo(JSON.readTree("[\"Deals\"]"));
        assertThat(post.has("lexical")).isFalse();
    }

    @Test
    void ghost_gets_a_lexical_card_where_the_html_is_to_stay_as_it_is() throws IOException {
        answers.put("POST /ghost/api/admin/posts/", "201 {\"posts\":[{\"id\":\"p2\"}]}");
        hand(to(Tool.GHOST, true));
        JsonNode post = asked.getLast().json().path("posts").path(0);
        assertThat(post.has("html")).isFalse();
        assertThat(post.path("lexical").isTextual()).isTrue();
        JsonNode root = JSON.readTree(post.path("lexical").asText()).path("root");
        assertThat(root.path("type").asText()).isEqualTo("root");
        assertThat(root.path("children")).hasSize(1);
        assertThat(root.path("children").path(0).path("type").asText()).isEqualTo("html");
        assertThat(root.path("children").path(0).path("html").asText()).isEqualTo(ISSUE.html());
    }

    @Test
    void ghost_is_shown_a_token_that_its_key_verifies() throws Exception {
        answers.put("POST /ghost/api/admin/posts/?source=html", "201 {\"posts\":[{\"id\":\"p1\"}]}");
        Instant before = Instant.now();
        hand(to(Tool.GHOST, false));
        String shown = String.valueOf(asked.getLast().headers().get("authorization"));
        assertThat(shown).startsWith("Ghost ");
        String[] parts = shown.substring("Ghost ".length()).split("\\.");
        assertThat(parts).hasSize(3);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(SECRET), "HmacSHA256"));
        assertThat(Base64.getUrlDecoder().decode(parts[2]))
                .isEqualTo(mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII)));
        assertThat(JSON.readTree(Base64.getUrlDecoder().decode(parts[0])))
                .isEqualTo(JSON.readTree("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"6489a0b1c2d3e4f5a6b7c8d9\"}"));
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("aud").asText()).isEqualTo("/admin/");
        assertThat(claims.path("iat").asLong())
                .isBetween(before.getEpochSecond(), Instant.now().getEpochSecond());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({"GHOST", "LISTMONK"})
    void a_tool_that_has_the_issue_gets_no_second_draft(Tool tool) {
        answers.put("GET /ghost/api/admin/posts/slug/week-2026-11-23-0700/", "200 {\"posts\":[{\"id\":\"p9\"}]}");
        answers.put(
                "GET /api/campaigns?per_page=20&tags=dealgraph-week-2026-11-23-0700",
                "200 {\"data\":{\"results\":[{\"id\":1,\"tags\":[]},{\"id\":9,\"tags\":[\"dealgraph-week-2026-11-23-0700\"]}]}}");
        assertThat(hand(to(tool, false))).endsWith("9");
        assertThat(asked).extracting(Asked::method).containsExactly("GET");
    }

    @ParameterizedTest
    @CsvSource({"400,false", "401,false", "301,false", "422,false", "429,true", "500,true", "503,true"})
    void what_a_tool_refuses_is_told_without_the_key(int status, boolean passing) {
        answers.put("POST /v1/emails", status + " {\"code\":\"email_invalid\",\"detail\":\"not with bd-key-123456\"}");
        assertThatThrownBy(() -> hand(to(Tool.BUTTONDOWN, false)))
                .isInstanceOfSatisfying(HandOverException.class, e -> {
                    assertThat(e.isPassing()).isEqualTo(passing);
                    assertThat(e).hasMessageContaining("answered " + status).hasMessageContaining("email_invalid");
                    assertThat(e.getMessage()).doesNotContain("bd-key-123456");
                });
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Tool.class)
    void a_key_that_is_missing_or_malformed_is_told_and_nothing_is_asked(Tool tool) {
        for (@Nullable String key : new String[] {null, " ", "line\nbreak\u0001"}) {
            HandOverSettings settings = new HandOverSettings(key, "writer", key, key, Duration.ofSeconds(1));
            assertThatThrownBy(() -> new Tools(settings).hand(newsletter(), ISSUE, to(tool, false), null))
                    .isInstanceOf(HandOverException.class)
                    .hasMessageNotContaining("break");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void a_tool_that_is_not_there_is_asked_another_time() {
        server.stop(0);
        assertThatThrownBy(() -> hand(to(Tool.GHOST, false)))
                .isInstanceOfSatisfying(
                        HandOverException.class, e -> assertThat(e.isPassing()).isTrue());
    }

    @Test
    void settings_do_not_tell_their_keys() {
        assertThat(keys().toString())
                .doesNotContain("bd-key")
                .doesNotContain("lm-token")
                .doesNotContain(SECRET);
    }
}

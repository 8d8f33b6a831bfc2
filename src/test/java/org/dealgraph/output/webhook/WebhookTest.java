package org.dealgraph.output.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.dealgraph.access.SigningSettings;
import org.dealgraph.api.RunningServer;
import org.dealgraph.fetch.PostSettings;
import org.dealgraph.graph.GraphSettings;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Revision.Cause;
import org.dealgraph.model.Revision.Kind;
import org.dealgraph.model.Stage;
import org.dealgraph.output.Told;
import org.dealgraph.output.webhook.Receiver.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries over real HTTP from a real store, verified as their receivers do. */
@ExtendWith(Neo4jTest.class)
@Timeout(120)
class WebhookTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SigningSettings KEY = new SigningSettings("k".repeat(40));
    private static final PostSettings POST = new PostSettings(true, Duration.ofMillis(1_500));
    private static final String FIELDS = " { done repeated secret errors { code message }"
            + " webhook { id origin form payloadVersion enabled trouble cursor delivered attempts nextAttemptAt failingSince"
            + " secrets { generation expiresAt } watch { name }"
            + " deliveries { message event attempt at status outcome reason nextAttemptAt } deadLetters { event reason } } }";

    private static RunningServer server;
    private static GraphStore store;
    private static Told told;
    private static int made;

    private final Receiver receiver;

    private String party = "";
    private String watch = "";
    private String id = "";
    private String secret = "";

    WebhookTest() throws IOException {
        this.receiver = new Receiver();
    }

    private static WebhookSettings settings(Duration giveUp) {
        Duration soon = Duration.ofMillis(20);
        return new WebhookSettings(true, List.of(soon, soon), giveUp, soon, soon, Duration.ofSeconds(2), 1_000);
    }

    @BeforeAll
    static void start(GraphStore opened) {
        store = opened;
        told = new Told(store);
        server = RunningServer.on(store, settings(Duration.ofDays(5)), KEY, POST);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void add() {
        party = "new:buyer-" + ++made;
        watch = order(
                        server,
                        "createWatch",
                        "name: \"watch " + made + "\", filter: {parties: [\"" + party + "\"]}",
                        " { watch { id } }")
                .at("/watch/id")
                .asText();
    }

    @AfterEach
    void remove() {
        order(server, "removeWatch", "id: \"" + watch + "\"", " { done }");
        receiver.close();
    }

    private static JsonNode order(RunningServer at, String mutation, String arguments, String fields) {
        String query = "mutation { " + mutation + "(" + arguments + ", idempotencyKey: \"" + UUID.randomUUID() + "\") "
                + fields + " }";
        JsonNode answer = RunningServer.json(at.send(at.request(
                        "/graphql", "Authorization", "Bearer " + RunningServer.KEY, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(RunningServer.body(query)))));
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/" + mutation);
    }

    private JsonNode order(String mutation, String arguments) {
        return order(server, mutation, "id: \"" + id + "\"" + arguments, FIELDS).path("webhook");
    }

    private void hook(String more) {
        JsonNode answer = order(
                server,
                "createWebhook",
                "watch: \"" + watch + "\", address: \"" + receiver.at("/token-1234") + "\"" + more,
                FIELDS);
        assertThat(answer.at("/errors")).isEmpty();
        id = answer.at("/webhook/id").asText();
        secret = answer.at("/secret").asText();
    }

    private List<Revision> happened(String... titles) {
        List<Revision> changes = java.util.Arrays.stream(titles)
                .map(title -> told.change(
                        Kind.ADDED,
                        Cause.NEWS,
                        null,
                        Told.deal("c-" + UUID.randomUUID(), title, party, 5, Stage.AGREED, "2027")))
                .toList();
        int before = told.log().size();
        told.happened(changes);
        return List.copyOf(told.log().subList(before, told.log().size()));
    }

    private static String[] titles(int count) {
        return IntStream.range(0, count).mapToObj(i -> "Deal " + i).toArray(String[]::new);
    }

    private JsonNode standing() {
        JsonNode all = RunningServer.json(server.ask(
                "{ webhooks(watch: \"" + watch + "\") "
                        + FIELDS.replaceFirst("^.*? webhook ", "").replaceFirst(" }$", "") + " }",
                "Authorization",
                "Bearer " + RunningServer.KEY));
        return all.at("/data/webhooks/0");
    }

    /** How the webhook stands as soon as it stands so. An answer without it, say of a server too busy, is none. */
    private JsonNode until(java.util.function.Predicate<JsonNode> wanted) {
        JsonNode now = standing();
        while (!now.isObject() || !wanted.test(now)) {
            Thread.onSpinWait();
            now = standing();
        }
        return now;
    }

    private static JsonNode json(Got got) {
        try {
            return JSON.readTree(got.body());
        } catch (IOException e) {
            throw new IllegalStateException(got.body(), e);
        }
    }

    private static List<String> cursors(List<Got> got) {
        return got.stream().map(g -> json(g).at("/data/cursor").asText()).toList();
    }

    private static List<String> numbers(List<Revision> revisions) {
        return revisions.stream().map(r -> Long.toString(r.number())).toList();
    }

    private static List<String> outcomes(JsonNode standing) {
        return StreamSupport.stream(standing.path("deliveries").spliterator(), false)
                .map(d -> d.path("outcome").asText() + " " + d.path("status").asText())
                .toList()
                .reversed();
    }

    private static void verify(String with, Got got) throws Exception {
        new Webhook(with).verify(got.body(), got.headers().map());
    }

    @Test
    void the_reference_verification_accepts_every_delivery_and_they_come_in_order() throws Exception {
        hook("");
        List<Revision> log = happened("Plain", "<script>&amp; 日本 🚀", "Quotes \" ' \\ and\r\nlines", " \u0000 ", "]]>");
        List<Got> got = receiver.first(5);
        assertThat(cursors(got)).isEqualTo(numbers(log));
        assertThat(got).extracting(Got::id).doesNotHaveDuplicates().allMatch(i -> i.matches("evt_\\d+_[0-9a-f]{16}"));
        for (Got each : got) {
            verify(secret, each);
            assertThatThrownBy(() -> verify("whsec_" + "A".repeat(43) + "=", each))
                    .isInstanceOf(WebhookVerificationException.class);
            assertThatThrownBy(() -> new Webhook(secret)
                            .verify(each.body() + " ", each.headers().map()))
                    .isInstanceOf(WebhookVerificationException.class);
        }
        JsonNode first = json(got.getFirst());
        assertThat(first.path("type").asText()).isEqualTo("deal.added");
        assertThat(first.path("version").asInt()).isEqualTo(1);
        assertThat(Instant.parse(first.path("timestamp").asText())).isBefore(Instant.now());
        assertThat(first.at("/data/id").asText())
                .isEqualTo("tag:dealgraph.org,2026:event/" + log.getFirst().number() + "/"
                        + log.getFirst().deal());
        assertThat(first.at("/data/link").asText())
                .isEqualTo("http://" + server.address().getAuthority() + "/feeds/entries/"
                        + log.getFirst().number());
        assertThat(first.at("/data/terms/0").asText()).contains("up to $5 billion");
        JsonNode standing = until(s -> s.path("delivered").asInt() == 5);
        assertThat(standing.path("cursor").asText()).isEqualTo(numbers(log).getLast());
        assertThat(outcomes(standing)).hasSize(5).containsOnly("DELIVERED 204");
    }

    @Test
    void neither_secret_nor_address_is_shown_again_or_stored() throws Exception {
        hook("");
        assertThat(secret).startsWith("whsec_");
        assertThat(standing().toString()).doesNotContain(secret).doesNotContain("token-1234");
        assertThat(standing().path("origin").asText()).isEqualTo(receiver.at(""));
        String everything = store.<List<String>>read(tx -> tx.run("MATCH (n) RETURN properties(n) AS p")
                        .list(row -> row.get("p").toString()))
                .toString();
        assertThat(everything).doesNotContain(secret.substring(6));
        String audit = store.<List<String>>read(tx -> tx.run("MATCH (n:AuditEntry) RETURN n.body AS p")
                        .list(row -> row.get("p").asString()))
                .toString();
        assertThat(audit).contains("createWebhook").doesNotContain("token-1234");
    }

    @Test
    void after_a_rotation_both_secrets_verify_until_the_old_one_expires() throws Exception {
        hook("");
        String rotated = order(server, "rotateWebhookSecret", "id: \"" + id + "\"", FIELDS)
                .path("secret")
                .asText();
        assertThat(rotated).startsWith("whsec_").isNotEqualTo(secret);
        happened("Both");
        Got both = receiver.first(1).getFirst();
        verify(secret, both);
        verify(rotated, both);
        String last = order(server, "rotateWebhookSecret", "id: \"" + id + "\", overlapHours: 0", FIELDS)
                .path("secret")
                .asText();
        happened("One");
        Got one = receiver.first(2).getLast();
        verify(last, one);
        assertThatThrownBy(() -> verify(rotated, one)).isInstanceOf(WebhookVerificationException.class);
        assertThat(standing().path("secrets")).hasSize(1);
    }

    @Test
    void what_fails_is_tried_again_under_its_id_and_what_follows_waits() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        receiver.answer(
                (got, exchange) -> exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 503 : 200, -1));
        hook("");
        List<Revision> log = happened("First", "Second");
        List<Got> got = receiver.first(4);
        assertThat(got.subList(0, 3))
                .extracting(Got::id)
                .containsOnly(got.getFirst().id());
        assertThat(cursors(got.subList(2, 4))).isEqualTo(numbers(log));
        for (Got each : got) {
            verify(secret, each);
        }
        assertThat(outcomes(until(s -> s.path("delivered").asInt() == 2)))
                .containsExactly("FAILED 503", "FAILED 503", "DELIVERED 200", "DELIVERED 200");
    }

    @Test
    void what_fails_to_the_end_is_a_dead_letter_that_can_be_sent_again() throws Exception {
        receiver.answer(
                (got, exchange) -> exchange.sendResponseHeaders(got.body().contains("Poison") ? 400 : 200, -1));
        hook("");
        List<Revision> log = happened("Poison", "Fine");
        JsonNode standing = until(s -> s.path("delivered").asInt() == 1);
        assertThat(outcomes(standing)).containsExactly("FAILED 400", "FAILED 400", "DEAD 400", "DELIVERED 200");
        assertThat(standing.at("/deadLetters/0/event").asText())
                .isEqualTo(numbers(log).getFirst());
        assertThat(standing.path("failingSince").isNull()).isTrue();
        receiver.status(200);
        order("retryDeadLetters", "");
        standing = until(s -> s.path("deadLetters").isEmpty());
        assertThat(standing.path("cursor").asText()).isEqualTo(numbers(log).getLast());
        Got revived = receiver.first(5).getLast();
        assertThat(revived.id()).isEqualTo(receiver.all().getFirst().id());
        verify(secret, revived);
    }

    @Test
    void one_who_is_gone_is_left_alone_until_a_person_says_otherwise() throws Exception {
        receiver.status(410);
        hook("");
        List<Revision> log = happened("First", "Second");
        JsonNode standing = until(s -> !s.path("enabled").asBoolean());
        assertThat(standing.path("trouble").asText()).contains("410");
        assertThat(outcomes(standing)).containsExactly("DISABLED 410");
        assertThat(receiver.all()).hasSize(1);
        receiver.status(200);
        order("enableWebhook", "");
        assertThat(cursors(receiver.first(3).subList(1, 3))).isEqualTo(numbers(log));
        order("disableWebhook", "");
        assertThat(standing().path("trouble").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308, 304, 300})
    void a_redirect_is_a_failure_and_is_not_followed(int status) throws Exception {
        try (Receiver inside = new Receiver()) {
            receiver.answer((got, exchange) -> {
                exchange.getResponseHeaders().add("Location", inside.at("/private"));
                exchange.sendResponseHeaders(status, -1);
            });
            hook("");
            happened("Elsewhere");
            assertThat(outcomes(until(s -> outcomes(s).size() == 3)))
                    .containsExactly("FAILED " + status, "FAILED " + status, "DEAD " + status);
            assertThat(inside.all()).isEmpty();
        }
    }

    @Test
    void one_who_stalls_is_given_up_for_now() throws Exception {
        AtomicInteger stalls = new AtomicInteger(1);
        receiver.answer((got, exchange) -> {
            if (stalls.getAndDecrement() > 0) {
                receiver.stall();
            }
            exchange.sendResponseHeaders(200, -1);
        });
        hook("");
        happened("Slowly");
        JsonNode standing = until(s -> s.path("delivered").asInt() == 1);
        assertThat(standing.at("/deliveries/1/reason").asText()).isEqualTo("no answer in time");
        assertThat(standing.at("/deliveries/1/status").isNull()).isTrue();
    }

    @Test
    void one_who_cuts_the_connection_or_is_not_there_is_tried_again() throws Exception {
        receiver.answer((got, exchange) -> exchange.close());
        hook("");
        happened("Cut");
        assertThat(until(s -> !s.path("deadLetters").isEmpty())
                        .at("/deadLetters/0/reason")
                        .asText())
                .isEqualTo("no connection");
    }

    @Test
    void one_who_is_slow_gets_everything_in_order() throws Exception {
        receiver.answer((got, exchange) -> {
            Thread.sleep(5);
            exchange.sendResponseHeaders(200, -1);
        });
        hook("");
        List<Revision> log = happened(titles(60));
        assertThat(cursors(receiver.first(60))).isEqualTo(numbers(log));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void one_who_asks_for_time_gets_it(int status) throws Exception {
        receiver.answer((got, exchange) -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            exchange.sendResponseHeaders(status, -1);
        });
        hook("");
        happened("Later");
        JsonNode failed = until(s -> s.path("attempts").asInt() == 1);
        Instant at = Instant.parse(failed.at("/deliveries/0/at").asText());
        assertThat(Instant.parse(failed.path("nextAttemptAt").asText())).isAfterOrEqualTo(at.plusSeconds(3_600));
        receiver.status(200);
        order("enableWebhook", "");
        receiver.first(2);
    }

    @Test
    void a_test_is_sent_once_and_out_of_turn() throws Exception {
        hook("");
        order("testWebhook", "");
        Got test = receiver.first(1).getFirst();
        verify(secret, test);
        assertThat(json(test).path("type").asText()).isEqualTo("test");
        JsonNode standing = until(s -> !s.path("deliveries").isEmpty());
        assertThat(standing.at("/deliveries/0/event").isNull()).isTrue();
        happened("After");
        receiver.first(2);
        assertThat(receiver.all())
                .extracting(Got::id)
                .filteredOn(i -> i.startsWith("test_"))
                .hasSize(1);
    }

    @Test
    void everything_after_a_cursor_can_be_sent_again_under_the_same_ids() throws Exception {
        List<Revision> log = happened("One", "Two", "Three");
        hook(", after: \"" + (log.getFirst().number() - 1) + "\"");
        List<Got> first = List.copyOf(receiver.first(3));
        until(s -> s.path("delivered").asInt() == 3);
        order("replayWebhook", ", after: \"" + log.getFirst().number() + "\"");
        List<Got> again = receiver.first(5).subList(3, 5);
        assertThat(again)
                .extracting(Got::id)
                .containsExactly(first.get(1).id(), first.get(2).id());
        assertThat(order(server, "replayWebhook", "id: \"" + id + "\", after: \"999999999\"", FIELDS)
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("BAD_INPUT");
    }

    @Test
    void the_form_for_channels_holds_no_mention_or_link_from_outside() throws Exception {
        hook(", form: SLACK");
        happened("Spend <!channel> & <https://evil.example|more>");
        JsonNode message = json(receiver.first(1).getFirst());
        verify(secret, receiver.all().getFirst());
        assertThat(message.path("text").asText()).doesNotContain("<");
        assertThat(message.at("/blocks/0/type").asText()).isEqualTo("header");
        assertThat(message.path("blocks").findValuesAsText("text"))
                .filteredOn(text -> text.contains("<"))
                .allMatch(text -> text.matches("<http://[^|>]*/feeds/entries/\\d+\\|More>"));
    }

    @Test
    void a_webhook_hears_of_its_watch_only_and_of_what_that_becomes() throws Exception {
        hook("");
        String mine = party;
        party = "new:stranger-" + made;
        happened("Not mine");
        party = mine;
        List<Revision> log = happened("Mine");
        assertThat(cursors(receiver.first(1))).isEqualTo(numbers(log));
        order(
                server,
                "updateWatch",
                "id: \"" + watch + "\", filter: {parties: [\"new:stranger-" + made + "\"]}",
                " { done }");
        until(s -> s.path("delivered").asInt() == 1);
        party = "new:stranger-" + made;
        List<Revision> other = happened("Now mine");
        assertThat(cursors(receiver.first(2).subList(1, 2))).isEqualTo(numbers(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/hook",
                "ftp://example.com/",
                "https://10.0.0.1/",
                "https://[fd00::1]/",
                "https://169.254.169.254/latest",
                "https://intranet/",
                "https://db.internal/",
                "https://example.com:22/",
                "nothing"
            })
    void an_address_off_the_public_web_is_refused(String address) {
        JsonNode answer =
                order(server, "createWebhook", "watch: \"" + watch + "\", address: \"" + address + "\"", FIELDS);
        assertThat(answer.at("/errors/0/code").asText()).isEqualTo("BAD_INPUT");
        assertThat(answer.path("secret").isNull()).isTrue();
    }

    @Test
    void an_operator_can_set_the_pauses() {
        Map<String, Object> set = Map.of("dealgraph.webhooks.retries", "1s,2m", "dealgraph.webhooks.give-up", "2d");
        try (ApplicationContext context = ApplicationContext.builder()
                .properties(set)
                .singletons(store)
                .banner(false)
                .start()) {
            WebhookSettings settings = context.getBean(WebhookSettings.class);
            assertThat(settings.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(2));
            assertThat(settings.giveUp()).isEqualTo(Duration.ofDays(2));
            assertThat(settings.look()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void webhooks_need_their_scope() {
        JsonNode answer = RunningServer.json(server.ask("{ webhooks { id } }"));
        assertThat(answer.at("/data/webhooks").isNull()).isTrue();
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void where_nothing_is_taken_for_long_the_webhook_is_disabled_and_nothing_is_lost() throws Exception {
        server.close();
        try (RunningServer strict = RunningServer.on(store, settings(Duration.ZERO), KEY, POST)) {
            server = strict;
            receiver.status(500);
            hook("");
            List<Revision> log = happened("First", "Second");
            JsonNode standing = until(s -> !s.path("enabled").asBoolean());
            assertThat(standing.path("trouble").asText()).startsWith("nothing was taken since 2");
            int tried = receiver.all().size();
            receiver.status(200);
            order("enableWebhook", "");
            assertThat(cursors(receiver.first(tried + 2).subList(tried, tried + 2)))
                    .isEqualTo(numbers(log));
        } finally {
            server = RunningServer.on(store, settings(Duration.ofDays(5)), KEY, POST);
        }
    }

    @Test
    void of_two_servers_one_delivers_and_the_other_takes_over() throws Exception {
        server.close();
        GraphSettings shared = GraphSettings.server("bolt://127.0.0.1", "neo4j", null);
        RunningServer one = RunningServer.on(store, settings(Duration.ofDays(5)), KEY, POST, shared);
        try (RunningServer other = RunningServer.on(store, settings(Duration.ofDays(5)), KEY, POST, shared)) {
            server = other;
            hook("");
            List<Revision> log = happened(titles(30));
            assertThat(cursors(receiver.first(30))).isEqualTo(numbers(log));
            until(s -> s.path("delivered").asInt() == 30);
            one.close();
            List<Revision> more = happened(titles(10));
            assertThat(cursors(receiver.first(40).subList(30, 40))).isEqualTo(numbers(more));
            assertThat(receiver.all()).extracting(Got::id).doesNotHaveDuplicates();
        } finally {
            one.close();
            server = RunningServer.on(store, settings(Duration.ofDays(5)), KEY, POST);
        }
    }

    @Test
    void a_server_with_another_key_sends_nothing() throws Exception {
        hook("");
        server.close();
        SigningSettings stranger = new SigningSettings("s".repeat(40));
        try (RunningServer other = RunningServer.on(store, settings(Duration.ofDays(5)), stranger, POST)) {
            server = other;
            happened("Unsigned");
            String own = order(
                            server,
                            "createWebhook",
                            "watch: \"" + watch + "\", address: \"" + receiver.at("/own") + "\", after: \"0\"",
                            FIELDS)
                    .path("secret")
                    .asText();
            Got got = receiver.first(1).getFirst();
            assertThat(got.path()).isEqualTo("/own");
            verify(own, got);
        } finally {
            server = RunningServer.on(store, settings(Duration.ofDays(5)), KEY, POST);
        }
        assertThat(receiver.first(2)).extracting(Got::path).contains("/token-1234");
    }
}

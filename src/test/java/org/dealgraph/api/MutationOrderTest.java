package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dealgraph.model.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mutation is done once, for who may, and on the record. */
class MutationOrderTest extends MutationFixture {

    /** A call of every mutation that names nothing which is there. */
    private static final Map<String, String> CALLS = new LinkedHashMap<>();

    static {
        CALLS.put("submitArticle", "text: \"Rain. It rained.\"");
        CALLS.put("submitAddress", "address: \"http://127.0.0.1:9/\"");
        CALLS.put("judgeClaim", "claim: \"c-0\", verdict: REJECT");
        CALLS.put("judgeSameEntity", "left: \"new:a\", right: \"new:b\", verdict: SAME");
        CALLS.put("mergeOrganizations", "organizations: [\"new:a\", \"new:b\"]");
        CALLS.put("unmergeOrganizations", "organizations: [\"new:a\", \"new:b\"]");
        CALLS.put("splitOrganization", "organization: \"oracle\", apart: [\"Oracle of Delphi\"]");
        CALLS.put("mergeDeals", "deals: [\"c-0\", \"c-1\"]");
        CALLS.put("splitDeal", "claims: [\"c-0\"]");
        CALLS.put("takeBack", "entry: \"999999\"");
        CALLS.put("retract", "target: RUN, id: \"run-0\"");
        CALLS.put("restore", "target: RUN, id: \"run-0\"");
        CALLS.put("addSource", "source: {id: \"none\", kind: RSS, address: \"https://none.example/feed\"}");
        CALLS.put("changeSource", "source: {id: \"none\", title: \"None\"}");
        CALLS.put("disableSource", "id: \"none\"");
        CALLS.put("enableSource", "id: \"none\"");
        CALLS.put("pollSource", "id: \"none\"");
        CALLS.put("createWatch", "name: \"None\", filter: {kinds: [INVEST]}");
        CALLS.put("updateWatch", "id: \"w-none\", name: \"None\"");
        CALLS.put("removeWatch", "id: \"w-none\"");
        CALLS.put("createWebhook", "watch: \"w-none\", address: \"https://none.example/hook\"");
        CALLS.put("updateWebhook", "id: \"h-none\", form: SLACK");
        CALLS.put("rotateWebhookSecret", "id: \"h-none\", overlapHours: 1");
        CALLS.put("disableWebhook", "id: \"h-none\"");
        CALLS.put("enableWebhook", "id: \"h-none\"");
        CALLS.put("testWebhook", "id: \"h-none\"");
        CALLS.put("replayWebhook", "id: \"h-none\", after: \"0\"");
        CALLS.put("retryDeadLetters", "id: \"h-none\"");
        CALLS.put("removeWebhook", "id: \"h-none\"");
    }

    /** Those with the scope WATCHES: of watches, then of webhooks, the last of them removing. */
    private static final List<String> ABOUT_WATCHES = CALLS.keySet().stream()
            .filter(mutation -> mutation.matches(".*(Watch|Webhook.*|DeadLetters)"))
            .toList();

    @Test
    void every_mutation_is_in_the_table_of_calls() {
        assertThat(texts(
                        ask("{ __schema { mutationType { fields { name } } } }")
                                .at("/data/__schema/mutationType/fields"),
                        "name"))
                .containsExactlyInAnyOrderElementsOf(CALLS.keySet());
    }

    static Stream<String> calls() {
        return CALLS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_mutation_without_the_right_key_changes_nothing(String mutation) {
        List<String> before = dump();
        int kept = kept();
        int entries = entries();
        String reader = key("a reader", Scope.READ);
        JsonNode keyless =
                mutateAs(null, mutation, call(mutation), "{ done entry { id } errors { code path } }", fresh());
        assertThat(code(keyless)).isEqualTo("UNAUTHENTICATED");
        assertThat(keyless.at("/done").asBoolean(true)).isFalse();
        JsonNode wrong =
                mutateAs(reader, mutation, call(mutation), "{ done entry { id } errors { code path } }", fresh());
        assertThat(code(wrong)).isEqualTo("FORBIDDEN");
        assertThat(wrong.at("/errors/0/path/0").asText()).isEqualTo(mutation);
        assertThat(entries()).isEqualTo(entries);
        assertThat(dump()).isEqualTo(before);
        assertThat(kept()).as("watches and webhooks, which no dump holds").isEqualTo(kept);
    }

    @Test
    void scopes_do_not_stand_in_for_each_other() {
        String judge = key("a judge", Scope.READ, Scope.JUDGE);
        String intake = key("a feeder", Scope.READ, Scope.INTAKE);
        String fields = "{ errors { code } }";
        assertThat(code(mutateAs(judge, "submitArticle", call("submitArticle"), fields, fresh())))
                .isEqualTo("FORBIDDEN");
        assertThat(code(mutateAs(judge, "addSource", call("addSource"), fields, fresh())))
                .isEqualTo("FORBIDDEN");
        assertThat(code(mutateAs(intake, "judgeClaim", call("judgeClaim"), fields, fresh())))
                .isEqualTo("FORBIDDEN");
        assertThat(code(mutateAs(judge, "judgeClaim", call("judgeClaim"), fields, fresh())))
                .isEqualTo("NOT_FOUND");
        String keeper = key("a keeper", Scope.READ, Scope.WATCHES);
        int kept = kept();
        assertThat(code(mutateAs(keeper, "judgeClaim", call("judgeClaim"), fields, fresh())))
                .isEqualTo("FORBIDDEN");
        for (String mutation : ABOUT_WATCHES) {
            assertThat(code(mutateAs(editor, mutation, call(mutation), fields, fresh())))
                    .as(mutation)
                    .isEqualTo("FORBIDDEN");
            if (!mutation.equals("createWatch")) {
                assertThat(code(mutateAs(keeper, mutation, call(mutation), fields, fresh())))
                        .as(mutation)
                        .isEqualTo("NOT_FOUND");
            }
        }
        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void every_change_of_a_watch_or_webhook_is_done_once_and_on_the_record() {
        int kept = kept();
        String keeper = key("a keeper", Scope.READ, Scope.WATCHES);
        String watch = twice(keeper, "createWatch", call("createWatch"), "watch { id }")
                .at("/watch/id")
                .asText();
        twice(keeper, "updateWatch", named("updateWatch", watch), "");
        String created = "watch: \"" + watch + "\", address: \"" + web.at("/hook") + "\"";
        String webhook = twice(keeper, "createWebhook", created, "webhook { id } secret")
                .at("/webhook/id")
                .asText();
        for (String mutation : ABOUT_WATCHES.subList(4, ABOUT_WATCHES.size())) {
            twice(keeper, mutation, named(mutation, webhook), "");
        }
        twice(keeper, "removeWatch", named("removeWatch", watch), "");
        assertThat(kept()).isEqualTo(kept);
    }

    /** Sends a mutation twice under one key; the first answer. */
    private static JsonNode twice(String key, String mutation, String arguments, String more) {
        int entries = entries();
        String once = fresh();
        String because = arguments + ", why: \"because of " + mutation + "\"";
        JsonNode first = mutateAs(key, mutation, because, RESULT + more + " }", once);
        JsonNode again = mutateAs(key, mutation, because, RESULT + more + " }", once);
        assertThat(first.at("/errors")).as(mutation).isEmpty();
        assertThat(first.at("/done").asBoolean()).as(mutation).isTrue();
        assertThat(first.at("/repeated").asBoolean(true)).as(mutation).isFalse();
        assertThat(first.at("/entry/operation").asText()).isEqualTo(mutation);
        assertThat(first.at("/entry/by").asText()).isEqualTo("a keeper");
        assertThat(first.at("/entry/why").asText()).isEqualTo("because of " + mutation);
        assertThat(again.at("/repeated").asBoolean()).as(mutation).isTrue();
        assertThat(again.at("/entry")).isEqualTo(first.at("/entry"));
        assertThat(entries()).as(mutation).isEqualTo(entries + 1);
        return first;
    }

    private static String named(String mutation, String id) {
        return call(mutation).replaceFirst("\\w-none", id);
    }

    private static int kept() {
        return store.<Integer>read(tx -> tx.run("MATCH (n) WHERE n:Watch OR n:Webhook RETURN count(n) AS n")
                .single()
                .get("n")
                .asInt());
    }

    @Test
    void the_same_key_with_the_same_input_gives_the_first_answer() {
        String claim = "claim: \"" + claim("Amazon") + "\", verdict: REJECT";
        String once = fresh();
        JsonNode first = mutateAs(editor, "judgeClaim", claim, DECIDED, once);
        mutate("judgeClaim", claim.replace("REJECT", "ACCEPT"), DECIDED);
        int entries = entries();
        List<String> between = dump();
        JsonNode again = mutateAs(editor, "judgeClaim", claim, DECIDED, once);
        assertThat(again.at("/repeated").asBoolean()).isTrue();
        assertThat(again.at("/entry")).isEqualTo(first.at("/entry"));
        assertThat(again.at("/revisions")).isEqualTo(first.at("/revisions"));
        assertThat(again.at("/deals")).isEqualTo(first.at("/deals"));
        assertThat(entries()).isEqualTo(entries);
        assertThat(dump()).isEqualTo(between);
    }

    @Test
    void the_same_key_with_another_input_is_a_conflict() {
        String once = fresh();
        mutateAs(editor, "submitArticle", "text: $text", SUBMITTED, once, ORDER);
        List<String> before = dump();
        for (JsonNode other : List.of(
                mutateAs(editor, "submitArticle", "text: $text", SUBMITTED, once, ORDER + "More."),
                mutateAs(editor, "submitArticle", "text: $text, why: \"once more\"", SUBMITTED, once, ORDER),
                mutateAs(editor, "judgeClaim", "claim: \"" + claim("Amazon") + "\", verdict: REJECT", DECIDED, once))) {
            assertThat(code(other)).isEqualTo("CONFLICT");
            assertThat(other.at("/errors/0/path/1").asText()).isEqualTo("idempotencyKey");
        }
        assertThat(dump()).isEqualTo(before);
        String other = key("another editor", Scope.READ, Scope.INTAKE);
        assertThat(mutateAs(other, "submitArticle", "text: $text", SUBMITTED, once, ORDER + "More.")
                        .at("/done")
                        .asBoolean())
                .as("keys of others do not meet")
                .isTrue();
    }

    @Test
    void the_same_key_sent_many_times_at_once_is_carried_out_once() {
        int entries = entries();
        String once = fresh();
        String claim = "claim: \"" + claim("Amazon") + "\", verdict: REJECT";
        List<CompletableFuture<JsonNode>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(CompletableFuture.supplyAsync(() -> mutateAs(editor, "judgeClaim", claim, DECIDED, once)));
        }
        Set<String> numbers = new TreeSet<>();
        all.forEach(answer -> numbers.add(answer.join().at("/entry/id").asText()));
        assertThat(numbers).hasSize(1);
        assertThat(entries()).isEqualTo(entries + 1);
        assertThat(all.stream().filter(a -> !a.join().at("/repeated").asBoolean()))
                .hasSize(1);
    }

    @Test
    void a_key_that_has_expired_can_be_used_again() {
        String once = fresh();
        mutateAs(editor, "submitArticle", "text: $text", SUBMITTED, once, ORDER);
        store.run(tx -> tx.run("MATCH (r:Receipt) SET r.at = 0").consume());
        JsonNode other = mutateAs(editor, "submitArticle", "text: $text", SUBMITTED, once, ORDER + "\n\nMore of it.");
        assertThat(other.at("/errors")).isEmpty();
        assertThat(store.<Long>read(tx -> tx.run("MATCH (r:Receipt) WHERE r.at = 0 RETURN count(r) AS n")
                        .single()
                        .get("n")
                        .asLong()))
                .isZero();
    }

    @Test
    void the_audit_tells_an_administrator_who_had_what_changed_and_why() {
        String claim = claim("Amazon");
        JsonNode made = mutate("judgeClaim", "claim: \"" + claim + "\", verdict: REJECT, why: \"a joke\"", DECIDED);
        String question =
                "{ auditLog(first: 2, by: \"an editor\") { nodes { id at by key operation input why before after } pageInfo { hasNextPage endCursor } } }";
        String admin = key("an administrator", Scope.READ, Scope.ADMIN);
        JsonNode entry = RunningServer.json(server.ask(question, "Authorization", "Bearer " + admin))
                .at("/data/auditLog/nodes/0");
        assertThat(entry.path("id")).isEqualTo(made.at("/entry/id"));
        assertThat(entry.path("by").asText()).isEqualTo("an editor");
        assertThat(entry.path("key").asText()).isNotEmpty().isNotEqualTo("an editor");
        assertThat(entry.path("operation").asText()).isEqualTo("judgeClaim");
        assertThat(entry.path("why").asText()).isEqualTo("a joke");
        assertThat(entry.path("input").asText()).contains(claim, "REJECT").doesNotContain("idempotencyKey");
        assertThat(entry.path("after").asInt()).isEqualTo(entry.path("before").asInt() + 1);
        for (String key : List.of(editor, key("a reader", Scope.READ))) {
            JsonNode refused = RunningServer.json(server.ask(question, "Authorization", "Bearer " + key));
            assertThat(refused.at("/data/auditLog").isNull()).isTrue();
            assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        }
        assertThat(server.answer(question).at("/errors/0/extensions/code").asText())
                .isEqualTo("UNAUTHENTICATED");
        assertThat(server.answer(question).at("/data/auditLog").isNull()).isTrue();
    }

    @Test
    void the_audit_is_numbered_without_gaps_and_paged() {
        for (int i = 0; i < 3; i++) {
            added();
        }
        String admin = key("an administrator", Scope.READ, Scope.ADMIN);
        List<Integer> numbers = new ArrayList<>();
        String after = "";
        for (boolean more = true; more; ) {
            JsonNode page = RunningServer.json(server.ask(
                            "{ auditLog(first: 2" + after + ") { nodes { id } pageInfo { hasNextPage endCursor } } }",
                            "Authorization",
                            "Bearer " + admin))
                    .at("/data/auditLog");
            page.path("nodes").forEach(n -> numbers.add(n.path("id").asInt()));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            after = ", after: \"" + page.at("/pageInfo/endCursor").asText() + "\"";
        }
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(numbers.size() - i);
        }
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_long_text_stands_in_the_audit_by_its_hash() {
        String text = ORDER + "\n\n" + "It rained all day in the valley. ".repeat(100);
        mutate("submitArticle", "text: $text", SUBMITTED, text);
        String input = RunningServer.json(server.ask(
                        "{ auditLog(first: 1) { nodes { input } } }", "Authorization", "Bearer " + RunningServer.KEY))
                .at("/data/auditLog/nodes/0/input")
                .asText();
        assertThat(input).contains(text.length() + " characters, SHA-256").doesNotContain("valley");
    }

    @Test
    void nothing_changes_over_get() {
        int entries = entries();
        String document =
                "mutation { retract(target: SOURCE, id: \"files\", idempotencyKey: \"" + fresh() + "\") { done } }";
        for (String path : List.of("/graphql?query=", "/graphql/stream?query=")) {
            for (String rest : List.of("", "&operationName=")) {
                HttpResponse<String> answer = server.send(server.request(
                                path + URLEncoder.encode(document, StandardCharsets.UTF_8) + rest,
                                "Authorization",
                                "Bearer " + RunningServer.KEY)
                        .GET());
                assertThat(answer.statusCode()).as(path + rest).isEqualTo(405);
            }
        }
        assertThat(entries()).isEqualTo(entries);
        assertThat(deals()).isEqualTo(3);
    }

    @Test
    void what_is_too_large_or_malformed_is_refused_and_leaves_no_trace() {
        int entries = entries();
        String long300 = "x".repeat(301);
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("submitArticle|text: \"a b\", title: \"" + "x".repeat(501) + "\"", "TOO_LARGE");
        wrong.put("submitArticle|text: \" \"", "BAD_INPUT");
        wrong.put("submitArticle|text: \"a b\", address: \"nowhere\"", "BAD_INPUT");
        wrong.put("submitArticle|text: \"a b\", why: \"" + "x".repeat(1001) + "\"", "BAD_INPUT");
        wrong.put("judgeClaim|claim: \"" + long300 + "\", verdict: ACCEPT", "NOT_FOUND");
        wrong.put("judgeClaim|claim: \"\", verdict: ACCEPT", "BAD_INPUT");
        wrong.put("mergeOrganizations|organizations: [\"oracle\"]", "BAD_INPUT");
        wrong.put("mergeOrganizations|organizations: [\"oracle\", \"oracle\"]", "BAD_INPUT");
        wrong.put("mergeDeals|deals: [" + "\"c-0\",".repeat(21) + "]", "TOO_LARGE");
        wrong.put("splitDeal|claims: []", "BAD_INPUT");
        wrong.put("takeBack|entry: \"last\"", "BAD_INPUT");
        wrong.put("takeBack|entry: \"999999\"", "NOT_FOUND");
        wrong.put("retract|target: RUN, id: \"run-of-none\"", "NOT_FOUND");
        wrong.put("changeSource|source: {id: \"none\"}", "NOT_FOUND");
        wrong.put("addSource|source: {id: \"../none\", kind: RSS, address: \"https://a.example/\"}", "BAD_INPUT");
        wrong.put("addSource|source: {id: \"none\", kind: RSS}", "BAD_INPUT");
        wrong.put("addSource|source: {id: \"none\", kind: RSS, address: \"javascript:alert(1)\"}", "BAD_INPUT");
        wrong.put(
                "addSource|source: {id: \"none\", kind: RSS, address: \"https://a.example/\", pollMinutes: 1}",
                "BAD_INPUT");
        wrong.put(
                "addSource|source: {id: \"none\", kind: RSS, address: \"https://a.example/\", title: \"" + long300
                        + "\"}",
                "TOO_LARGE");
        wrong.forEach((call, code) -> {
            String[] parts = call.split("\\|", 2);
            assertThat(code(mutate(parts[0], parts[1], "{ errors { code } }")))
                    .as(call)
                    .isEqualTo(code);
        });
        for (String once : List.of("", "two words", "x".repeat(201), "\u00e9")) {
            assertThat(code(mutateAs(editor, "splitDeal", "claims: [\"c-0\"]", "{ errors { code } }", once)))
                    .as(once)
                    .isEqualTo("BAD_INPUT");
        }
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void a_text_beyond_the_limit_is_refused() {
        JsonNode answer = mutate("submitArticle", "text: $text", "{ errors { code path } }", "word ".repeat(40_001));
        assertThat(code(answer)).isEqualTo("TOO_LARGE");
        assertThat(answer.at("/errors/0/path/1").asText()).isEqualTo("text");
    }

    @Test
    void files_sent_to_intake_take_the_same_way() {
        String once = fresh();
        HttpResponse<String> first = intake(ORDER + "\n\nMore.", once);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("TAKEN");
        assertThat(intake(ORDER + "\n\nMore.", once).body()).isEqualTo(first.body());
        assertThat(intake(ORDER + "\n\nStill more.", once).statusCode()).isEqualTo(409);
        JsonNode entry = RunningServer.json(server.ask(
                        "{ auditLog(operation: \"intake\") { nodes { by input } } }",
                        "Authorization",
                        "Bearer " + RunningServer.KEY))
                .at("/data/auditLog/nodes/0");
        assertThat(entry.path("by").asText()).isEqualTo("an editor");
        assertThat(entry.path("input").asText()).contains("order.txt");
    }

    private static HttpResponse<String> intake(String text, String once) {
        return server.send(server.request(
                        "/intake?name=order.txt&seen=2026-05-01T00:00:00Z",
                        "Authorization",
                        "Bearer " + editor,
                        "Idempotency-Key",
                        once)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    private static String call(String mutation) {
        return CALLS.getOrDefault(mutation, "");
    }
}

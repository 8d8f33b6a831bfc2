package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dealgraph.access.Keyring;
import org.dealgraph.fetch.FaultServer;
import org.dealgraph.fetch.FetchSettings;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.Scope;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.dealgraph.pipeline.Wiped;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mutation over HTTP, on the real store. The texts are our own. */
@ExtendWith(Neo4jTest.class)
class MutationTest {

    private static final String RESULT =
            " { done repeated entry { id by operation before after why } errors { code message path } ";
    private static final String DECIDED =
            RESULT + "claims deals { id } organizations { name }" + " revisions { cursor kind cause dealId } }";
    private static final String SUBMITTED = RESULT + "run deals { id } organizations { name } revisions { kind }"
            + " documents { outcome claims changes article { id title published publisher address } } }";
    private static final String SOURCE =
            RESULT + "polled source { id title kind address enabled state { articles fault } } }";
    private static final String ORDER = """
            Quillmark Compute signs Oracle contract

            September 10, 2025

            Quillmark Compute has signed a contract to buy $3 billion of computing power from Oracle over five years.
            """;
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    /** A call of every mutation that names nothing which is there. */
    private static final Map<String, String> CALLS = new LinkedHashMap<>();

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

                Quillmark has signed a contract to buy $3 billion of computing power from Oracle over five years.
                """);
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
    }

    private static RunningServer server;
    private static FaultServer web;
    private static GraphStore store;
    private static String editor;
    private static int keys;

    @BeforeAll
    static void start(GraphStore opened) throws Exception {
        store = opened;
        web = new FaultServer();
        server = RunningServer.on(store, FetchSettings.standard().forLoopback(Duration.ZERO));
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

    @Test
    void an_article_that_is_submitted_makes_deals_and_is_retracted_and_restored_by_its_run() {
        List<String> before = dump();
        JsonNode made = mutate(
                "submitArticle",
                "text: $text, title: \"A wager\", published: \"2026-02-03\", publisher: \"Our desk\", why: \"by post\"",
                SUBMITTED,
                "Amazon puts more into Anthropic today\n\nAmazon will invest another $7 billion in Anthropic.");
        assertThat(made.at("/errors")).isEmpty();
        assertThat(made.at("/done").asBoolean()).isTrue();
        JsonNode document = made.at("/documents/0");
        assertThat(document.path("outcome").asText()).isEqualTo("TAKEN");
        assertThat(document.at("/claims").asInt()).isPositive();
        assertThat(document.at("/article/title").asText()).isEqualTo("A wager");
        assertThat(document.at("/article/published").asText()).isEqualTo("2026-02-03");
        assertThat(document.at("/article/publisher").asText()).isEqualTo("Our desk");
        assertThat(made.at("/deals")).isNotEmpty();
        assertThat(texts(made.at("/organizations"), "name")).contains("Amazon", "Anthropic");
        assertThat(made.at("/entry/after").asInt() - made.at("/entry/before").asInt())
                .isEqualTo(made.at("/revisions").size())
                .isPositive();
        List<String> with = dump();
        assertThat(with).isNotEqualTo(before);

        String run = "target: RUN, id: \"" + made.at("/run").asText() + "\"";
        JsonNode retracted = mutate("retract", run, DECIDED);
        assertThat(texts(retracted.at("/revisions"), "cause")).isNotEmpty().containsOnly("JUDGEMENT");
        assertThat(deals()).isEqualTo(3);
        assertThat(mutate("restore", run, DECIDED).at("/revisions")).isNotEmpty();
        assertThat(dump()).isEqualTo(with);
    }

    @Test
    void what_is_submitted_twice_is_known() {
        mutate("submitArticle", "text: $text", SUBMITTED, ORDER);
        JsonNode again = mutate("submitArticle", "text: $text, title: \"Another title\"", SUBMITTED, ORDER);
        assertThat(again.at("/documents/0/outcome").asText()).isEqualTo("KNOWN");
        assertThat(again.at("/revisions")).isEmpty();
    }

    @Test
    void an_address_is_asked_and_what_it_holds_is_taken_in() {
        web.answer(
                "/news.html",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html",
                page("Amazon will invest $9 billion in Anthropic."));
        JsonNode made = mutate("submitAddress", "address: \"" + web.at("/news.html") + "\"", SUBMITTED);
        assertThat(made.at("/errors")).isEmpty();
        assertThat(made.at("/documents/0/outcome").asText()).isEqualTo("TAKEN");
        assertThat(made.at("/documents/0/article/address").asText()).isEqualTo(web.at("/news.html"));
        JsonNode missing = mutate("submitAddress", "address: \"" + web.at("/missing.html") + "\"", SUBMITTED);
        assertThat(code(missing)).isEqualTo("UNREADABLE");
    }

    @Test
    void no_file_of_this_machine_can_be_asked_for() {
        for (String address :
                List.of("README.md", "/etc/hostname", "file:///etc/hostname", "ftp://example.org/a", "")) {
            JsonNode answer = mutate("submitAddress", "address: \"" + address + "\"", SUBMITTED);
            assertThat(code(answer)).as(address).isEqualTo("BAD_INPUT");
            assertThat(answer.at("/errors/0/path/1").asText()).isEqualTo("address");
        }
    }

    @Test
    void a_claim_is_rejected_and_the_decision_withdrawn() {
        List<String> before = dump();
        String claim = "claim: \"" + claim("Amazon") + "\"";
        JsonNode rejected = mutate("judgeClaim", claim + ", verdict: REJECT, why: \"a joke\"", DECIDED);
        assertThat(texts(rejected.at("/revisions"), "kind")).containsExactly("RETRACTED");
        assertThat(rejected.at("/deals")).isEmpty();
        assertThat(texts(rejected.at("/organizations"), "name")).contains("Anthropic");
        assertThat(deals()).isEqualTo(2);
        mutate("judgeClaim", claim + ", verdict: ACCEPT", DECIDED);
        assertThat(deals()).isEqualTo(3);
        mutate("judgeClaim", claim + ", verdict: WITHDRAW", DECIDED);
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void organizations_are_merged_and_unmerged_to_the_byte() {
        List<String> before = dump();
        String both = "organizations: [\"new:quillmark-compute\", \"new:quillmark\"]";
        JsonNode merged = mutate("mergeOrganizations", both, DECIDED);
        assertThat(merged.at("/errors")).isEmpty();
        assertThat(texts(merged.at("/revisions"), "kind")).contains("MERGED");
        assertThat(deals()).isEqualTo(2);
        mutate("unmergeOrganizations", "organizations: [\"new:quillmark\", \"new:quillmark-compute\"]", DECIDED);
        assertThat(dump()).isEqualTo(before);
        mutate("judgeSameEntity", "left: \"Quillmark\", right: \"Quillmark Compute\", verdict: SAME", DECIDED);
        assertThat(deals()).isEqualTo(2);
        mutate("judgeSameEntity", "left: \"Quillmark\", right: \"Quillmark Compute\", verdict: WITHDRAW", DECIDED);
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void a_mention_is_told_apart_from_an_organization() {
        JsonNode stake = ask(
                "{ claims(first: 50) { nodes { id kind from { name } evidence { spans { start end } } article { id } } } }");
        JsonNode invest = nodes(stake.at("/data/claims/nodes"))
                .filter(n -> n.path("kind").asText().equals("INVEST"))
                .findFirst()
                .orElseThrow();
        String article = GlobalId.own("Article", invest.at("/article/id").asText());
        String text =
                store.read(tx -> tx.run("MATCH (a:Article {id: $id}) RETURN a.text AS text", Map.of("id", article))
                        .single()
                        .get("text")
                        .asString());
        int start = text.indexOf("Amazon will");
        String mention = "mention:" + article + ":" + start + "-" + (start + "Amazon".length());
        List<String> before = dump();
        JsonNode split = mutate("splitOrganization", "organization: \"amazon\", apart: [\"" + mention + "\"]", DECIDED);
        assertThat(split.at("/errors")).isEmpty();
        assertThat(split.at("/revisions")).isNotEmpty();
        mutate("takeBack", "entry: \"" + split.at("/entry/id").asText() + "\"", DECIDED);
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void deals_are_merged_and_the_merge_taken_back_by_its_entry() {
        List<String> before = dump();
        List<String> ids = texts(ask("{ deals { nodes { id } } }").at("/data/deals/nodes"), "id");
        JsonNode merged = mutate("mergeDeals", "deals: [\"" + ids.get(0) + "\", \"" + ids.get(1) + "\"]", DECIDED);
        assertThat(merged.at("/errors")).isEmpty();
        assertThat(merged.at("/deals")).hasSize(1);
        assertThat(deals()).isEqualTo(2);
        JsonNode back = mutate("takeBack", "entry: \"" + merged.at("/entry/id").asText() + "\"", DECIDED);
        assertThat(back.at("/errors")).isEmpty();
        assertThat(dump()).isEqualTo(before);
        JsonNode nothing =
                mutate("takeBack", "entry: \"" + added().at("/entry/id").asText() + "\"", DECIDED);
        assertThat(code(nothing)).isEqualTo("BAD_INPUT");
    }

    @Test
    void a_deal_is_split_by_the_claims_that_leave_it() {
        mutate(
                "submitArticle",
                "text: $text",
                SUBMITTED,
                ORDER.replace("signs Oracle contract", "and Oracle agree").replace("10, 2025", "12, 2025"));
        assertThat(deals()).isEqualTo(3);
        List<String> before = dump();
        JsonNode claims = ask(
                "{ claims(first: 50, filter: {text: \"Quillmark Compute\"}) { nodes { id article { published } } } }");
        String second = nodes(claims.at("/data/claims/nodes"))
                .filter(n -> n.at("/article/published").asText().equals("2025-09-12"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        JsonNode split = mutate("splitDeal", "claims: [\"" + second + "\"]", DECIDED);
        assertThat(split.at("/errors")).isEmpty();
        assertThat(texts(split.at("/revisions"), "kind")).containsOnly("SPLIT");
        assertThat(deals()).isEqualTo(4);
        mutate("takeBack", "entry: \"" + split.at("/entry/id").asText() + "\"", DECIDED);
        assertThat(dump()).isEqualTo(before);
    }

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
        int entries = entries();
        String reader = key("a reader", Scope.READ);
        JsonNode keyless =
                mutateAs(null, mutation, CALLS.get(mutation), "{ done entry { id } errors { code path } }", fresh());
        assertThat(code(keyless)).isEqualTo("UNAUTHENTICATED");
        assertThat(keyless.at("/done").asBoolean(true)).isFalse();
        JsonNode wrong =
                mutateAs(reader, mutation, CALLS.get(mutation), "{ done entry { id } errors { code path } }", fresh());
        assertThat(code(wrong)).isEqualTo("FORBIDDEN");
        assertThat(wrong.at("/errors/0/path/0").asText()).isEqualTo(mutation);
        assertThat(entries()).isEqualTo(entries);
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void scopes_do_not_stand_in_for_each_other() {
        String judge = key("a judge", Scope.READ, Scope.JUDGE);
        String intake = key("a feeder", Scope.READ, Scope.INTAKE);
        String fields = "{ errors { code } }";
        assertThat(code(mutateAs(judge, "submitArticle", CALLS.get("submitArticle"), fields, fresh())))
                .isEqualTo("FORBIDDEN");
        assertThat(code(mutateAs(judge, "addSource", CALLS.get("addSource"), fields, fresh())))
                .isEqualTo("FORBIDDEN");
        assertThat(code(mutateAs(intake, "judgeClaim", CALLS.get("judgeClaim"), fields, fresh())))
                .isEqualTo("FORBIDDEN");
        assertThat(code(mutateAs(judge, "judgeClaim", CALLS.get("judgeClaim"), fields, fresh())))
                .isEqualTo("NOT_FOUND");
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
    void several_mutations_of_one_request_see_each_others_changes() {
        String claim = claim("Amazon");
        JsonNode data = RunningServer.json(server.ask(
                        "mutation { a: judgeClaim(claim: \"%s\", verdict: REJECT, idempotencyKey: \"%s\") { entry { after } deals { id title } } b: judgeClaim(claim: \"%s\", verdict: ACCEPT, idempotencyKey: \"%s\") { entry { before } deals { title claims { nodes { deal { id } } } } } }"
                                .formatted(claim, fresh(), claim, fresh()),
                        "Authorization",
                        "Bearer " + editor))
                .path("data");
        assertThat(data.at("/b/entry/before")).isEqualTo(data.at("/a/entry/after"));
        assertThat(data.at("/a/deals")).isEmpty();
        assertThat(data.at("/b/deals/0/claims/nodes/0/deal/id").asText()).isNotEmpty();
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

    private static JsonNode added() {
        String id = "added-" + ++keys;
        return mutate(
                "addSource",
                "source: {id: \"" + id + "\", kind: RSS, address: \"https://" + id + ".example/feed\"}",
                SOURCE);
    }

    private static String page(String sentence) {
        return "<html><head><title>News of the day in short</title></head><body><article><h1>News of the day in short</h1><p>"
                + sentence + "</p><p>" + "The two companies spoke of it at length on Monday. ".repeat(12)
                + "</p></article></body></html>";
    }

    private static String key(String name, Scope... scopes) {
        return server.bean(Keyring.class).create(name, Set.of(scopes), null).text();
    }

    private static String fresh() {
        return "once-" + ++keys;
    }

    private static JsonNode mutate(String mutation, String arguments, String fields) {
        return mutateAs(editor, mutation, arguments, fields, fresh());
    }

    private static JsonNode mutate(String mutation, String arguments, String fields, String text) {
        return mutateAs(editor, mutation, arguments, fields, fresh(), text);
    }

    private static JsonNode mutateAs(String key, String mutation, String arguments, String fields, String once) {
        return mutateAs(key, mutation, arguments, fields, once, null);
    }

    private static JsonNode mutateAs(
            String key, String mutation, String arguments, String fields, String once, String text) {
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

    private static String code(JsonNode payload) {
        return payload.at("/errors/0/code").asText();
    }

    private static JsonNode ask(String query) {
        return server.answer(query);
    }

    private static int deals() {
        return ask("{ status { deals } }").at("/data/status/deals").asInt();
    }

    /** The own id of the claim whose first party is called so. */
    private static String claim(String party) {
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

    private static int entries() {
        return store.<Long>read(tx -> tx.run("MATCH (e:AuditEntry) RETURN count(e) AS n")
                        .single()
                        .get("n")
                        .asLong())
                .intValue();
    }

    private static List<String> dump() {
        return RunningApplication.dump(server.bean(ApplicationContext.class));
    }

    private static List<String> texts(JsonNode list, String field) {
        return nodes(list).map(n -> n.path(field).asText()).toList();
    }

    private static Stream<JsonNode> nodes(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

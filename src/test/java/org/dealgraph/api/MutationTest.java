package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the mutations about articles, claims, organizations and deals do to the graph. */
class MutationTest extends MutationFixture {

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
}

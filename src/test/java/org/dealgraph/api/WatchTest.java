package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dealgraph.catalogue.Opml;
import org.dealgraph.model.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Watches, and what is had by them. */
class WatchTest extends MutationFixture {

    private static final String WATCH = " { done repeated entry { operation input by } errors { code message path }"
            + " watch { id name owner query filter { name values } atom: feed ics: feed(form: ICS) } }";
    private static final String ANTHROPIC =
            "filter: {parties: [\"Anthropic\"], minimumDollars: \"1000000000\"}, causes: [NEWS, BACKFILL]";

    private static String keeper;

    @BeforeAll
    static void keeper() {
        keeper = key("a keeper of watches", Scope.READ, Scope.WATCHES);
    }

    @AfterEach
    void remove() {
        store.run(tx -> tx.run("MATCH (w:Watch) DETACH DELETE w").consume());
    }

    private static JsonNode keep(String mutation, String arguments) {
        return mutateAs(keeper, mutation, arguments, WATCH, fresh());
    }

    private static String added(String arguments) {
        JsonNode answer = keep("createWatch", arguments);
        assertThat(answer.at("/errors")).isEmpty();
        return answer.at("/watch/id").asText();
    }

    private static HttpResponse<String> get(String path) {
        return server.send(server.request(path).GET());
    }

    private static List<String> titles(String path) {
        return RunningServer.json(get(path)).path("items").findValuesAsText("title");
    }

    @Test
    void a_watch_is_added_found_changed_and_removed_on_the_record() {
        String once = fresh();
        JsonNode first = mutateAs(keeper, "createWatch", "name: \" Our lab \", " + ANTHROPIC, WATCH, once);
        assertThat(first.at("/watch/name").asText()).isEqualTo("Our lab");
        assertThat(first.at("/watch/owner").asText()).isEqualTo("a keeper of watches");
        assertThat(first.at("/watch/query").asText())
                .isEqualTo("cause=BACKFILL,NEWS&minimumDollars=1000000000&party=anthropic");
        assertThat(first.at("/entry/operation").asText()).isEqualTo("createWatch");
        String id = first.at("/watch/id").asText();
        assertThat(first.at("/watch/ics").asText()).isEqualTo("/feeds/deals.ics?watch=" + id);
        JsonNode again = mutateAs(keeper, "createWatch", "name: \" Our lab \", " + ANTHROPIC, WATCH, once);
        assertThat(again.at("/repeated").asBoolean()).isTrue();
        assertThat(again.at("/watch/id").asText()).isEqualTo(id);
        assertThat(ask("{ watch(id: \"our LAB\") { id } watches { id } }").findValuesAsText("id"))
                .containsExactly(id, id);
        assertThat(ask("{ watches { owner } }").at("/data/watches/0/owner").isNull())
                .isTrue();

        assertThat(keep("updateWatch", "id: \"" + id + "\", name: \"Labs\"")
                        .at("/watch/query")
                        .asText())
                .contains("party=anthropic");
        JsonNode narrowed = keep("updateWatch", "id: \"" + id + "\", filter: {kinds: [INVEST]}");
        assertThat(narrowed.at("/watch/name").asText()).isEqualTo("Labs");
        assertThat(narrowed.at("/watch/query").asText()).isEqualTo("kind=INVEST");
        assertThat(keep("removeWatch", "id: \"" + id + "\"").at("/watch").isNull())
                .isTrue();
        assertThat(ask("{ watches { id } }").at("/data/watches")).isEmpty();
        assertThat(get("/feeds/deals.atom?watch=" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "createWatch | name: \"LABS\" | CONFLICT",
                "createWatch | name: \" \" | BAD_INPUT",
                "createWatch | name: \"two\\nlines\" | BAD_INPUT",
                "createWatch | name: \"tiers\", filter: {tiers: [WIRE]} | BAD_INPUT",
                "createWatch | name: \"comma\", filter: {products: [\"a,b\"]} | BAD_INPUT",
                "createWatch | name: \"long\", filter: {text: \"%s\"} | BAD_INPUT",
                "updateWatch | id: \"w-none\", name: \"x\" | NOT_FOUND",
                "removeWatch | id: \"w-none\" | NOT_FOUND"
            })
    void what_cannot_be_kept_is_refused(String mutation, String arguments, String code) {
        added("name: \"Labs\"");
        assertThat(code(keep(mutation, arguments.replace("%s", "x".repeat(300)))))
                .isEqualTo(code);
        assertThat(ask("{ watches { id } }").at("/data/watches")).hasSize(1);
    }

    @Test
    void watches_need_their_scope() {
        assertThat(code(mutateAs(null, "createWatch", "name: \"x\"", WATCH, fresh())))
                .isEqualTo("UNAUTHENTICATED");
        assertThat(code(mutateAs(editor, "createWatch", "name: \"x\"", WATCH, fresh())))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void a_watch_has_a_feed_in_every_form_that_can_be_narrowed_further() {
        String id = added("name: \"Lab <b>& money\", " + ANTHROPIC);
        assertThat(titles("/feeds/deals.json?watch=" + id))
                .isEqualTo(titles("/feeds/deals.json?party=anthropic&cause=NEWS,BACKFILL"))
                .hasSize(1);
        assertThat(titles("/feeds/deals.json?watch=" + id + "&kind=LEND")).isEmpty();
        JsonNode feed = RunningServer.json(get("/feeds/deals.json?watch=" + id));
        assertThat(feed.path("title").asText()).isEqualTo("Dealgraph: Lab ‹b›& money");
        assertThat(feed.path("feed_url").asText()).endsWith("/feeds/deals.json?watch=" + id);
        assertThat(get("/feeds/deals.json?watch=" + id + "&party=openai").body())
                .contains("party");
        assertThat(get("/feeds/deals.json?watch=" + id + "&party=openai").statusCode())
                .isEqualTo(400);
        for (String form : List.of("atom", "rss", "ics")) {
            assertThat(get("/feeds/deals." + form + "?watch=" + id).statusCode())
                    .isEqualTo(200);
        }
        assertThat(get("/feeds/deals.ics?watch=" + id).body()).contains("X-WR-CALNAME:Dealgraph: Lab ‹b›& money");
    }

    @Test
    void ranges_and_a_strength_are_kept_as_they_were_asked() {
        String id = added(
                "name: \"ranges\", causes: [BACKFILL, NEWS], filter: {amount: {from: \"2.5\", to: \"4\", unit: BILLION},"
                        + " strength: FIRM, counted: true, publishedFrom: \"2025-09\"}");
        assertThat(ask("{ watch(id: \"" + id + "\") { query } }")
                        .at("/data/watch/query")
                        .asText())
                .isEqualTo("amountFrom=2500000000&amountTo=4000000000&cause=BACKFILL,NEWS&counted=true&currency=USD"
                        + "&publishedFrom=2025-09&strength=FIRM");
        assertThat(titles("/feeds/deals.json?watch=" + id))
                .isNotEmpty()
                .allMatch(title -> title.contains("$3 billion"));
        String power = added("name: \"power\", filter: {power: {from: \"1\", unit: GW}}");
        assertThat(ask("{ watch(id: \"" + power + "\") { query } }")
                        .at("/data/watch/query")
                        .asText())
                .isEqualTo("megawattsFrom=1000");
    }

    @Test
    void the_list_of_feeds_names_every_watch() {
        String id = added("name: \"Sun & <wind>\"");
        assertThat(Opml.read(get("/feeds/deals.opml").body().getBytes(StandardCharsets.UTF_8), "feeds"))
                .anySatisfy(source -> assertThat(source.toString()).contains("?watch=" + id));
    }

    @Test
    void changes_can_be_listened_to_by_watch() {
        String id = added("name: \"Stakes\", " + ANTHROPIC);
        assertThat(events("watch: \"stakes\"")).contains("Anthropic").contains("event: complete");
        assertThat(events("watch: \"" + id + "\", kinds: [ADDED], causes: [BACKFILL, NEWS]"))
                .contains("Anthropic");
        assertThat(events("watch: \"none\"")).contains("there is no watch none");
        assertThat(events("watch: \"" + id + "\", filter: {text: \"x\"}")).contains("watch: stands in the place");
    }

    /** What came over a stream of one event. */
    private static String events(String arguments) {
        String query = "subscription { dealEvents(" + arguments + ", after: \"0\", first: 1) { deal { title } } }";
        return server.send(server.request("/graphql/stream", "Accept", "text/event-stream")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(RunningServer.body(query))))
                .body();
    }
}

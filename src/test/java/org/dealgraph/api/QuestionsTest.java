package org.dealgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.model.PartialDate;
import org.dealgraph.pipeline.Documents;
import org.dealgraph.pipeline.Input;
import org.dealgraph.pipeline.Intake;
import org.dealgraph.pipeline.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The questions that readers ask, one file each in {@code graphql/examples}, over a graph of small articles and figures of
 * our own from which the answers follow. {@code -Ddealgraph.examples.write=true} writes the answers, for reading before a
 * commit; what must hold of them is said here, too.
 */
@ExtendWith(Neo4jTest.class)
class QuestionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("graphql", "examples");
    private static final Path OURS = Path.of("src", "test", "resources", "questions");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path home;

    private static ApplicationContext context;
    private static URI server;

    @BeforeAll
    static void start(GraphStore store) throws IOException {
        for (String folder : List.of("registry", "lexicon", "rates", "assumptions")) {
            copy(Path.of("ingest", folder), home.resolve("ingest").resolve(folder));
        }
        for (String folder : List.of("ledger", "figures")) {
            copy(OURS.resolve(folder), home.resolve("ingest").resolve(folder));
        }
        context = RunningApplication.at(home, store, (IntakeKey) () -> "none");
        Intake intake = context.getBean(Intake.class);
        intake.takeLedger(context.getBean(Catalogue.class).ledger());
        articles().forEach(article -> intake.take(List.of(article)));
        server = context.getBean(EmbeddedServer.class).start().getURI();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    static Stream<Path> questions() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files
                    .filter(f -> f.getFileName().toString().matches("q\\d\\d-.*\\.graphql"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_is_answered_as_its_file_says(Path question) throws Exception {
        JsonNode answer = post(Files.readString(question));
        Path expected =
                question.resolveSibling(question.getFileName().toString().replace(".graphql", ".json"));
        if (Boolean.getBoolean("dealgraph.examples.write")) {
            Files.writeString(expected, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n");
        }
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer))
                .isEqualTo(JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(JSON.readTree(Files.readString(expected))));
    }

    @Test
    void figures_that_nobody_had_reported_yet_are_not_compared() throws Exception {
        String id = post("{ figures(first: 1) { nodes { id } } }")
                .at("/data/figures/nodes/0/id")
                .asText();
        String same = "left: \"" + id + "\", right: \"" + id + "\"";
        assertThat(id).isNotEmpty();
        assertThat(post("{ compareFigures(" + same + ", knownAt: \"1999\") { agree } }")
                        .at("/errors/0/message")
                        .asText())
                .contains("at the moment that is asked about");
        assertThat(post("{ compareFigures(" + same + ") { agree } }").toString())
                .doesNotContain("there is no figure");
    }

    @Test
    void openai_owes_each_seller_once() throws Exception {
        JsonNode groups = post(question("q01-commitments")).at("/data/headline/groups");
        assertThat(groups)
                .extracting(g -> g.at("/to/name").asText() + " "
                        + g.at("/totals/0/money/value").asText())
                .containsExactly("Oracle 300", "Microsoft Azure 250", "AWS 138", "CoreWeave 22.4");
        assertThat(post(question("q01-commitments"))
                        .at("/data/before/groups/0/totals/0/money/value")
                        .asText())
                .isEqualTo("38");
    }

    @Test
    void the_letter_of_intent_was_never_firm_and_what_replaced_it_is() throws Exception {
        JsonNode data = post(question("q02-lifecycle")).at("/data");
        assertThat(data.at("/firm/groups/0/totals/0/money/value").asText()).isEqualTo("30");
        assertThat(data.at("/atTheTime/groups/0/totals/0/money/value").asText()).isEqualTo("0");
        assertThat(data.at("/headlineAtTheTime/groups/0/totals/0/money/value").asText())
                .isEqualTo("100");
        assertThat(data.at("/deals/nodes/0/lifecycle"))
                .extracting(e -> e.path("what").asText() + " " + e.path("on").asText())
                .containsExactly(
                        "REACHED 2025-09-22", "CONFIRMED 2025-12-02", "ENDED 2026-02-27", "REPLACED 2026-02-27");
    }

    @Test
    void money_goes_round_by_nvidia_openai_and_oracle() throws Exception {
        JsonNode loops = post(question("q07-loops")).at("/data/loops/loops");
        assertThat(loops)
                .extracting(loop -> loop.findValuesAsText("name")
                        .subList(0, loop.path("organizations").size()))
                .contains(List.of("NVIDIA", "OpenAI", "Oracle"));
    }

    @Test
    void half_of_what_openai_owes_is_lost_once() throws Exception {
        JsonNode stress = post(question("q14-stress")).at("/data/stress");
        assertThat(stress.at("/totals/0/money/text").asText()).isEqualTo("$355.2 billion");
        assertThat(stress.path("exposures"))
                .filteredOn(e -> e.path("step").asInt() == 1)
                .extracting(e -> e.at("/organization/name").asText() + " "
                        + e.at("/totals/0/money/value").asText())
                .containsExactly("Oracle 150", "Microsoft 125", "Amazon 69", "CoreWeave 11.2", "AMD ");
    }

    @Test
    void every_platform_rests_on_one_foundry_and_memory_has_other_vendors() throws Exception {
        JsonNode data = post(question("q16-outage")).at("/data");
        assertThat(data.at("/foundry/effects"))
                .filteredOn(e -> e.at("/thing/name").asText().equals("Amazon Bedrock"))
                .allMatch(e -> e.path("stops").asBoolean())
                .hasSize(1);
        assertThat(data.at("/memory/effects"))
                .filteredOn(e -> e.at("/thing/key").asText().equals("hbm3e"))
                .allMatch(e ->
                        !e.path("stops").asBoolean() && e.path("substitutes").size() == 2)
                .hasSize(1);
        assertThat(data.at("/platform/effects"))
                .filteredOn(e -> e.at("/thing/name").asText().equals("Claude"))
                .allMatch(e ->
                        !e.path("stops").asBoolean() && !e.path("substitutes").isEmpty())
                .hasSize(1);
    }

    @Test
    void chips_that_are_delivered_and_chips_that_are_used_stand_apart() throws Exception {
        assertThat(post(question("q17-chip-mix")).at("/data/chipMix/chips"))
                .extracting(
                        c -> c.path("product").asText() + " " + c.path("way").asText())
                .containsExactly("GB200 DELIVERED", "GB300 USED");
    }

    @Test
    void a_start_that_moved_is_told_with_both_articles() throws Exception {
        JsonNode slippage = post(question("q19-slippage")).at("/data/deals/nodes/0/terms/0/slippage/0");
        assertThat(slippage.path("first").asText()).isEqualTo("2026-H2");
        assertThat(slippage.path("present").asText()).isEqualTo("2028");
        assertThat(slippage.path("leastDays").asInt()).isEqualTo(366);
    }

    @Test
    void a_price_of_a_gigawatt_year_follows_from_the_deal() throws Exception {
        assertThat(post(question("q22-unit-prices")).at("/data/unitPrices/prices"))
                .extracting(p ->
                        p.path("measure").asText() + " " + p.at("/price/text").asText())
                .contains("GIGAWATT $40 billion", "GIGAWATT_YEAR $10 billion");
    }

    @Test
    void amazon_owns_a_share_of_a_customer() throws Exception {
        JsonNode holding = post(question("q23-cross-holdings")).at("/data/crossHoldings/holdings/0");
        assertThat(holding.at("/stakes/0/money/text").asText()).isEqualTo("$50 billion");
        assertThat(holding.at("/sells/0/money/text").asText()).isEqualTo("$138 billion");
    }

    @Test
    void layers_of_unlike_measure_are_not_added() throws Exception {
        JsonNode answer = post("{ marginCapture(unit: REVENUE_DOLLAR, together: [CLOUD, ACCELERATOR]) { revision } }");
        assertThat(answer.at("/errors/0/message").asText()).contains("measure different things");
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_ARGUMENT");
    }

    @Test
    void what_a_vendor_puts_into_its_customers_stands_beside_its_revenue() throws Exception {
        JsonNode rows = post(question("q09-self-funding")).at("/data/selfFunding");
        assertThat(rows).extracting(r -> r.path("strength").asText()).containsExactly("HEADLINE", "FIRM");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("customers").findValuesAsText("name")).contains("Mistral AI");
            assertThat(row.path("counted").findValuesAsText("text"))
                    .contains("NVIDIA invests $500 million in Mistral AI");
            assertThat(row.at("/revenue/value").asText()).isEqualTo("200000000000");
            assertThat(new java.math.BigDecimal(row.at("/share/value").asText()))
                    .isBetween(new java.math.BigDecimal("0.25"), new java.math.BigDecimal("15.25"));
        });
    }

    @Test
    void the_named_commitments_of_two_labs_stand_beside_the_backlogs() throws Exception {
        JsonNode data = post(question("q04-two-labs")).at("/data");
        assertThat(data.at("/firm/totals/0/money/value").asText()).isEqualTo("818");
        assertThat(data.at("/headline/totals/0/money/value").asText()).isEqualTo("1018");
        assertThat(data.at("/figures/nodes"))
                .filteredOn(f -> f.path("scope").asText().equals("four clouds"))
                .extracting(f -> f.path("value").asText() + " " + f.path("unit").asText())
                .containsExactlyInAnyOrder("2000000000000 USD", "50 %");
    }

    @Test
    void every_revenue_says_how_it_is_measured() throws Exception {
        JsonNode data = post(question("q21-revenue-claims")).at("/data");
        assertThat(data.at("/gross/0/measure").asText()).isEqualTo("GROSS");
        assertThat(data.at("/net/0/measure").asText()).isEqualTo("NET");
    }

    @Test
    void search_finds_a_deal_its_claims_and_its_articles_and_marks_the_words() throws Exception {
        JsonNode hits = post("{ search(text: \"cohere\") { kind highlights { field text spans { start end } } } }")
                .at("/data/search");
        assertThat(hits).extracting(h -> h.path("kind").asText()).contains("DEAL", "ORGANIZATION", "CLAIM", "ARTICLE");
        assertThat(hits).allSatisfy(hit -> {
            JsonNode mark = hit.at("/highlights/0");
            assertThat(mark.path("text")
                            .asText()
                            .substring(
                                    mark.at("/spans/0/start").asInt(),
                                    mark.at("/spans/0/end").asInt()))
                    .isEqualToIgnoringCase("cohere");
        });
    }

    @Test
    void a_total_names_the_sources_that_it_rests_on_itself() throws Exception {
        JsonNode totals = post("{ commitments(from: [\"openai\"], kinds: [SPEND], by: []) { totals {"
                        + " claims { article { id } } coverage { articles independent sources polled share } } } }")
                .at("/data/commitments/totals");
        assertThat(totals).isNotEmpty().allSatisfy(total -> {
            assertThat(total.at("/coverage/articles").asInt())
                    .isEqualTo((int) total.path("claims").findValuesAsText("id").stream()
                            .distinct()
                            .count());
            assertThat(total.at("/coverage/independent").asInt())
                    .isBetween(1, total.at("/coverage/articles").asInt());
            assertThat(total.at("/coverage/sources")).isNotEmpty();
            assertThat(total.at("/coverage/polled").asInt()).isZero();
            assertThat(total.at("/coverage/share").isNull()).isTrue();
        });
    }

    @Test
    void a_total_says_how_complete_its_sources_are_now_and_nothing_of_the_past() throws Exception {
        JsonNode data = post("{ now: commitments { coverage { sources share missing { id } } }"
                        + " then: commitments(knownAt: \"2026-01-01\") { coverage { sources } } }")
                .at("/data");
        assertThat(data.at("/now/coverage/missing"))
                .hasSize(data.at("/now/coverage/sources").asInt());
        assertThat(data.at("/then/coverage").isNull()).isTrue();
    }

    @Test
    void two_papers_on_the_same_leases_are_not_added() throws Exception {
        JsonNode total = post(question("q13-guarantees")).at("/data/guarantees/totals/0");
        assertThat(total.at("/money/value").asText()).isEqualTo("49.16");
        assertThat(total.at("/excluded/0/reason").asText()).isEqualTo("MIRROR");
    }

    @Test
    void what_has_not_begun_is_on_no_balance_sheet() throws Exception {
        JsonNode data = post(question("q15-not-on-the-balance-sheet")).at("/data");
        assertThat(data.at("/toCome/groups/0/totals/0/money/value").asText()).isEqualTo("662");
        assertThat(data.at("/reported/nodes"))
                .extracting(f -> f.path("value").asText())
                .containsExactlyInAnyOrder("969000000000", "662000000000");
    }

    @Test
    void the_letter_and_the_abandoned_expansion_are_among_what_was_cut() throws Exception {
        assertThat(post(question("q18-cut-or-lapsed")).at("/data/deals/nodes"))
                .extracting(deal -> deal.path("title").asText())
                .containsExactly(
                        "NVIDIA invests up to $100 billion in OpenAI (replaced)",
                        "Oracle provides 2 GW to OpenAI (cancelled)");
    }

    @Test
    void every_figure_trap_is_a_conflict_that_shows_the_better_source() throws Exception {
        assertThat(post(question("q20-conflicts")).at("/data/all"))
                .extracting(c -> c.at("/organization/name").asText() + ": "
                        + c.path("chosen").asText() + " before "
                        + c.at("/figures").findValuesAsText("value"))
                .containsExactly(
                        "Oracle: 66 % before [66, 97.2]",
                        "Microsoft: 39 % before [39, 50]",
                        "NVIDIA: 57 % before [57, 67]",
                        "Microsoft: 40 % before [40, 39, 35]",
                        "TSMC: 66.2 % before [66.2, 58.2]",
                        "Microsoft: 31900000000 USD before [31900000000, 30900000000]");
    }

    @Test
    void changes_go_on_after_a_cursor_without_a_gap() throws Exception {
        String first = "{ changes(since: \"%s\", first: 2) { nodes { cursor kind } cursor hasMore } }";
        JsonNode one = post(first.formatted("0")).at("/data/changes");
        JsonNode two = post(first.formatted(one.path("cursor").asText())).at("/data/changes");
        assertThat(one.path("nodes")).extracting(n -> n.path("cursor").asText()).containsExactly("1", "2");
        assertThat(two.path("nodes")).extracting(n -> n.path("cursor").asText()).containsExactly("3", "4");
        assertThat(one.path("hasMore").asBoolean()).isTrue();
    }

    @Test
    void the_share_of_each_clouds_backlog_is_told_as_reported() throws Exception {
        assertThat(post(question("q03-concentration")).at("/data/concentration"))
                .extracting(c -> c.at("/holder/name").asText() + " "
                        + c.at("/reported/value").asText())
                .containsExactly("Amazon 16", "Microsoft 39", "Oracle 58");
    }

    @Test
    void capacity_is_told_by_how_far_it_has_come() throws Exception {
        JsonNode groups = post(question("q05-capacity-by-progress")).at("/data/capacity/groups");
        assertThat(groups)
                .extracting(g -> g.path("progress").asText() + " "
                        + g.at("/providers/0/name").asText() + " "
                        + g.at("/totals/0/power/text").asText())
                .contains("CONTRACTED Broadcom 10 GW", "ENERGIZED Microsoft 1.9 GW", "ANNOUNCED SoftBank 7 GW");
    }

    @Test
    void anthropics_capacity_comes_by_supplier_chip_and_start_and_doubt_is_a_conflict() throws Exception {
        assertThat(post(question("q06-capacity-by-chip")).at("/data/capacity/groups"))
                .extracting(g -> g.at("/providers/0/name").asText() + " "
                        + g.path("product").asText() + " " + g.path("start").asText() + " "
                        + g.at("/totals/0/power/text").asText())
                .contains("Google TPU 2027 3.5 GW");
        assertThat(post("{ conflicts(about: [DEALS], organizations: [\"spacex\"]) { aspect difference chosen } }")
                        .at("/data/conflicts"))
                .as("more than 300 MW and 1 GW overlap: no conflict, and the term keeps the bound")
                .isEmpty();
    }

    @Test
    void spacex_leaves_the_core_with_what_can_be_cancelled() throws Exception {
        JsonNode loops = post(question("q08-loops-that-vanish")).at("/data/loops");
        assertThat(loops.path("coreWithout").findValuesAsText("name")).contains("SpaceX");
        assertThat(loops.path("core").findValuesAsText("name")).doesNotContain("SpaceX");
        assertThat(loops.path("coreWithout").size() - loops.path("core").size()).isPositive();
        assertThat(loops.path("vanished")).isNotEmpty();
    }

    @Test
    void what_a_vendor_finances_is_reported_differently_and_that_is_a_conflict() throws Exception {
        JsonNode data = post(question("q09-self-funding")).at("/data");
        assertThat(data.at("/selfFunding/0/reported"))
                .extracting(
                        f -> f.path("scope").asText() + " " + f.path("value").asText())
                .containsExactly("funded 11", "headline 57", "headline 67");
        assertThat(data.at("/conflicts/0/figures"))
                .extracting(f -> f.path("value").asText())
                .containsExactly("57", "67");
    }

    @Test
    void a_vendor_keeps_29_per_cent_of_a_gigawatt_or_26_billion_by_its_own_numbers() throws Exception {
        JsonNode data = post(question("q10-margin-of-a-gigawatt")).at("/data");
        double spent = 35;
        assertThat(accelerator(data.at("/bernstein")) / spent).isBetween(0.285, 0.295);
        assertThat(accelerator(data.at("/vendor"))).isBetween(26.1, 26.3);
        assertThat(data.at("/vendor/waterfalls/0/assumptions"))
                .filteredOn(a -> a.path("overridden").asBoolean())
                .extracting(a -> a.path("id").asText())
                .containsExactly("accelerator-gross-margin", "accelerator-share-of-capital", "capital-per-gigawatt");
    }

    private static double accelerator(JsonNode capture) {
        for (JsonNode layer : capture.at("/waterfalls/0/layers")) {
            if (layer.path("layer").asText().equals("ACCELERATOR")) {
                return layer.at("/keeps/value").asDouble();
            }
        }
        throw new AssertionError("no accelerator in " + capture);
    }

    @Test
    void a_lab_keeps_most_of_its_revenue_then_the_distributor_then_cloud_and_chips() throws Exception {
        JsonNode layers =
                post(question("q11-margin-of-a-revenue-dollar")).at("/data/marginCapture/waterfalls/0/layers");
        assertThat(layers).extracting(l -> l.path("layer").asText()).startsWith("DISTRIBUTION", "MODEL", "CLOUD");
        assertThat(layers.at("/0/keeps/low").asDouble()).isEqualTo(0.10);
        assertThat(layers.at("/0/keeps/high").asDouble()).isEqualTo(0.20);
        assertThat(layers.at("/1/keeps/value").asDouble()).isBetween(0.33, 0.70);
    }

    @Test
    void margins_of_labs_rose_more_than_those_of_chips() throws Exception {
        JsonNode lines = post(question("q12-margins")).at("/data/marginHistory");
        assertThat(lines)
                .filteredOn(l -> l.path("change").isObject())
                .extracting(l -> l.at("/organization/name").asText() + " "
                        + l.at("/change/value").asText())
                .containsExactly("Anthropic 32", "NVIDIA 1.5", "TSMC 3.9");
    }

    @Test
    void a_sum_over_paths_is_refused_and_debt_stands_beside() throws Exception {
        JsonNode refused = post("{ stress(node: \"openai\", count: PATHS) { revision } }");
        assertThat(refused.at("/errors/0/message").asText()).contains("would count several times");
        JsonNode stress = post(question("q14-stress")).at("/data/stress");
        assertThat(stress.at("/exposures/0/organization/name").asText()).isEqualTo("Oracle");
        assertThat(stress.at("/debt/0/value").asText()).isEqualTo("100000000000");
    }

    @Test
    void every_accelerator_rests_on_one_foundry_and_a_stack_on_its_region() throws Exception {
        JsonNode data = post(question("q16-outage")).at("/data");
        assertThat(data.at("/accelerators/effects"))
                .filteredOn(e -> List.of("nvidia-gpu", "tpu", "trainium", "instinct", "mtia", "maia")
                        .contains(e.at("/thing/key").asText()))
                .hasSize(6)
                .allMatch(e -> e.path("stops").asBoolean());
        assertThat(data.at("/region/effects/0/stops").asBoolean()).isTrue();
        assertThat(data.at("/labs/effects"))
                .extracting(e ->
                        e.at("/thing/name").asText() + " " + e.path("stops").asBoolean())
                .contains("NVIDIA true");
    }

    @Test
    void the_prices_of_a_gigawatt_year_and_a_chip_hour_stand_beside_what_others_cite() throws Exception {
        assertThat(post(question("q22-unit-prices")).at("/data/unitPrices/prices"))
                .filteredOn(p -> p.path("benchmarks").size() > 0)
                .extracting(p -> p.path("measure").asText() + " "
                        + p.at("/price/text").asText() + " " + p.path("outlier").asBoolean())
                .contains("GIGAWATT_YEAR about $13.3333 billion true", "CHIP_HOUR about $11.457 false");
    }

    @Test
    void stakes_in_ones_own_supplier_or_customer_are_told() throws Exception {
        assertThat(post(question("q23-cross-holdings")).at("/data/crossHoldings/holdings"))
                .extracting(h -> h.at("/investor/name").asText() + " in "
                        + h.at("/investee/name").asText())
                .contains("Amazon in OpenAI", "Microsoft in OpenAI", "NVIDIA in CoreWeave", "OpenAI in AMD");
    }

    @Test
    void ranks_shares_and_loops_since_a_day_are_told_with_what_moved_them() throws Exception {
        JsonNode shifts = post(question("q24-shifts")).at("/data/shifts");
        JsonNode amazon = shifts.at("/ranks/0");
        assertThat(amazon.at("/organization/name").asText()).isEqualTo("Amazon");
        assertThat(amazon.at("/before/text").asText() + " "
                        + amazon.at("/after/text").asText())
                .isEqualTo("$38 billion $138 billion");
        assertThat(amazon.at("/came").findValuesAsText("text"))
                .contains("OpenAI commits $100 billion to AWS over 8 years");
        assertThat(shifts.path("loops"))
                .extracting(l -> l.path("what").asText())
                .contains("APPEARED");
    }

    @Test
    void nothing_moves_since_the_last_cursor_and_everything_since_the_first() throws Exception {
        String last = post("{ commitments(by: []) { revision } }")
                .at("/data/commitments/revision")
                .asText();
        String shifts =
                "{ shifts(cursor: \"%s\", kinds: [SPEND]) { ranks { rankBefore rankAfter } loops { what } loopsBefore } }";
        JsonNode none = post(shifts.formatted(last)).at("/data/shifts");
        assertThat(none.path("ranks")).isEmpty();
        assertThat(none.path("loops")).isEmpty();
        JsonNode all = post(shifts.formatted("0")).at("/data/shifts");
        assertThat(all.path("ranks"))
                .isNotEmpty()
                .allMatch(r -> r.path("rankBefore").isNull());
        assertThat(all.path("loopsBefore").asText()).isEqualTo("0");
        assertThat(post(shifts.formatted("999999999")).at("/errors/0/message").asText())
                .contains("could not find the revision");
    }

    static Map<String, String> refused() {
        return Map.of(
                "{ revenueClaims(parties: [\"openai\", \"anthropic\"]) { id } }",
                        "could not compare revenue of unlike measures: anthropic GROSS; openai NET",
                "{ compareFigures(left: \"tsmc-gm-release\", right: \"tsmc-om\") { difference } }",
                        "could not compare unlike figures: MARGIN GM in % and MARGIN OM in %",
                "{ compareFigures(left: \"microsoft-capex-call\", right: \"microsoft-capex-page\") { difference } }",
                        "could not compare unlike figures",
                "{ deals(recordedAt: \"2999-01-01T00:00:00Z\") { nodes { id } } }", "has not come yet");
    }

    @Test
    void unlike_bases_and_dates_to_come_are_errors() throws Exception {
        for (Map.Entry<String, String> question : refused().entrySet()) {
            JsonNode answer = post(question.getKey());
            assertThat(answer.at("/errors/0/message").asText()).contains(question.getValue());
            assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_ARGUMENT");
        }
    }

    @Test
    void a_snapshot_answers_every_filter_and_order_as_the_store_does() throws Exception {
        String fields = "{ nodes { title } edges { cursor } pageInfo { hasNextPage endCursor } }";
        for (String arguments : List.of(
                "first: 3",
                "first: 3, orderBy: LARGEST",
                "orderBy: AGREED_EARLIEST",
                "filter: {parties: [\"openai\"]}",
                "filter: {parties: [\"openai\"], roles: [FROM]}",
                "filter: {parties: [\"openai\", \"amazon\"]}",
                "filter: {kinds: [INVEST], stages: [REPLACED]}",
                "filter: {strength: FIRM}",
                "filter: {strength: FIRM_AND_CONDITIONAL, instruments: [BACKSTOP]}",
                "filter: {amount: {from: \"30\", to: \"100\", unit: BILLION}}",
                "filter: {power: {from: \"1\", unit: GW}}",
                "filter: {publishedFrom: \"2025-09\", publishedTo: \"2025-12\"}",
                "filter: {agreedTo: \"2025-06\"}",
                "filter: {tiers: [COMPANY]}",
                "filter: {text: \"nvidia openai\"}",
                "filter: {text: \"oracle\"}")) {
            JsonNode now = post("{ deals(" + arguments + ") " + fields + " }").at("/data/deals");
            JsonNode then = post("{ deals(" + arguments + ", knownAt: \"2100\") " + fields + " }")
                    .at("/data/deals");
            assertThat(then).as(arguments).isEqualTo(now);
            assertThat(now.path("nodes")).as(arguments).isNotEmpty();
        }
    }

    private static List<Input> articles() throws IOException {
        Documents documents = new Documents();
        try (Stream<Path> files = Files.list(OURS.resolve("articles"))) {
            return files.sorted()
                    .flatMap(file ->
                            documents.read(file.toString(), bytes(file), null, RunningApplication.SEEN).stream())
                    .sorted(Comparator.comparing(QuestionsTest::date))
                    .toList();
        }
    }

    private static PartialDate date(Input input) {
        return input instanceof Input.Document d && d.article().published() != null
                ? d.article().published()
                : PartialDate.ofYear(1);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static String question(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(name + ".graphql"));
    }

    private static JsonNode post(String query) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }
}

package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealOrder;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.graph.OrganizationRepository;
import org.dealgraph.graph.Ranked;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Mention;
import org.dealgraph.model.Resolution;
import org.dealgraph.model.Revision;
import org.dealgraph.model.SourcedClaim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What persons decide, on the real store. The texts are our own. */
@ExtendWith(Neo4jTest.class)
class DecisionsTest {

    private static final String READER = "an analyst";
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("spending.txt", """
                Anthropic extends its work with Amazon

                April 20, 2026

                Anthropic has committed more than $100 billion to AWS over ten years.
                """);
        TEXTS.put("stake.txt", """
                Amazon puts money into Anthropic

                August 3, 2026

                Amazon will invest $5 billion in Anthropic.
                """);
        TEXTS.put("unknown.txt", """
                Quillmark Compute signs Oracle contract

                September 10, 2025

                Quillmark Compute has signed a contract to buy $3 billion of computing power from Oracle over five years.
                """);
        TEXTS.put("renamed.txt", """
                Quillmark signs Oracle contract

                September 11, 2025

                Quillmark has signed a contract to buy $3 billion of computing power from Oracle over five years.
                """);
    }

    private final GraphStore store;
    private ApplicationContext context;
    private Decisions decisions;

    DecisionsTest(GraphStore store) {
        this.store = store;
    }

    @BeforeEach
    void start() {
        Wiped.articlesAndDecisions(store);
        context = RunningApplication.on(store);
        decisions = context.getBean(Decisions.class);
        context.getBean(Intake.class).take(RunningApplication.read(TEXTS));
    }

    @AfterEach
    void stop() {
        context.close();
        Wiped.articlesAndDecisions(store);
    }

    @Test
    void the_texts_tell_of_four_deals() {
        assertThat(deals()).hasSize(4);
    }

    @Test
    void merged_organizations_share_their_deal_until_the_merge_is_taken_back() {
        List<String> before = RunningApplication.dump(context);
        Decided merged = decisions.decide(
                new Ruling("new:quillmark", "new:quillmark-compute", Verdict.SAME), READER, "one firm");
        assertThat(deals()).hasSize(3);
        assertThat(merged.revisions()).extracting(Revision::cause).isNotEmpty().containsOnly(Revision.Cause.JUDGEMENT);
        assertThat(store.<Boolean>read(tx -> context.getBean(OrganizationRepository.class)
                        .find(tx, "new:quillmark-compute")
                        .isPresent()))
                .isFalse();
        assertThat(RunningApplication.dump(context)).isNotEqualTo(before);
        decisions.takeBack(merged.judgements(), READER, null);
        assertThat(RunningApplication.dump(context)).isEqualTo(before);
    }

    @Test
    void a_merge_that_was_judged_goes_before_a_rule_when_more_arrives_and_when_all_is_rebuilt() {
        decisions.decide(new Ruling("new:quillmark", "oracle", Verdict.NOT_SAME), READER, null);
        decisions.decide(new Ruling("Quillmark", "Quillmark Compute", Verdict.SAME), READER, null);
        assertThat(deals()).hasSize(3);
        context.getBean(Intake.class).take(RunningApplication.read(Map.of("later.txt", """
                Quillmark doubles its order at Oracle

                March 11, 2026

                Quillmark will spend another $4 billion on Oracle's cloud.
                """)));
        List<String> dump = RunningApplication.dump(context);
        assertThat(dump)
                .noneMatch(line -> line.startsWith("{\"organization\":") && line.contains("\"new:quillmark-compute\""));
        context.getBean(Rebuild.class).run();
        assertThat(RunningApplication.dump(context)).isEqualTo(dump);
    }

    @Test
    void every_party_keeps_who_or_which_rule_took_it_for_that_organization_and_when() {
        assertThat(mentions("oracle")).singleElement().satisfies(m -> {
            assertThat(m.resolution().judgement().by()).isEqualTo("rule:registry-id");
            assertThat(m.resolution().judgement().at()).isAfter(Instant.EPOCH);
            assertThat(m.resolution().score()).isEqualTo(1);
        });
        assertThat(mentions("new:quillmark")).singleElement().satisfies(m -> {
            assertThat(m.name()).isEqualTo("Quillmark");
            assertThat(m.resolution().judgement().by()).isEqualTo("rule:new-name");
        });
        Decided merged = decisions.decide(
                new Ruling("new:quillmark", "new:quillmark-compute", Verdict.SAME), READER, "one firm");
        assertThat(mentions("new:quillmark"))
                .extracting(Mention::name)
                .containsExactly("Quillmark", "Quillmark Compute");
        assertThat(mentions("new:quillmark").getLast().resolution().judgement().by())
                .isEqualTo(READER);
        decisions.takeBack(merged.judgements(), READER, null);
        assertThat(mentions("new:quillmark-compute"))
                .extracting(m -> m.resolution().judgement().by())
                .containsExactly("rule:new-name");
    }

    @Test
    void what_a_name_could_also_mean_is_kept_with_score_and_reasons_until_a_person_says_no() {
        context.getBean(Intake.class).take(RunningApplication.read(Map.of("alike.txt", """
                Corewaeve signs Oracle contract

                September 12, 2025

                Corewaeve has signed a contract to buy $7 billion of computing power from Oracle over five years.
                """)));
        assertThat(mentions("new:corewaeve")).singleElement().satisfies(m -> {
            assertThat(m.resolution().judgement().verdict()).isEqualTo(Verdict.UNSURE);
            assertThat(m.resolution().judgement().right()).isEqualTo("coreweave");
            assertThat(m.resolution().candidates()).first().satisfies(c -> {
                assertThat(c.organization()).isEqualTo("coreweave");
                assertThat(c.score()).isBetween(0.65, 0.99);
                assertThat(c.reasons()).isNotEmpty();
            });
        });
        decisions.decide(new Ruling("Corewaeve", "coreweave", Verdict.NOT_SAME), READER, "another firm");
        assertThat(mentions("new:corewaeve"))
                .flatExtracting(m -> m.resolution().candidates())
                .filteredOn(c -> c.organization().equals("coreweave"))
                .extracting(Resolution.Candidate::verdict)
                .containsOnly(Verdict.NOT_SAME);
    }

    private List<Mention> mentions(String organization) {
        return store.read(tx -> context.getBean(ClaimRepository.class).listNames(tx, organization, 10));
    }

    @Test
    void a_name_that_the_reader_knows_can_be_told_apart_in_one_article_alone() {
        SourcedClaim claim = claim("stake.txt", ClaimKind.INVEST);
        String mention = org.dealgraph.model.Judgement.mention(
                claim.claim().article(),
                java.util.Objects.requireNonNull(claim.claim().from().getFirst().span()));
        List<String> before = RunningApplication.dump(context);
        Decided apart = decisions.decide(
                new Ruling(mention, claim.from().getFirst(), Verdict.NOT_SAME), READER, "the river's council");
        assertThat(claim("stake.txt", ClaimKind.INVEST).from()).containsExactly("new:amazon");
        assertThat(claim("spending.txt", ClaimKind.SPEND).to()).containsExactly("aws");
        decisions.takeBack(apart.judgements(), READER, null);
        assertThat(RunningApplication.dump(context)).isEqualTo(before);
    }

    @Test
    void deals_are_merged_by_their_claims_across_kinds_and_time_and_unmerged_to_the_byte() {
        String spending = claim("spending.txt", ClaimKind.SPEND).claim().id();
        String stake = claim("stake.txt", ClaimKind.INVEST).claim().id();
        List<String> before = RunningApplication.dump(context);
        Decided merged = decisions.mergeDeals(spending, stake, READER, "one announcement");
        assertThat(deals()).hasSize(3);
        assertThat(merged.revisions()).extracting(Revision::kind).containsOnly(Revision.Kind.MERGED);
        Decided apart = decisions.decide(new Ruling(spending, stake, Verdict.NOT_SAME_DEAL), READER, null);
        assertThat(deals()).hasSize(4);
        decisions.decide(new Ruling(stake, spending, Verdict.SAME_DEAL), READER, null);
        assertThat(deals()).hasSize(3);
        decisions.takeBack(apart.judgements(), READER, null);
        assertThat(RunningApplication.dump(context)).isEqualTo(before);
    }

    @Test
    void a_merge_across_two_pairs_of_parties_holds_when_either_side_is_computed_again() {
        String stake = claim("stake.txt", ClaimKind.INVEST).claim().id();
        String contract = claim("unknown.txt", ClaimKind.SPEND).claim().id();
        decisions.mergeDeals(stake, contract, READER, null);
        assertThat(deals()).hasSize(3);
        context.getBean(Intake.class).take(RunningApplication.read(Map.of("again.txt", """
                Amazon invests in Anthropic

                August 4, 2026

                Amazon will invest $5 billion in Anthropic.
                """)));
        assertThat(deals()).hasSize(3);
        List<String> dump = RunningApplication.dump(context);
        context.getBean(Rebuild.class).run();
        assertThat(RunningApplication.dump(context)).isEqualTo(dump);
    }

    @Test
    void a_deal_is_split_by_naming_the_claims_that_leave_it() {
        context.getBean(Intake.class).take(RunningApplication.read(Map.of("second.txt", """
                Anthropic commits to Amazon's cloud

                April 21, 2026

                Anthropic has committed more than $100 billion to AWS over ten years.
                """)));
        assertThat(deals()).hasSize(4);
        List<String> before = RunningApplication.dump(context);
        String second = claim("second.txt", ClaimKind.SPEND).claim().id();
        Decided split = decisions.splitDeal(List.of(second), READER, "another contract");
        assertThat(deals()).hasSize(5);
        assertThat(split.revisions()).extracting(Revision::kind).containsOnly(Revision.Kind.SPLIT);
        decisions.takeBack(split.judgements(), READER, null);
        assertThat(RunningApplication.dump(context)).isEqualTo(before);
    }

    @Test
    void a_rejected_claim_leaves_its_deal_and_comes_back_when_accepted() {
        List<String> before = RunningApplication.dump(context);
        String stake = claim("stake.txt", ClaimKind.INVEST).claim().id();
        Decided rejected = decisions.decide(Ruling.on(stake, Verdict.REJECT), READER, "a joke");
        assertThat(rejected.revisions()).extracting(Revision::kind).containsExactly(Revision.Kind.RETRACTED);
        assertThat(deals()).hasSize(3);
        assertThat(decisions.decide(Ruling.on(stake, Verdict.REJECT), READER, "a joke"))
                .isEqualTo(Decided.NOTHING);
        decisions.decide(Ruling.on(stake, Verdict.ACCEPT), READER, null);
        assertThat(RunningApplication.dump(context)).isEqualTo(before);
    }

    @Test
    void a_judgement_whose_claim_went_out_of_use_goes_to_review() {
        SourcedClaim stake = claim("stake.txt", ClaimKind.INVEST);
        decisions.decide(Ruling.on(stake.claim().id(), Verdict.ACCEPT), READER, null);
        assertThat(decisions.listForReview()).isEmpty();
        context.getBean(Retractions.class)
                .retract(new Retractions.Target.ArticleOf(stake.claim().article()), READER, null);
        assertThat(decisions.listForReview())
                .extracting(org.dealgraph.model.Judgement::left)
                .containsExactly(stake.claim().id());
    }

    @Test
    void what_names_nothing_is_refused() {
        String claim = claim("stake.txt", ClaimKind.INVEST).claim().id();
        List<Ruling> wrong = List.of(
                Ruling.on("c-00000000000000000000000000000000", Verdict.ACCEPT),
                new Ruling(claim, "anthropic", Verdict.SAME),
                new Ruling(claim, claim, Verdict.SAME_DEAL),
                new Ruling("anthropic", "anthropic", Verdict.SAME),
                new Ruling("anthropic", " ", Verdict.SAME));
        for (Ruling ruling : wrong) {
            assertThatThrownBy(() -> decisions.decide(ruling, READER, null))
                    .as(ruling.toString())
                    .isInstanceOf(PipelineException.class)
                    .hasMessageStartingWith("could not ");
        }
        assertThatThrownBy(() -> decisions.decide(Ruling.on(claim, Verdict.REJECT), "rule:mine", null))
                .isInstanceOf(PipelineException.class);
    }

    private List<Deal> deals() {
        return store.read(tx ->
                context
                        .getBean(DealRepository.class)
                        .list(tx, DealFilter.all(), DealOrder.PUBLISHED, true, null, 100)
                        .stream()
                        .map(Ranked::value)
                        .toList());
    }

    private SourcedClaim claim(String file, ClaimKind kind) {
        ClaimRepository claims = context.getBean(ClaimRepository.class);
        return store.read(tx ->
                context.getBean(org.dealgraph.graph.ArticleRepository.class).listByAddress(tx, "file:" + file).stream()
                        .flatMap(article -> claims.listByArticle(tx, article.id()).stream())
                        .filter(c -> c.claim().kind() == kind)
                        .findFirst()
                        .orElseThrow());
    }
}

package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.dealgraph.answer.Basis;
import org.dealgraph.answer.Category;
import org.dealgraph.answer.Scope;
import org.dealgraph.answer.Total;
import org.dealgraph.answer.Totals;
import org.dealgraph.deal.World;
import org.dealgraph.graph.DealFilter;
import org.dealgraph.graph.DealOrder;
import org.dealgraph.graph.DealRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.graph.Ranked;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Deal;
import org.dealgraph.model.Judgement.Verdict;
import org.dealgraph.model.Revision;
import org.dealgraph.model.Term;
import org.dealgraph.pipeline.Retractions.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on the real store for any stream of articles over a world whose obligations are known. */
@ExtendWith(Neo4jTest.class)
class LedgerPropertyTest {

    private static final String READER = "an analyst";

    private static GraphStore store;
    private static ApplicationContext context;

    @BeforeAll
    static void start(GraphStore opened) {
        store = opened;
        context = RunningApplication.on(opened);
    }

    @AfterAll
    static void stop() {
        Wiped.articlesAndDecisions(store);
        context.close();
    }

    /** At least three: the third tells of one purchase under its seller's name and under the seller's subsidiary's. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Math.max(3, Integer.getInteger("dealgraph.test.seeds", 3)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_order_and_repetition_gives_the_same_dump_and_no_total_exceeds_what_is_owed(long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        List<Map<Article, List<Claim>>> articles = Stated.articles(world.articles(3 + random.nextInt(12)));
        Wiped.articlesAndDecisions(store);
        articles.forEach(LedgerPropertyTest::take);
        List<String> dump = dump();
        assertThat(deals()).isNotEmpty();
        assertWithinWhatIsOwed(world);
        Logs.assertSound(revisions());

        List<Map<Article, List<Claim>>> other = new ArrayList<>(articles);
        other.addAll(articles.subList(0, random.nextInt(articles.size())));
        Collections.shuffle(other, random);
        Wiped.articlesAndDecisions(store);
        other.forEach(LedgerPropertyTest::take);
        assertThat(dump()).isEqualTo(dump);
        assertThat(Logs.latest(revisions())).hasSameSizeAs(deals());

        Rebuild.Result rebuilt = context.getBean(Rebuild.class).run();
        assertThat(rebuilt.revisions()).isZero();
        assertThat(dump()).isEqualTo(dump);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_persons_decide_survives_any_order_and_rebuilding_and_taking_it_back_restores_the_dump(long seed) {
        Random random = new Random(1_000 + seed);
        List<Map<Article, List<Claim>>> articles = Stated.articles(new World(random).articles(4 + random.nextInt(8)));
        Wiped.articlesAndDecisions(store);
        articles.forEach(LedgerPropertyTest::take);
        List<String> before = dump();
        Decisions decisions = context.getBean(Decisions.class);
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Deal> deals = deals();
            Deal one = deals.get(random.nextInt(deals.size()));
            Deal other = deals.get(random.nextInt(deals.size()));
            switch (random.nextInt(4)) {
                case 0 -> {
                    if (one != other) {
                        decided.add(decisions.mergeDeals(one.id(), other.id(), READER, null));
                    }
                }
                case 1 -> {
                    if (one.claims().size() > 1) {
                        decided.add(decisions.splitDeal(
                                List.of(one.claims()
                                        .get(random.nextInt(one.claims().size()))),
                                READER,
                                null));
                    }
                }
                case 2 -> decided.add(decisions.decide(Ruling.on(one.id(), Verdict.REJECT), READER, null));
                default ->
                    decided.add(decisions.decide(
                            new Ruling(
                                    one.parties().getFirst(),
                                    other.parties()
                                                    .getLast()
                                                    .equals(one.parties().getFirst())
                                            ? "new:somebody-else"
                                            : other.parties().getLast(),
                                    Verdict.SAME),
                            READER,
                            null));
            }
        }
        List<String> judged = dump();
        Logs.assertSound(revisions());
        context.getBean(Rebuild.class).run();
        assertThat(dump()).isEqualTo(judged);

        Collections.reverse(decided);
        decided.forEach(each -> decisions.takeBack(each.judgements(), READER, null));
        assertThat(dump()).isEqualTo(before);
        Logs.assertSound(revisions());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void taking_back_some_articles_leaves_the_deals_of_the_others(long seed) {
        Random random = new Random(2_000 + seed);
        List<Map<Article, List<Claim>>> articles = Stated.articles(new World(random).articles(4 + random.nextInt(8)));
        List<Map<Article, List<Claim>>> kept = new ArrayList<>();
        List<Map<Article, List<Claim>>> gone = new ArrayList<>();
        articles.forEach(article -> (random.nextInt(3) == 0 ? gone : kept).add(article));
        Wiped.articlesAndDecisions(store);
        kept.forEach(LedgerPropertyTest::take);
        List<Deal> expected = deals();

        Wiped.articlesAndDecisions(store);
        articles.forEach(LedgerPropertyTest::take);
        List<String> all = dump();
        Retractions retractions = context.getBean(Retractions.class);
        List<Target> targets = gone.stream()
                .flatMap(article -> article.keySet().stream())
                .<Target>map(article -> new Target.ArticleOf(article.id()))
                .toList();
        targets.forEach(target -> retractions.retract(target, READER, null));
        assertThat(deals()).isEqualTo(expected);
        targets.forEach(target -> retractions.restore(target, READER, null));
        assertThat(dump()).isEqualTo(all);
        Logs.assertSound(revisions());
    }

    private static void take(Map<Article, List<Claim>> article) {
        context.getBean(Intake.class).takeStated(article, "a run");
    }

    private static void assertWithinWhatIsOwed(World world) {
        List<Term> terms =
                deals().stream().flatMap(deal -> deal.terms().stream()).toList();
        Map<Category, Double> truth = new HashMap<>(world.owed());
        for (Basis basis : Basis.values()) {
            for (Total total : Totals.of(terms, Scope.everything(), basis)) {
                assertThat(total.amount().value().doubleValue())
                        .as("%s %s", basis, total)
                        .isLessThanOrEqualTo(truth.getOrDefault(total.category(), 0.0) * 1.0001);
            }
        }
    }

    private static List<String> dump() {
        return RunningApplication.dump(context);
    }

    private static List<Deal> deals() {
        return store.read(
                tx -> context
                        .getBean(DealRepository.class)
                        .list(tx, DealFilter.all(), DealOrder.PUBLISHED, true, null, 1_000)
                        .stream()
                        .map(Ranked::value)
                        .toList());
    }

    private static List<Revision> revisions() {
        return store.read(tx -> context.getBean(RevisionRepository.class).listAfter(tx, 0, 10_000));
    }
}

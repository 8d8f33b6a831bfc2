package org.dealgraph.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.catalogue.LedgerEntry;
import org.dealgraph.graph.ClaimFilter;
import org.dealgraph.graph.ClaimRepository;
import org.dealgraph.graph.GraphStore;
import org.dealgraph.graph.Neo4jTest;
import org.dealgraph.graph.Recording;
import org.dealgraph.graph.RevisionRepository;
import org.dealgraph.graph.Run;
import org.dealgraph.model.Revision;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.pipeline.Retractions.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Articles that are corrected, withdrawn, read again or taken back, on the real store. The texts are our own. */
@ExtendWith(Neo4jTest.class)
class RetractionsTest {

    private static final String READER = "an analyst";
    private static final String FIRST = """
            OpenAI signs Oracle contract

            September 10, 2025

            OpenAI has signed a contract to buy $300 billion of computing power from Oracle over about five years.
            """;
    private static final String CORRECTED = FIRST.replace("$300 billion", "$200 billion");
    private static final String OTHER = """
            CoreWeave and OpenAI widen their contract

            September 25, 2025

            OpenAI has signed a contract to buy $6.5 billion of computing power from CoreWeave.
            """;

    private final GraphStore store;
    private ApplicationContext context;
    private Intake intake;
    private Retractions retractions;

    RetractionsTest(GraphStore store) {
        this.store = store;
    }

    @BeforeEach
    void start() {
        Wiped.articlesAndDecisions(store);
        context = RunningApplication.on(store);
        intake = context.getBean(Intake.class);
        retractions = context.getBean(Retractions.class);
    }

    @AfterEach
    void stop() {
        context.close();
        Wiped.articlesAndDecisions(store);
    }

    @Test
    void a_corrected_article_retires_the_older_words_in_any_order_of_arrival() {
        take("oracle.txt", FIRST, "2025-09-10T12:00:00Z");
        take("oracle.txt", CORRECTED, "2025-09-11T12:00:00Z");
        List<String> dump = dump();
        assertThat(deals()).singleElement().asString().contains("$200 billion").doesNotContain("$300 billion");
        assertThat(dump).anyMatch(line -> line.contains("300000000000") && line.endsWith("\"retired\":true}"));
        assertThat(revisions())
                .extracting(Revision::kind)
                .containsExactly(Revision.Kind.ADDED, Revision.Kind.RETRACTED, Revision.Kind.ADDED);
        Wiped.articlesAndDecisions(store);
        take("oracle.txt", CORRECTED, "2025-09-11T12:00:00Z");
        take("oracle.txt", FIRST, "2025-09-10T12:00:00Z");
        assertThat(dump()).isEqualTo(dump);
        context.getBean(Rebuild.class).run();
        assertThat(dump()).isEqualTo(dump);
    }

    @Test
    void a_page_that_goes_back_to_its_old_words_has_them_back_in_any_order_of_arrival() {
        take("oracle.txt", FIRST, "2025-09-10T12:00:00Z");
        take("oracle.txt", CORRECTED, "2025-09-11T12:00:00Z");
        take("oracle.txt", FIRST, "2025-09-12T12:00:00Z");
        List<String> dump = dump();
        assertThat(deals()).singleElement().asString().contains("$300 billion").doesNotContain("$200 billion");
        take("oracle.txt", FIRST, "2025-09-12T12:00:00Z");
        assertThat(revisions())
                .extracting(Revision::kind)
                .containsExactly(
                        Revision.Kind.ADDED,
                        Revision.Kind.RETRACTED,
                        Revision.Kind.ADDED,
                        Revision.Kind.RETRACTED,
                        Revision.Kind.ADDED);
        context.getBean(Rebuild.class).run();
        assertThat(dump()).isEqualTo(dump);
        Wiped.articlesAndDecisions(store);
        take("oracle.txt", FIRST, "2025-09-10T12:00:00Z");
        take("oracle.txt", FIRST, "2025-09-12T12:00:00Z");
        take("oracle.txt", CORRECTED, "2025-09-11T12:00:00Z");
        assertThat(dump()).isEqualTo(dump);
        take("oracle.txt", CORRECTED, "2025-09-13T12:00:00Z");
        assertThat(deals()).singleElement().asString().contains("$200 billion");
    }

    @Test
    void a_line_that_left_the_ledger_goes_out_of_use_and_comes_back_with_it() {
        List<LedgerEntry> lines =
                List.copyOf(context.getBean(Catalogue.class).ledger()).subList(0, 20);
        intake.takeLedger(lines);
        assertThat(intake.keepLedger(lines)).isZero();
        List<String> whole = dump();
        String gone = lines.getFirst().article().id();
        List<LedgerEntry> rest =
                lines.stream().filter(e -> !e.article().id().equals(gone)).toList();
        assertThat(intake.keepLedger(rest)).isEqualTo(lines.size() - rest.size());
        List<String> without = deals();
        assertThat(without)
                .noneMatch(deal -> deal.contains(lines.getFirst().claim().id()));
        context.getBean(Rebuild.class).run();
        assertThat(deals()).isEqualTo(without);
        assertThat(intake.keepLedger(lines)).isEqualTo(lines.size() - rest.size());
        assertThat(dump()).isEqualTo(whole);
        Logs.assertSound(revisions());
    }

    @Test
    void a_notice_at_the_same_address_withdraws_a_page_and_a_short_summary_of_it_does_not() {
        String page = "https://news.example/oracle";
        String more = "\n\nThe companies did not say which sites will be built first, or how the power is to be found."
                + "\n\nAnalysts had expected a smaller contract, and some asked how a young company would pay for it over"
                + " so many years while its costs grow faster than what it sells.";
        String detail =
                "\n\nConstruction crews have already broken ground near several towns whose councils hope for jobs,"
                        + " while neighbours worry about water, noise and rising bills."
                        + "\n\nRegulators will look at grid connections next spring; engineers warn that transformers, turbines and"
                        + " skilled electricians remain scarce throughout every region under consideration."
                        + "\n\nInvestors reacted calmly, lifting shares slightly before markets closed, though bond traders demanded"
                        + " wider spreads against further borrowing by the cloud provider.";
        take(page, html(FIRST + more + detail), "2025-09-10T12:00:00Z");
        take(page, html("OpenAI signs Oracle contract" + more), "2025-09-11T12:00:00Z");
        assertThat(deals()).hasSize(1);
        take(
                page,
                html("Editor's note\n\nThis story rested on a document that we could not confirm, and was taken off"
                        + " our site after the companies complained. Readers who relied on it should treat every figure in it as"
                        + " unconfirmed.\n\nOur standards desk reviewed how it was published without a second editor, found that"
                        + " two checks had been skipped, and changed the rules for stories that rest on papers alone. We regret the"
                        + " mistake and thank those who wrote to us about it."),
                "2025-09-12T12:00:00Z");
        assertThat(deals()).isEmpty();
    }

    @Test
    void unlike_texts_under_one_file_name_stand_side_by_side() {
        take("article.txt", FIRST, "2025-09-10T12:00:00Z");
        take("article.txt", OTHER, "2025-09-25T12:00:00Z");
        assertThat(deals()).hasSize(2);
    }

    @Test
    void one_run_is_taken_back_and_restored_to_the_byte() {
        take("coreweave.txt", OTHER, "2025-09-25T12:00:00Z");
        List<String> before = deals();
        String run = Intake.newRun();
        intake.take(read("oracle.txt", FIRST, "2025-09-10T12:00:00Z"), run);
        List<String> after = dump();
        assertThat(retractions.listRuns(10)).extracting(Run::id).hasSize(2).contains(run);

        Retractions.Result result = retractions.retract(new Target.RunOf(run), READER, "a test page");
        assertThat(result.articles()).isEqualTo(1);
        assertThat(deals()).isEqualTo(before);
        assertThat(revisions().getLast())
                .extracting(Revision::kind, Revision::cause)
                .containsExactly(Revision.Kind.RETRACTED, Revision.Cause.JUDGEMENT);
        assertThat(retractions.retract(new Target.RunOf(run), READER, "again").changed())
                .isZero();
        intake.take(read("oracle.txt", FIRST, "2025-09-10T12:00:00Z"));
        assertThat(deals()).isEqualTo(before);

        retractions.restore(new Target.RunOf(run), READER, null);
        assertThat(dump()).isEqualTo(after);
    }

    @Test
    void one_source_is_taken_back_and_the_version_before_a_withdrawn_one_holds_again() {
        take("oracle.txt", FIRST, "2025-09-10T12:00:00Z");
        List<String> first = deals();
        take("oracle.txt", CORRECTED, "2025-09-11T12:00:00Z");
        String corrected = dump().stream()
                .filter(line -> line.startsWith("{\"article\":") && line.contains("$200 billion"))
                .map(line -> line.replaceAll(".*\"id\":\"(a-[0-9a-f]+)\".*", "$1"))
                .findFirst()
                .orElseThrow();
        retractions.retract(new Target.ArticleOf(corrected), READER, null);
        assertThat(deals()).isEqualTo(first);
        retractions.restore(new Target.ArticleOf(corrected), READER, null);
        assertThat(deals()).singleElement().asString().contains("$200 billion");
        retractions.retract(new Target.SourceOf("files"), READER, null);
        assertThat(deals()).isEmpty();
        assertThatThrownBy(() -> retractions.retract(new Target.SourceOf("nobody"), READER, null))
                .isInstanceOf(PipelineException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void what_a_new_reading_does_not_find_is_retired_and_what_it_finds_again_comes_back() {
        take("oracle.txt", FIRST, "2025-09-10T12:00:00Z");
        List<String> dump = dump();
        assertThat(context.getBean(Rebuild.class).run(true).revisions()).isZero();
        assertThat(dump()).isEqualTo(dump);
        SourcedClaim found = store.read(tx -> context.getBean(ClaimRepository.class)
                .list(tx, ClaimFilter.all(), "", 1)
                .getFirst());
        String older = "c-00000000000000000000000000000001";
        store.run(tx -> {
            Recomputation recomputation = context.getBean(Recomputation.class);
            SourcedClaim claim = Renamed.claim(found, older);
            recomputation.lock(tx);
            context.getBean(ClaimRepository.class)
                    .save(
                            tx,
                            List.of(recomputation.blocked(
                                    claim, context.getBean(Rulebook.class).at(tx))),
                            new Recording("older reader", Instant.EPOCH));
            recomputation.around(
                    tx,
                    context.getBean(Rulebook.class).at(tx),
                    List.of(claim),
                    Why.of(Revision.Cause.BACKFILL, Instant.EPOCH));
        });
        assertThat(deals()).singleElement().asString().contains(older);
        context.getBean(Rebuild.class).run(true);
        assertThat(deals())
                .isEqualTo(dump.stream()
                        .filter(line -> line.startsWith("{\"deal\":"))
                        .map(line -> line.substring("{\"deal\":".length(), line.length() - 1))
                        .toList());
        assertThat(dump()).anyMatch(line -> line.contains(older) && line.endsWith("\"retired\":true}"));
        assertThat(revisions().getLast().cause()).isEqualTo(Revision.Cause.REREAD);
    }

    @Test
    void the_log_has_no_gaps_and_every_before_is_the_after_of_its_predecessor() {
        take("oracle.txt", FIRST, "2025-09-10T12:00:00Z");
        take("wire.txt", FIRST.replace("has signed", "signed"), "2025-09-10T13:00:00Z");
        take("oracle.txt", CORRECTED, "2025-09-11T12:00:00Z");
        take("coreweave.txt", OTHER, "2025-09-25T12:00:00Z");
        retractions.retract(new Target.SourceOf("files"), READER, null);
        retractions.restore(new Target.SourceOf("files"), READER, null);
        context.getBean(Rebuild.class).run();
        Logs.assertSound(revisions());
        assertThat(Set.copyOf(deals())).isEqualTo(Set.copyOf(Logs.latest(revisions())));
    }

    private void take(String name, String text, String seen) {
        intake.take(read(name, text, seen));
    }

    private static List<Input> read(String name, String text, String seen) {
        return new Documents().read(name, text.getBytes(StandardCharsets.UTF_8), null, Instant.parse(seen));
    }

    private static String html(String text) {
        StringBuilder page = new StringBuilder("<html><head><title>")
                .append(text.lines().findFirst().orElseThrow())
                .append("</title></head><body><article>");
        text.lines()
                .skip(1)
                .filter(l -> !l.isBlank())
                .forEach(l -> page.append("<p>").append(l).append("</p>"));
        return page.append("</article></body></html>").toString();
    }

    private List<String> dump() {
        return RunningApplication.dump(context);
    }

    private List<String> deals() {
        List<String> deals = new ArrayList<>();
        dump().stream()
                .filter(line -> line.startsWith("{\"deal\":"))
                .forEach(line -> deals.add(line.substring("{\"deal\":".length(), line.length() - 1)));
        return deals;
    }

    private List<Revision> revisions() {
        return store.read(tx -> context.getBean(RevisionRepository.class).listAfter(tx, 0, 10_000));
    }
}

package org.dealgraph.pipeline.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.ClaimReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measured on pairs.jsonl: pairs of annotated claims from different stories, labelled by hand. */
class PairEvaluationTest {

    private static final Path INGEST = Path.of("ingest");
    private static final PairEvaluation EVALUATION = evaluation();

    private static PairEvaluation evaluation() {
        Catalogue catalogue = Catalogue.load(INGEST);
        return PairEvaluation.of(INGEST, catalogue, ClaimReader.load(INGEST, catalogue));
    }

    @ParameterizedTest
    @CsvSource({"term, 0.95", "deal, 0.9"})
    void tells_the_same_from_another_with_the_annotated_claims(String label, double least) {
        Score score = EVALUATION.gold(label);
        assertThat(score.f1()).as("%s", score).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(strings = {"term", "deal"})
    void does_better_than_same_kind_parties_and_amount(String label) {
        assertThat(EVALUATION.baseline(label).f1())
                .isLessThan(EVALUATION.gold(label).f1());
    }

    @ParameterizedTest
    @CsvSource({"term, 0.93", "deal, 0.9"})
    void holds_where_both_claims_were_read(String label, double least) {
        Score score = EVALUATION.readBoth(label);
        assertThat(score.f1()).as("%s", score).isGreaterThanOrEqualTo(least);
    }

    @Test
    void stories_told_twice_land_in_the_same_deals() {
        assertThat(EVALUATION.toldTwice().errors()).isEmpty();
        assertThat(EVALUATION.toldTwice().right()).isGreaterThan(400);
        assertThat(EVALUATION.toldTwiceRead().recall())
                .as("%s", EVALUATION.toldTwiceRead())
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void a_third_of_three_hundred_pairs_are_hard_negatives_of_unlike_stories() {
        assertThat(LabelledPair.ofClaims(INGEST.resolve("corpus"), "term"))
                .hasSizeGreaterThan(300)
                .filteredOn(pair -> !pair.same())
                .hasSizeGreaterThan(100);
    }

    @Test
    void the_report_names_every_measure() {
        assertThat(EVALUATION.report().lines())
                .anyMatch(line -> line.contains("same term, annotated claims: P "))
                .anyMatch(line -> line.contains("(baseline)"))
                .anyMatch(line -> line.contains("told twice"));
    }

    @Test
    void a_score_counts_what_was_said_and_what_is_true() {
        List<LabelledPair> pairs = List.of(
                new LabelledPair("a", "a", true),
                new LabelledPair("a", "b", true),
                new LabelledPair("c", "c", false),
                new LabelledPair("c", "d", false));
        Score score = Score.of(pairs, pair -> pair.a().equals(pair.b()));
        assertThat(score.precision()).isEqualTo(0.5);
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.errors()).containsExactly("missed a | b", "wrong c | c");
    }
}

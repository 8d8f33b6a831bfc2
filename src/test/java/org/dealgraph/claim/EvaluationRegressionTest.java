package org.dealgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.claim.corpus.Evaluate;
import org.dealgraph.claim.corpus.Evaluation;
import org.dealgraph.claim.corpus.Grounding;
import org.dealgraph.claim.corpus.Scores;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader on the held-out stories stays within two points of the committed figures. */
class EvaluationRegressionTest {

    private static final Path INGEST = Path.of("ingest");
    private static final double SLACK = 0.02;

    private static Catalogue catalogue;
    private static ClaimReader reader;
    private static Evaluation evaluation;
    private static final Properties COMMITTED = new Properties();

    @BeforeAll
    static void read_the_corpus() throws IOException {
        catalogue = Catalogue.load(INGEST);
        reader = ClaimReader.load(INGEST, catalogue);
        evaluation = Evaluate.evaluation(INGEST, catalogue, reader::read);
        try (Reader in = Files.newBufferedReader(INGEST.resolve("corpus/figures.properties"))) {
            COMMITTED.load(in);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "hard"})
    void is_no_more_than_two_points_worse_than_committed(String style) {
        Scores s = evaluation.scores(d -> d.validation() && d.style().equals(style));
        assertThat(s.numbered().f1()).isGreaterThan(committed(style + ".numbered") - SLACK);
        assertThat(s.all().f1()).isGreaterThan(committed(style + ".all") - SLACK);
    }

    @Test
    void keeps_quiet_where_there_is_no_deal() {
        Scores own = evaluation.scores(d -> d.style().equals("quiet"));
        assertThat(own.quiet().gold()).isEqualTo(100);
        assertThat(own.quiet().recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(evaluation.scores(d -> !d.style().equals("quiet")).quiet().recall())
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void every_claim_stands_on_its_article() {
        Grounding.Result result = Evaluate.grounding(evaluation, INGEST, catalogue, reader::read);
        assertThat(result.claims()).isGreaterThan(1000);
        assertThat(result.faults()).isEmpty();
        assertThat(result.sound()).isTrue();
    }

    private static double committed(String key) {
        return Double.parseDouble(COMMITTED.getProperty(key));
    }
}

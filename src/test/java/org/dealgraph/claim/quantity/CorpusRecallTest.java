package org.dealgraph.claim.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CorpusRecallTest {

    private static final CorpusRecall RECALL = CorpusRecall.of(Path.of("ingest/corpus/dev"));

    @Test
    void annotated_amounts_are_found_with_their_currency() {
        assertThat(RECALL.scores).containsKeys("training plain money", "validation hard money");
        RECALL.scores.forEach((set, score) -> {
            if (set.endsWith("money") || set.endsWith("power")) {
                assertThat(score.share()).as(set).isGreaterThanOrEqualTo(0.98);
            }
        });
    }

    @Test
    void annotated_counts_are_found() {
        RECALL.scores.forEach((set, score) -> assertThat(score.share()).as(set).isGreaterThanOrEqualTo(0.9));
    }

    @Test
    void bounds_of_what_is_found_are_right() {
        RECALL.scores.forEach((set, score) ->
                assertThat(score.bound()).as(set).isGreaterThanOrEqualTo((int) Math.floor(0.94 * score.found())));
    }
}

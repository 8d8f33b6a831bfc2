package org.dealgraph.claim.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void a_score_becomes_the_share_that_was_right() {
        List<double[]> scored = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            double score = i / 1000.0;
            scored.add(new double[] {score, i % 10 < 10 * score * score ? 1 : 0});
        }
        Calibration calibration = Calibration.fit(scored);
        assertThat(calibration.probability(0.9)).isCloseTo(0.85, within(0.12));
        assertThat(calibration.probability(0.3)).isCloseTo(0.12, within(0.12));
    }

    @Test
    void a_higher_score_is_never_less_likely() {
        Calibration calibration = Calibration.fit(
                List.of(new double[] {0.2, 1}, new double[] {0.4, 0}, new double[] {0.6, 1}, new double[] {0.8, 0}));
        double last = 0;
        for (double s = 0; s <= 1; s += 0.05) {
            assertThat(calibration.probability(s)).isGreaterThanOrEqualTo(last);
            last = calibration.probability(s);
        }
    }

    @Test
    void without_examples_a_score_stands_for_itself() {
        assertThat(Calibration.none().probability(0.37)).isEqualTo(0.37);
    }

    @Test
    void confidence_is_more_cautious_than_probability_but_keeps_the_ends_and_the_order() {
        Calibration none = Calibration.none();
        assertThat(none.confidence(0.5)).isEqualTo(0.5);
        assertThat(none.confidence(0.912)).isCloseTo(0.8, within(1e-9));
        assertThat(none.confidence(1)).isCloseTo(1, within(1e-9));
        for (double p = 0.6; p < 1; p += 0.01) {
            assertThat(none.confidence(p)).isLessThanOrEqualTo(p).isLessThan(none.confidence(p + 0.01));
        }
    }
}

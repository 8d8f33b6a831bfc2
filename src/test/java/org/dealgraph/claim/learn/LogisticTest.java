package org.dealgraph.claim.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogisticTest {

    private static final int ROWS = 2000;

    @Test
    void finds_the_weights_that_made_the_labels() {
        double[][] rows = new double[ROWS][];
        double[] labels = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double x = (i % 41 - 20) / 10.0;
            rows[i] = new double[] {1, x};
            labels[i] = Forest.sigmoid(0.5 + 1.5 * x);
        }
        double[] weights = Logistic.fit(rows, labels, ones(), 0.01);
        assertThat(weights[0]).isCloseTo(0.5, within(0.01));
        assertThat(weights[1]).isCloseTo(1.5, within(0.01));
    }

    @Test
    void a_number_that_says_nothing_gets_no_weight_and_rows_that_all_agree_no_endless_one() {
        double[][] rows = new double[ROWS][];
        double[] labels = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = new double[] {1, i % 2};
            labels[i] = 1;
        }
        double[] weights = Logistic.fit(rows, labels, ones(), 1);
        assertThat(weights[0]).isBetween(3.0, 20.0);
        assertThat(weights[1]).isBetween(-1.0, 5.0);
    }

    private static double[] ones() {
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        return ones;
    }
}

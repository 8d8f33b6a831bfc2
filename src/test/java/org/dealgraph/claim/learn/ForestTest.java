package org.dealgraph.claim.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForestTest {

    private static final List<String> FEATURES = List.of("a", "b");

    @Test
    void learns_what_only_two_numbers_together_tell() {
        Forest forest = forest(new int[] {0, 0});
        assertThat(forest.probability(new double[] {1, 0})).isGreaterThan(0.8);
        assertThat(forest.probability(new double[] {0, 1})).isGreaterThan(0.8);
        assertThat(forest.probability(new double[] {0, 0})).isLessThan(0.2);
        assertThat(forest.probability(new double[] {1, 1})).isLessThan(0.2);
    }

    @Test
    void a_number_that_may_only_raise_the_odds_is_not_used_to_lower_them() {
        double[][] rows = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        double[] falling = {1, 1, 0, 0};
        double[] weights = {50, 50, 50, 50};
        Forest free = fit(new int[] {0, 0}, rows, falling, weights);
        Forest bound = fit(new int[] {1, 0}, rows, falling, weights);
        assertThat(free.probability(rows[2])).isLessThan(0.3);
        assertThat(bound.probability(rows[2])).isEqualTo(bound.probability(rows[0]));
    }

    @Test
    void of_rows_that_exclude_each_other_the_greater_wins_whatever_its_own_size() {
        double[][] rows = {{1, 0}, {2, 0}, {2, 0}, {3, 0}, {3, 0}, {4, 0}};
        double[] labels = {0, 1, 0, 1, 0, 1};
        double[] weights = {20, 20, 20, 20, 20, 20};
        Forest alone = ForestTrainer.fit(
                new ForestTrainer.Settings(120, 3, 0.2, 1, 1, 1.0), FEATURES, new int[] {0, 0}, rows, labels, weights);
        Forest grouped = ForestTrainer.fit(
                new ForestTrainer.Settings(120, 3, 0.2, 1, 1, 1.0),
                FEATURES,
                new int[] {0, 0},
                rows,
                labels,
                weights,
                new int[] {0, 2, 4});
        assertThat(share(grouped, rows[2], rows[3])).isGreaterThan(0.6);
        assertThat(alone.probability(rows[3])).isCloseTo(0.5, within(0.15));
    }

    private static double share(Forest forest, double[] rival, double[] right) {
        double[] shares = forest.logs(List.of(rival, right));
        Shares.of(shares);
        return shares[1];
    }

    @Test
    void shares_leave_something_to_none() {
        double[] shares = {0, Math.log(2), 900};
        Shares.of(shares);
        assertThat(shares[2]).isEqualTo(1, within(1e-9));
        double[] even = {0, Math.log(2)};
        Shares.of(even);
        assertThat(even).containsExactly(new double[] {0.25, 0.5}, within(1e-9));
    }

    @Test
    void the_same_rows_give_the_same_forest() {
        assertThat(ForestFile.write(forest(new int[] {0, 0}))).isEqualTo(ForestFile.write(forest(new int[] {0, 0})));
    }

    @Test
    void the_mean_of_forests_gives_the_mean_of_their_odds() {
        Forest one = forest(new int[] {0, 0});
        Forest other = forest(new int[] {1, 1});
        double[] row = {1, 1};
        double mean = (odds(one, row) + odds(other, row)) / 2;
        assertThat(odds(Forest.mean(List.of(one, other)), row)).isCloseTo(mean, within(0.01));
    }

    private static double odds(Forest forest, double[] row) {
        double p = forest.probability(row);
        return Math.log(p / (1 - p));
    }

    @Test
    void reads_back_what_it_wrote() {
        Forest forest = forest(new int[] {0, 0});
        Forest back = ForestFile.read(ForestFile.write(forest).lines().toList());
        assertThat(back.features()).isEqualTo(FEATURES);
        for (double[] row : new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {3, -2}}) {
            assertThat(back.probability(row)).isEqualTo(forest.probability(row));
        }
    }

    @Test
    void scores_as_a_walk_down_each_of_its_trees_does() {
        Tree stump = new Tree(new int[] {-1}, new double[1], new int[1], new int[1], new double[] {0.25});
        Tree uneven = new Tree(
                new int[] {0, -1, 1, -1, -1},
                new double[] {1, 0, -2, 0, 0},
                new int[] {1, 0, 3, 0, 0},
                new int[] {2, 0, 4, 0, 0},
                new double[] {0, 0.5, 0, -1, 2});
        Forest forest = new Forest(FEATURES, 0.1, List.of(stump, uneven, uneven));
        double[] ends = {-3, -2, -1, -0.0, 0, 0.5, 1, 2, Double.NaN};
        List<double[]> rows = new ArrayList<>();
        for (double a : ends) {
            for (double b : ends) {
                rows.add(new double[] {a, b});
            }
        }
        double[] together = forest.logs(rows);
        assertThat(rows).hasSizeGreaterThan(Long.SIZE);
        for (int i = 0; i < together.length; i++) {
            double[] row = rows.get(i);
            double sum = 0.1 + stump.score(row) + uneven.score(row) + uneven.score(row);
            assertThat(forest.probability(row)).isEqualTo(Forest.sigmoid(sum));
            assertThat(together[i]).isEqualTo(sum);
        }
    }

    @Test
    void tells_which_number_moved_a_row() {
        assertThat(forest(new int[] {0, 0}).reasons(new double[] {1, 0}, 3))
                .first()
                .satisfies(w -> {
                    assertThat(w.feature()).isEqualTo("a");
                    assertThat(w.weight()).isPositive();
                });
    }

    /** Yes where exactly one of the two is 1. */
    private static Forest forest(int[] directions) {
        double[][] rows = new double[400][];
        double[] labels = new double[400];
        double[] weights = new double[400];
        for (int i = 0; i < rows.length; i++) {
            int a = i % 2;
            int b = i / 2 % 2;
            rows[i] = new double[] {a, b};
            labels[i] = a != b ? 1 : 0;
            weights[i] = i % 7 == 0 ? 1.1 : 1;
        }
        return fit(directions, rows, labels, weights);
    }

    private static Forest fit(int[] directions, double[][] rows, double[] labels, double[] weights) {
        return ForestTrainer.fit(
                new ForestTrainer.Settings(120, 3, 0.2, 1, 1, 1.0), FEATURES, directions, rows, labels, weights);
    }
}

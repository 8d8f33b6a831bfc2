package org.dealgraph.claim.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

    /** Key 1 marks what is right, key 2 its rivals; 0 and 3 stand in both; in the last group nothing is right. */
    private static final List<Weights.Group> GROUPS = List.of(
            new Weights.Group(new int[][] {{0, 1}, {0, 2}}, new boolean[] {true, false}, 1),
            new Weights.Group(new int[][] {{0, 2, 3}, {0, 1, 3}}, new boolean[] {false, true}, 1),
            new Weights.Group(new int[][] {{0, 2}, {0, 2, 3}}, new boolean[] {false, false}, 1));

    @Test
    void what_stands_only_in_right_readings_speaks_for_and_what_stands_in_both_says_little() {
        float[] w = Weights.fit(GROUPS, 4, new Weights.Settings(200, 0.1, 0.001));
        assertThat(w[1]).isGreaterThan(1);
        assertThat(w[2]).isLessThan(-1);
        assertThat(Math.abs(w[3])).isLessThan(0.7f);
    }

    @Test
    void a_reading_is_weighed_against_its_rivals_and_not_by_how_often_its_words_are_wrong() {
        List<Weights.Group> groups = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            groups.add(new Weights.Group(
                    new int[][] {{0, 1}, {0}, {0}, {0}, {0}}, new boolean[] {true, false, false, false, false}, 1));
        }
        float[] w = Weights.fit(groups, 2, new Weights.Settings(50, 0.1, 0));
        assertThat((double) w[0]).isGreaterThan(-1);
        assertThat(w[1]).isGreaterThan(1);
    }

    @Test
    void of_two_right_readings_either_will_do() {
        Weights.Group both = new Weights.Group(new int[][] {{0}, {1}, {2}}, new boolean[] {true, true, false}, 1);
        float[] w = Weights.fit(List.of(both), 3, new Weights.Settings(200, 0.1, 0));
        assertThat(w[0]).isEqualTo(w[1]).isGreaterThan(1);
        assertThat(w[2]).isNegative();
    }

    @Test
    void decay_holds_weights_small() {
        float free = Weights.fit(GROUPS, 4, new Weights.Settings(200, 0.1, 0))[1];
        float held = Weights.fit(GROUPS, 4, new Weights.Settings(200, 0.1, 0.2))[1];
        assertThat(held).isBetween(0f, 0.7f * free);
    }

    @Test
    void the_same_groups_give_the_same_weights() {
        Weights.Settings usual = Weights.Settings.usual();
        assertThat(Weights.fit(GROUPS, 4, usual)).containsExactly(Weights.fit(GROUPS, 4, usual));
    }

    @Test
    void a_key_finds_its_weights_and_an_unknown_one_none_even_where_slots_collide() {
        long[] keys = new long[500];
        float[] values = new float[1000];
        for (int i = 0; i < 500; i++) {
            keys[i] = (i + 1L) << 40;
            values[2 * i] = i;
            values[2 * i + 1] = -i;
        }
        Weights weights = new Weights(keys, values, 2);
        for (int i = 0; i < 500; i++) {
            double[] sums = {1, 2};
            weights.add(keys[i], sums);
            assertThat(sums).containsExactly(1 + i, 2 - i);
        }
        double[] sums = {1, 2};
        weights.add(7, sums);
        assertThat(sums).containsExactly(1, 2);
    }
}

package org.dealgraph.claim.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeightsTest {

    private static final int[][] ROWS = {{0, 1}, {0, 2}, {0, 1, 3}, {0, 2, 3}};
    private static final boolean[] RIGHT = {true, false, true, false};

    @Test
    void what_stands_only_in_right_rows_speaks_for_and_what_stands_in_both_says_little() {
        float[] w = Weights.fit(ROWS, RIGHT, 4, new Weights.Settings(200, 0.1, 0.001));
        assertThat(w[1]).isGreaterThan(1);
        assertThat(w[2]).isLessThan(-1);
        assertThat(Math.abs(w[3])).isLessThan(0.5f);
    }

    @Test
    void decay_holds_weights_small() {
        float free = Weights.fit(ROWS, RIGHT, 4, new Weights.Settings(200, 0.1, 0))[1];
        float held = Weights.fit(ROWS, RIGHT, 4, new Weights.Settings(200, 0.1, 0.2))[1];
        assertThat(held).isBetween(0f, 0.7f * free);
    }

    @Test
    void the_same_rows_give_the_same_weights() {
        Weights.Settings usual = Weights.Settings.usual();
        assertThat(Weights.fit(ROWS, RIGHT, 4, usual)).containsExactly(Weights.fit(ROWS, RIGHT, 4, usual));
    }

    @Test
    void a_key_finds_its_weight_and_an_unknown_one_none_even_where_slots_collide() {
        long[] keys = new long[500];
        float[] values = new float[500];
        for (int i = 0; i < 500; i++) {
            keys[i] = (i + 1L) << 40;
            values[i] = i;
        }
        Weights weights = new Weights(keys, values);
        for (int i = 0; i < 500; i++) {
            assertThat(weights.get(keys[i])).isEqualTo(values[i]);
        }
        assertThat(weights.get(7)).isZero();
    }
}

package org.dealgraph.claim.learn;

import java.util.Arrays;

/** Weights by key, one or several for each, in an open table: made once, read by any number of threads. */
public final class Weights {

    private static final double LOAD = 0.5;

    private final long[] keys;
    private final int[] rows;
    private final float[] values;
    private final int width;
    private final int mask;

    /** @param keys none of them 0 */
    public Weights(long[] keys, float[] values) {
        this(keys, values, 1);
    }

    /**
     * @param keys none of them 0, each once
     * @param values for each key {@code width} of them
     */
    public Weights(long[] keys, float[] values, int width) {
        int size = Integer.highestOneBit((int) Math.max(16, keys.length / LOAD)) * 2;
        this.keys = new long[size];
        this.rows = new int[size];
        this.values = new float[(keys.length + 1) * width];
        this.width = width;
        this.mask = size - 1;
        System.arraycopy(values, 0, this.values, width, values.length);
        for (int i = 0; i < keys.length; i++) {
            int at = slot(keys[i]);
            this.keys[at] = keys[i];
            this.rows[at] = i + 1;
        }
    }

    private int slot(long key) {
        int at = (int) (key ^ (key >>> 32)) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** The weight of a key, 0 where there is none. */
    public float get(long key) {
        return values[rows[slot(key)] * width];
    }

    /** Adds all weights of a key to sums. */
    public void add(long key, double[] sums) {
        int row = rows[slot(key)];
        for (int i = 0; row > 0 && i < width; i++) {
            sums[i] += values[row * width + i];
        }
    }

    /**
     * Fits weights of sparse yes-no rows by steps along the gradient of the logistic loss, each weight with a step of its
     * own, which shrinks as it is used. The same rows in the same order give the same weights.
     *
     * @param rows for each row the indexes of its keys
     * @param size how many keys there are
     */
    public static float[] fit(int[][] rows, boolean[] right, int size, Settings settings) {
        float[] w = new float[size];
        float[] squares = new float[size];
        Arrays.fill(squares, 1f);
        int[] order = order(rows.length);
        for (int round = 0; round < settings.rounds(); round++) {
            for (int at : order) {
                int[] row = rows[at];
                double sum = 0;
                for (int k : row) {
                    sum += w[k];
                }
                float error = (float) ((right[at] ? 1 : 0) - Forest.sigmoid(sum));
                for (int k : row) {
                    float g = error - (float) settings.decay() * w[k];
                    squares[k] += g * g;
                    w[k] += (float) (settings.rate() / Math.sqrt(squares[k])) * g;
                }
            }
        }
        return w;
    }

    /**
     * How weights are fitted.
     *
     * @param rounds how often every row is seen
     * @param rate of the steps
     * @param decay pull towards 0
     */
    public record Settings(int rounds, double rate, double decay) {

        public static Settings usual() {
            return new Settings(4, 0.05, 0.002);
        }
    }

    /** An order that mixes the rows, the same each time. */
    private static int[] order(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        java.util.Random random = new java.util.Random(11);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int t = order[i];
            order[i] = order[j];
            order[j] = t;
        }
        return order;
    }
}

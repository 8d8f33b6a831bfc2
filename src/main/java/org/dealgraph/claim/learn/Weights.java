package org.dealgraph.claim.learn;

import java.util.Arrays;
import java.util.List;

/** Weights by key, as many for each as there are sums, in an open table: made once, read by any number of threads. */
public final class Weights {

    private static final double LOAD = 0.5;
    private static final double NEGLIGIBLE = 1e-3;

    private final long[] keys;
    private final int[] rows;
    private final float[] values;
    private final int width;
    private final int mask;

    /**
     * @param keys none of them 0, each once
     * @param values for each key {@code width} of them
     */
    public Weights(long[] keys, float[] values, int width) {
        int size = Integer.highestOneBit((int) Math.max(16, keys.length / LOAD)) * 2;
        this.keys = new long[size];
        this.rows = new int[size];
        this.values = values.clone();
        this.width = width;
        this.mask = size - 1;
        for (int i = 0; i < keys.length; i++) {
            int at = slot(keys[i]);
            this.keys[at] = keys[i];
            this.rows[at] = i;
        }
    }

    private int slot(long key) {
        int at = (int) (key ^ (key >>> 32)) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** Adds the weights of a key to sums; an unknown one has none. */
    public void add(long key, double[] sums) {
        int slot = slot(key);
        int first = rows[slot] * width;
        for (int i = 0; keys[slot] == key && i < width; i++) {
            sums[i] += values[first + i];
        }
    }

    /**
     * Readings that exclude each other: at most one of them is meant, and often none.
     *
     * @param rows for each reading the indexes of its keys
     * @param right which readings are right; where several are, each says the same in other words
     * @param importance how much the group counts
     */
    public record Group(int[][] rows, boolean[] right, double importance) {}

    /**
     * Fits weights so that the right reading of each group outweighs its rivals and none at all, which weighs 0: steps along
     * the gradient of the logarithm of its share, each weight with a step of its own, which shrinks as it is used. The same
     * groups in the same order give the same weights.
     *
     * @param size how many keys there are
     */
    public static float[] fit(List<Group> groups, int size, Settings settings) {
        float[] w = new float[size];
        float[] squares = new float[size];
        Arrays.fill(squares, 1f);
        int[] order = order(groups.size());
        for (int round = 0; round < settings.rounds(); round++) {
            for (int at : order) {
                Group group = groups.get(at);
                double[] errors = errors(group, w);
                for (int i = 0; i < errors.length; i++) {
                    if (Math.abs(errors[i]) >= NEGLIGIBLE) {
                        step(group.rows()[i], errors[i], w, squares, settings);
                    }
                }
            }
        }
        return w;
    }

    /** For each reading the share that it should have less the one that it has. */
    private static double[] errors(Group group, float[] w) {
        double[] shares = new double[group.rows().length];
        for (int i = 0; i < shares.length; i++) {
            for (int k : group.rows()[i]) {
                shares[i] += w[k];
            }
        }
        Shares.of(shares);
        double right = 0;
        for (int i = 0; i < shares.length; i++) {
            right += group.right()[i] ? shares[i] : 0;
        }
        for (int i = 0; i < shares.length; i++) {
            double due = group.right()[i] ? shares[i] / Math.max(right, Double.MIN_NORMAL) : 0;
            shares[i] = (due - shares[i]) * group.importance();
        }
        return shares;
    }

    private static void step(int[] row, double error, float[] w, float[] squares, Settings settings) {
        for (int k : row) {
            float g = (float) (error - settings.decay() * w[k]);
            squares[k] += g * g;
            w[k] += (float) (settings.rate() / Math.sqrt(squares[k])) * g;
        }
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

package org.dealgraph.claim.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fits boosted trees to rows by gradient and curvature of the logistic loss, of each row by itself or of rows that exclude
 * each other, over at most 32 bins a number. The same rows in the same order give the same forest.
 */
public final class ForestTrainer {

    private static final int BINS = 32;
    private static final double ROWS = 0.5;
    private static final int DRAW = 100_003;
    private static final double[] NONE = {};
    private static final int[] ALONE = {};

    private final Settings settings;
    private final int[] directions;
    private final List<String> features;
    private final double[][] rows;
    private final double[] labels;
    private final double[] weights;
    private final int[] starts;
    private final double[][] cuts;
    private final byte[][] bins;

    /**
     * How a forest grows.
     *
     * @param trees how many
     * @param depth of each
     * @param rate share of each step taken
     * @param leastWeight curvature a leaf must hold
     * @param smoothing added to the curvature of a leaf
     * @param columns share of the numbers that each tree may ask for
     * @param forests how many forests are grown on other draws of rows and numbers, and averaged
     */
    public record Settings(
            int trees, int depth, double rate, double leastWeight, double smoothing, double columns, int forests) {

        public Settings(int trees, int depth, double rate, double leastWeight, double smoothing, double columns) {
            this(trees, depth, rate, leastWeight, smoothing, columns, 1);
        }

        /** What worked on the training stories. */
        public static Settings usual() {
            return new Settings(400, 6, 0.04, 3, 4, 0.25, 2);
        }
    }

    private ForestTrainer(
            Settings settings,
            List<String> features,
            int[] directions,
            double[][] rows,
            double[] labels,
            double[] weights,
            int[] starts) {
        this.settings = settings;
        this.directions = directions;
        this.features = features;
        this.rows = rows;
        this.labels = labels;
        this.weights = weights;
        this.starts = starts;
        this.cuts = new double[features.size()][];
        this.bins = new byte[features.size()][rows.length];
        for (int f = 0; f < features.size(); f++) {
            bin(f);
        }
    }

    /**
     * A forest for these rows.
     *
     * @param directions for each number 1 where more of it may only raise the odds, -1 only lower them, 0 either;
     *     held at each split by itself
     */
    public static Forest fit(
            Settings settings,
            List<String> features,
            int[] directions,
            double[][] rows,
            double[] labels,
            double[] weights) {
        return fit(settings, features, directions, rows, labels, weights, ALONE);
    }

    /**
     * A forest for rows of which at most one a group is meant, and often none.
     *
     * @param weights what a row counts; one that stands for several like it counts as often
     * @param starts for each group the index of its first row, rising; none where each row is judged by itself
     */
    public static Forest fit(
            Settings settings,
            List<String> features,
            int[] directions,
            double[][] rows,
            double[] labels,
            double[] weights,
            int[] starts) {
        ForestTrainer trainer = new ForestTrainer(settings, features, directions, rows, labels, weights, starts);
        return Forest.mean(IntStream.range(0, Math.max(1, settings.forests()))
                .mapToObj(trainer::grow)
                .toList());
    }

    private void bin(int f) {
        double[] distinct = distinct(f);
        int n = Math.min(BINS, distinct.length) - 1;
        double[] c = new double[Math.max(n, 0)];
        for (int i = 0; i < n; i++) {
            int at = (int) ((long) (i + 1) * distinct.length / (n + 1));
            c[i] = (distinct[at - 1] + distinct[at]) / 2;
        }
        cuts[f] = c;
        for (int r = 0; r < rows.length; r++) {
            int at = Arrays.binarySearch(c, rows[r][f]);
            bins[f][r] = (byte) (at < 0 ? -at - 1 : at);
        }
    }

    /** The values of a number, each once, rising. */
    private double[] distinct(int f) {
        double[] values = new double[rows.length];
        for (int r = 0; r < values.length; r++) {
            values[r] = rows[r][f];
        }
        Arrays.sort(values);
        int n = 0;
        for (double v : values) {
            if (n == 0 || v != values[n - 1]) {
                values[n++] = v;
            }
        }
        return Arrays.copyOf(values, n);
    }

    private Forest grow(int draw) {
        double yes = 0;
        double all = 0;
        for (int r = 0; r < rows.length; r++) {
            yes += weights[r] * labels[r];
            all += weights[r];
        }
        double rate = Math.clamp(yes / Math.max(all, 1e-9), 1e-4, 1 - 1e-4);
        double bias = Math.log(rate / (1 - rate));
        double[] score = new double[rows.length];
        Arrays.fill(score, bias);
        List<Tree> trees = new ArrayList<>();
        double[] gradient = new double[rows.length];
        double[] curvature = new double[rows.length];
        for (int t = 0; t < settings.trees() && rows.length > 0; t++) {
            for (int r = 0; r < rows.length && starts.length == 0; r++) {
                double p = Forest.sigmoid(score[r]);
                gradient[r] = weights[r] * (labels[r] - p);
                curvature[r] = weights[r] * p * (1 - p);
            }
            for (int s = 0; s < starts.length; s++) {
                group(starts[s], s + 1 < starts.length ? starts[s + 1] : rows.length, score, gradient, curvature);
            }
            Growth growth = new Growth(gradient, curvature, columns(t + draw * DRAW));
            growth.root(sample(t + draw * DRAW));
            Tree tree = growth.tree();
            trees.add(tree);
            for (int r = 0; r < rows.length; r++) {
                score[r] += tree.score(rows[r]);
            }
        }
        return new Forest(features, bias, trees);
    }

    /** Gradient and curvature of rows that share one with each other and with none of them. */
    private void group(int from, int end, double[] score, double[] gradient, double[] curvature) {
        double most = 0;
        for (int r = from; r < end; r++) {
            most = Math.max(most, score[r]);
        }
        double all = Math.exp(-most);
        double right = 0;
        for (int r = from; r < end; r++) {
            double e = Math.exp(score[r] - most);
            all += e;
            right += labels[r] * e;
        }
        for (int r = from; r < end; r++) {
            double e = Math.exp(score[r] - most);
            double due = right > 0 ? labels[r] * e / right : 0;
            double p = e / all;
            gradient[r] = weights[r] * (due - p);
            curvature[r] = weights[r] * p * (1 - p);
        }
    }

    /** The rows a tree grows on: half of them, drawn by a fixed rule. */
    private int[] sample(int tree) {
        Random random = new Random(17L * tree + 3);
        return IntStream.range(0, rows.length)
                .filter(r -> random.nextDouble() < ROWS)
                .toArray();
    }

    /** The numbers a tree may ask for: drawn by a fixed rule, so that training is repeatable. */
    private boolean[] columns(int tree) {
        boolean[] open = new boolean[features.size()];
        Random random = new Random(31L * tree + 7);
        for (int f = 0; f < open.length; f++) {
            open[f] = random.nextDouble() < settings.columns();
        }
        return open;
    }

    /** One tree while it grows. */
    private final class Growth {

        private final double[] gradient;
        private final double[] curvature;
        private final List<double[]> nodes = new ArrayList<>();
        private final int[] open;

        Growth(double[] gradient, double[] curvature, boolean[] columns) {
            this.gradient = gradient;
            this.curvature = curvature;
            this.open = IntStream.range(0, bins.length)
                    .filter(f -> columns[f] && cuts[f].length > 0)
                    .toArray();
        }

        /** Adds the node over all rows of the sample and everything below it. */
        void root(int[] members) {
            node(members, sums(members), 0);
        }

        /** The sums of gradient and curvature by open number and bin, in turns. */
        private double[] sums(int[] members) {
            double[] g = new double[members.length];
            double[] h = new double[members.length];
            for (int i = 0; i < members.length; i++) {
                g[i] = gradient[members[i]];
                h[i] = curvature[members[i]];
            }
            double[] sums = new double[open.length * BINS * 2];
            for (int o = 0; o < open.length; o++) {
                byte[] column = bins[open[o]];
                int base = o * BINS * 2;
                for (int i = 0; i < members.length; i++) {
                    int at = base + column[members[i]] * 2;
                    sums[at] += g[i];
                    sums[at + 1] += h[i];
                }
            }
            return sums;
        }

        /** Adds a node over these rows and everything below it; gives its index. */
        private int node(int[] members, double[] sums, int depth) {
            double g = 0;
            double h = 0;
            for (int r : members) {
                g += gradient[r];
                h += curvature[r];
            }
            int index = nodes.size();
            nodes.add(new double[] {-1, 0, 0, 0, settings.rate() * g / (h + settings.smoothing())});
            if (depth >= settings.depth() || h < 2 * settings.leastWeight()) {
                return index;
            }
            double[] best = split(sums, g, h);
            if (best[0] < 0) {
                return index;
            }
            int f = (int) best[0];
            int bin = (int) best[1];
            int[] low = Arrays.stream(members).filter(r -> bins[f][r] <= bin).toArray();
            int[] high = Arrays.stream(members).filter(r -> bins[f][r] > bin).toArray();
            double[] lowSums = NONE;
            double[] highSums = NONE;
            if (depth + 1 < settings.depth()) {
                double[] fewer = sums(low.length < high.length ? low : high);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] -= fewer[i];
                }
                lowSums = low.length < high.length ? fewer : sums;
                highSums = low.length < high.length ? sums : fewer;
            }
            double[] node = nodes.get(index);
            node[0] = f;
            node[1] = cuts[f][bin];
            node[2] = node(low, lowSums, depth + 1);
            node[3] = node(high, highSums, depth + 1);
            return index;
        }

        /** The best feature and bin, or feature -1. */
        private double[] split(double[] sums, double g, double h) {
            double[] best = {-1, 0};
            double bestGain = 1e-6;
            double parent = g * g / (h + settings.smoothing());
            for (int o = 0; o < open.length; o++) {
                int f = open[o];
                double gl = 0;
                double hl = 0;
                for (int b = 0; b < cuts[f].length; b++) {
                    gl += sums[(o * BINS + b) * 2];
                    hl += sums[(o * BINS + b) * 2 + 1];
                    if (hl < settings.leastWeight() || h - hl < settings.leastWeight()) {
                        continue;
                    }
                    double gain = gl * gl / (hl + settings.smoothing())
                            + (g - gl) * (g - gl) / (h - hl + settings.smoothing())
                            - parent;
                    double low = gl / (hl + settings.smoothing());
                    double high = (g - gl) / (h - hl + settings.smoothing());
                    if (gain > bestGain && directions[f] * (high - low) >= 0) {
                        bestGain = gain;
                        best[0] = f;
                        best[1] = b;
                    }
                }
            }
            return best;
        }

        Tree tree() {
            int n = nodes.size();
            Tree tree = new Tree(new int[n], new double[n], new int[n], new int[n], new double[n]);
            for (int i = 0; i < n; i++) {
                double[] node = nodes.get(i);
                tree.feature()[i] = (int) node[0];
                tree.threshold()[i] = node[1];
                tree.left()[i] = (int) node[2];
                tree.right()[i] = (int) node[3];
                tree.value()[i] = Math.rint(node[4] * 1e5) / 1e5;
            }
            return tree;
        }
    }
}

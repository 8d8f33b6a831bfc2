package org.dealgraph.claim.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Trees laid out for judging many rows at once. Each row is a bit. What the trees ask ("is this number at most that?") is asked
 * of all rows once, however many trees ask it, and each tree sends the bits down its branches, all branches at once, so that
 * nothing depends on a guess. Each tree is filled up to one common depth: a place above which a tree ended always goes left, and
 * every leaf below it holds that value.
 */
final class Packed {

    /** Rows judged at once. */
    private static final int MOST = Long.SIZE;

    /** A leaf's number has to go into a byte. */
    private static final int DEEPEST = Byte.SIZE;

    private static final long EACH_BYTE = 0x0101010101010101L;

    /** The question whose answer is always yes. */
    private static final int YES = 0;

    /**
     * All questions about one number.
     *
     * @param feature index of the number
     * @param first index of the question about the least threshold; the others follow
     * @param thresholds ascending
     */
    private record Asked(int feature, int first, double[] thresholds) {}

    private final int trees;
    private final int depth;
    private final int inner;
    private final int[] question;
    private final double[] value;
    private final List<Asked> asked = new ArrayList<>();
    private int questions = YES + 1;

    Packed(List<Tree> trees) {
        this.trees = trees.size();
        this.depth = trees.stream().mapToInt(tree -> depth(tree, 0)).max().orElse(0);
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("could not lay out a tree: deeper than " + DEEPEST);
        }
        this.inner = (1 << depth) - 1;
        this.question = new int[this.trees * inner];
        this.value = new double[this.trees * (inner + 1)];
        Asked[] byFeature = ask(trees);
        for (int t = 0; t < this.trees; t++) {
            fill(trees.get(t), 0, t, 0, byFeature);
        }
    }

    private static int depth(Tree tree, int node) {
        return tree.feature()[node] < 0
                ? 0
                : 1 + Math.max(depth(tree, tree.left()[node]), depth(tree, tree.right()[node]));
    }

    private Asked[] ask(List<Tree> all) {
        TreeMap<Integer, TreeSet<Double>> thresholds = new TreeMap<>();
        for (Tree tree : all) {
            for (int node = 0; node < tree.size(); node++) {
                if (tree.feature()[node] >= 0) {
                    thresholds
                            .computeIfAbsent(tree.feature()[node], f -> new TreeSet<>())
                            .add(tree.threshold()[node]);
                }
            }
        }
        Asked[] byFeature = new Asked[thresholds.isEmpty() ? 0 : thresholds.lastKey() + 1];
        thresholds.forEach((feature, set) -> {
            double[] ascending = set.stream().mapToDouble(Double::doubleValue).toArray();
            byFeature[feature] = new Asked(feature, questions, ascending);
            asked.add(byFeature[feature]);
            questions += ascending.length;
        });
        return byFeature;
    }

    private void fill(Tree tree, int node, int t, int place, Asked[] byFeature) {
        if (place >= inner) {
            value[t * (inner + 1) + place - inner] = tree.value()[node];
            return;
        }
        boolean leaf = tree.feature()[node] < 0;
        if (!leaf) {
            Asked a = byFeature[tree.feature()[node]];
            question[t * inner + place] = a.first() + Arrays.binarySearch(a.thresholds(), tree.threshold()[node]);
        }
        fill(tree, leaf ? node : tree.left()[node], t, 2 * place + 1, byFeature);
        fill(tree, leaf ? node : tree.right()[node], t, 2 * place + 2, byFeature);
    }

    /** What all trees add to each row's log-odds, summed in their order onto {@code start}. */
    double[] sums(List<double[]> rows, double start) {
        double[] sums = new double[rows.size()];
        double[] some = new double[MOST];
        long[] answers = new long[questions];
        for (int from = 0; from < sums.length; from += MOST) {
            int n = Math.min(MOST, sums.length - from);
            answer(rows.subList(from, from + n), answers);
            Arrays.fill(some, start);
            add(answers, some, n);
            System.arraycopy(some, 0, sums, from, n);
        }
        return sums;
    }

    /** Adds what the trees say of the first {@code n} rows. */
    private void add(long[] answers, double[] sums, int n) {
        long[] here = new long[2 * inner + 1];
        long[] right = new long[depth];
        here[0] = -1;
        for (int t = 0; t < trees; t++) {
            descend(t * inner, answers, here, right);
            int leaves = t * (inner + 1);
            for (int first = 0; first < n; first += Long.BYTES) {
                long leaf = 0;
                for (long turned : right) {
                    leaf = leaf << 1 | Long.expand(turned >>> first, EACH_BYTE);
                }
                for (int row = first; row < first + Long.BYTES; row++) {
                    sums[row] += value[leaves + (int) (leaf & 0xFF)];
                    leaf >>>= Byte.SIZE;
                }
            }
        }
    }

    /** Sends the rows down a tree: for each depth those that turn right there. */
    private void descend(int tree, long[] answers, long[] here, long[] right) {
        int place = 0;
        for (int d = 0; d < depth; d++) {
            long turned = 0;
            for (int end = 2 * place + 1; place < end; place++) {
                long yes = here[place] & answers[question[tree + place]];
                long no = here[place] ^ yes;
                here[2 * place + 1] = yes;
                here[2 * place + 2] = no;
                turned |= no;
            }
            right[d] = turned;
        }
    }

    /** For each question the rows of which the answer is yes. */
    private void answer(List<double[]> rows, long[] answers) {
        Arrays.fill(answers, 0);
        answers[YES] = -1;
        for (Asked a : asked) {
            int end = a.first() + a.thresholds().length;
            double last = Double.NaN;
            int least = end;
            for (int r = 0; r < rows.size(); r++) {
                double number = rows.get(r)[a.feature()];
                if (number != last) {
                    last = number;
                    least = a.first() + above(a.thresholds(), number);
                }
                if (least < end) {
                    answers[least] |= 1L << r;
                }
            }
            for (int q = a.first() + 1; q < end; q++) {
                answers[q] |= answers[q - 1];
            }
        }
    }

    /** How many of ascending thresholds a number is above. */
    private static int above(double[] thresholds, double number) {
        int low = 0;
        int high = thresholds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (number <= thresholds[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

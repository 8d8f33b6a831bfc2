package org.dealgraph.claim.learn;

import java.util.Arrays;
import java.util.List;

/**
 * Trees laid out for scoring: each filled up to one common depth, so that walking down needs no question whether a leaf is
 * reached, and all of them in one array after another. A place above which a tree ended always goes left, and every leaf
 * below it holds that value.
 */
final class Packed {

    private final int trees;
    private final int depth;
    private final int inner;
    private final int[] feature;
    private final double[] threshold;
    private final double[] value;

    Packed(List<Tree> trees) {
        this.trees = trees.size();
        this.depth = trees.stream().mapToInt(tree -> depth(tree, 0)).max().orElse(0);
        this.inner = (1 << depth) - 1;
        this.feature = new int[this.trees * inner];
        this.threshold = new double[this.trees * inner];
        this.value = new double[this.trees * (inner + 1)];
        Arrays.fill(threshold, Double.POSITIVE_INFINITY);
        for (int t = 0; t < this.trees; t++) {
            fill(trees.get(t), 0, t, 0);
        }
    }

    private static int depth(Tree tree, int node) {
        return tree.feature()[node] < 0
                ? 0
                : 1 + Math.max(depth(tree, tree.left()[node]), depth(tree, tree.right()[node]));
    }

    private void fill(Tree tree, int node, int t, int place) {
        if (place >= inner) {
            value[t * (inner + 1) + place - inner] = tree.value()[node];
            return;
        }
        boolean leaf = tree.feature()[node] < 0;
        if (!leaf) {
            feature[t * inner + place] = tree.feature()[node];
            threshold[t * inner + place] = tree.threshold()[node];
        }
        fill(tree, leaf ? node : tree.left()[node], t, 2 * place + 1);
        fill(tree, leaf ? node : tree.right()[node], t, 2 * place + 2);
    }

    /** What all trees add to a row's log-odds, summed in their order onto {@code start}. */
    double sum(double[] row, double start) {
        double sum = start;
        for (int t = 0, base = 0, leaves = -inner; t < trees; t++, base += inner) {
            int place = 0;
            for (int d = 0; d < depth; d++) {
                place = 2 * place + 2 - (row[feature[base + place]] <= threshold[base + place] ? 1 : 0);
            }
            sum += value[leaves + place];
            leaves += inner + 1;
        }
        return sum;
    }
}

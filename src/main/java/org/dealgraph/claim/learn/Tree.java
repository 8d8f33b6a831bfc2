package org.dealgraph.claim.learn;

import java.util.Arrays;

/**
 * A regression tree as flat arrays; node 0 is the root. A leaf has feature -1.
 *
 * @param feature index of the number asked for, or -1 at a leaf
 * @param threshold go left where the number is at most this
 * @param left index of the left child
 * @param right index of the right child
 * @param value what a leaf adds
 */
record Tree(int[] feature, double[] threshold, int[] left, int[] right, double[] value) {

    double score(double[] row) {
        int node = 0;
        while (feature[node] >= 0) {
            node = row[feature[node]] <= threshold[node] ? left[node] : right[node];
        }
        return value[node];
    }

    /** The same tree with leaves that add a part of what they did. */
    Tree scaled(double share) {
        return share == 1
                ? this
                : new Tree(
                        feature,
                        threshold,
                        left,
                        right,
                        Arrays.stream(value)
                                .map(v -> Math.rint(v * share * 1e5) / 1e5)
                                .toArray());
    }

    int size() {
        return feature.length;
    }
}

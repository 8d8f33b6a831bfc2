package org.dealgraph.claim.learn;

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

    int size() {
        return feature.length;
    }
}

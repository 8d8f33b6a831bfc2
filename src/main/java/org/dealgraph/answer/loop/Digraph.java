package org.dealgraph.answer.loop;

import java.util.Arrays;
import java.util.List;

/**
 * A directed graph without loops of one node and without double edges.
 *
 * @param next for each node the nodes its edges lead to, ascending
 */
public record Digraph(int[][] next) {

    /**
     * The graph of some edges; double ones count once.
     *
     * @param nodes how many nodes, numbered from 0
     * @param edges pairs of nodes
     * @throws IllegalArgumentException for an edge from a node to itself
     */
    public static Digraph of(int nodes, List<int[]> edges) {
        int[] degree = new int[nodes];
        for (int[] edge : edges) {
            if (edge[0] == edge[1]) {
                throw new IllegalArgumentException("could not take an edge from a node to itself: " + edge[0]);
            }
            degree[edge[0]]++;
        }
        int[][] next = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            next[node] = new int[degree[node]];
        }
        for (int[] edge : edges) {
            next[edge[0]][--degree[edge[0]]] = edge[1];
        }
        for (int node = 0; node < nodes; node++) {
            next[node] = Arrays.stream(next[node]).sorted().distinct().toArray();
        }
        return new Digraph(next);
    }

    /** How many nodes. */
    public int size() {
        return next.length;
    }

    /** How many edges. */
    public int edges() {
        return Arrays.stream(next).mapToInt(targets -> targets.length).sum();
    }

    /** The same graph with every edge turned round. */
    Digraph reversed() {
        int[] degree = new int[size()];
        for (int[] targets : next) {
            for (int target : targets) {
                degree[target]++;
            }
        }
        int[][] back = new int[size()][];
        for (int node = 0; node < size(); node++) {
            back[node] = new int[degree[node]];
        }
        for (int node = size() - 1; node >= 0; node--) {
            for (int target : next[node]) {
                back[target][--degree[target]] = node;
            }
        }
        return new Digraph(back);
    }
}

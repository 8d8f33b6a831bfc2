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

    /**
     * The largest set of nodes in which each can be reached from each, ascending: outside of such a set there is no cycle
     * with them. Empty where no two nodes have one; of equals the one with the smallest node.
     */
    public int[] core() {
        Digraph back = reversed();
        int[] left = new int[size()];
        boolean[] seen = new boolean[size()];
        int placed = 0;
        for (int node = 0; node < size(); node++) {
            placed = finish(node, seen, left, placed);
        }
        boolean[] taken = new boolean[size()];
        int[] largest = {};
        for (int i = size() - 1; i >= 0; i--) {
            int[] found = back.reach(left[i], taken);
            if (found.length > largest.length
                    || (found.length == largest.length && found.length > 0 && found[0] < largest[0])) {
                largest = found;
            }
        }
        return largest.length > 1 ? largest : new int[0];
    }

    /** Depth first, without recursion, so that a long chain is no danger: nodes are left in the order in which they end. */
    private int finish(int start, boolean[] seen, int[] left, int placed) {
        if (seen[start]) {
            return placed;
        }
        int done = placed;
        int[] stack = new int[size() + 1];
        int[] at = new int[size() + 1];
        int depth = 0;
        stack[0] = start;
        seen[start] = true;
        while (depth >= 0) {
            int[] targets = next[stack[depth]];
            if (at[depth] == targets.length) {
                left[done++] = stack[depth];
                at[depth--] = 0;
            } else {
                int target = targets[at[depth]++];
                if (!seen[target]) {
                    seen[target] = true;
                    stack[++depth] = target;
                }
            }
        }
        return done;
    }

    private int[] reach(int start, boolean[] taken) {
        if (taken[start]) {
            return new int[0];
        }
        int[] queue = new int[size()];
        int queued = 0;
        queue[queued++] = start;
        taken[start] = true;
        for (int head = 0; head < queued; head++) {
            for (int target : next[queue[head]]) {
                if (!taken[target]) {
                    taken[target] = true;
                    queue[queued++] = target;
                }
            }
        }
        return Arrays.stream(queue, 0, queued).sorted().toArray();
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

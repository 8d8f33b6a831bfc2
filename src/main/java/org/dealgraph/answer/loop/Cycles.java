package org.dealgraph.answer.loop;

import java.util.Arrays;

/**
 * Finds every elementary cycle up to a length, each once, from its smallest node on. A depth-first search from each node
 * through larger ones only, which turns back where the way home is longer than what is left of the length.
 */
public final class Cycles {

    /** Told of each cycle. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * A cycle was found.
         *
         * @param path holds it in its first {@code length} places, smallest node first; reused after the call
         * @param length how many nodes
         * @return whether to go on
         */
        boolean found(int[] path, int length);
    }

    private final Digraph graph;
    private final Digraph back;
    private final int longest;
    private final Visitor visitor;
    private final int[] path;
    private final boolean[] onPath;
    private final int[] home;
    private final int[] queue;
    private int queued;

    private Cycles(Digraph graph, int longest, Visitor visitor) {
        this.graph = graph;
        this.back = graph.reversed();
        this.longest = longest;
        this.visitor = visitor;
        path = new int[longest];
        onPath = new boolean[graph.size()];
        home = new int[graph.size()];
        queue = new int[graph.size()];
        Arrays.fill(home, Integer.MAX_VALUE);
    }

    /**
     * Visits every cycle.
     *
     * @param longest most nodes of a cycle, at least 2
     * @return whether all were visited: false where the visitor stopped it
     */
    public static boolean each(Digraph graph, int longest, Visitor visitor) {
        if (longest < 2) {
            throw new IllegalArgumentException("could not look for loops of fewer than two: " + longest);
        }
        return new Cycles(graph, longest, visitor).run();
    }

    /** How many cycles there are of each length; the place in the array is the length. */
    public static long[] count(Digraph graph, int longest) {
        long[] counts = new long[longest + 1];
        each(graph, longest, (path, length) -> {
            counts[length]++;
            return true;
        });
        return counts;
    }

    private boolean run() {
        for (int start = 0; start < graph.size(); start++) {
            distancesTo(start);
            boolean goOn = home[start] > longest || walk(start, start, 0);
            forget();
            if (!goOn) {
                return false;
            }
        }
        return true;
    }

    /** How many steps it is from each larger node home to the start; the start itself gets the length of its shortest cycle. */
    private void distancesTo(int start) {
        queued = 0;
        int shortest = Integer.MAX_VALUE;
        queue[queued++] = start;
        home[start] = 0;
        for (int head = 0; head < queued; head++) {
            int node = queue[head];
            if (home[node] >= longest - 1) {
                break;
            }
            for (int before : back.next()[node]) {
                if (before > start && home[before] == Integer.MAX_VALUE) {
                    home[before] = home[node] + 1;
                    queue[queued++] = before;
                }
            }
        }
        for (int target : graph.next()[start]) {
            if (target > start && home[target] != Integer.MAX_VALUE) {
                shortest = Math.min(shortest, home[target] + 1);
            }
        }
        home[start] = shortest;
    }

    private void forget() {
        for (int i = 0; i < queued; i++) {
            home[queue[i]] = Integer.MAX_VALUE;
        }
    }

    private boolean walk(int start, int node, int depth) {
        path[depth] = node;
        onPath[node] = true;
        boolean goOn = true;
        for (int target : graph.next()[node]) {
            if (target == start) {
                goOn = depth == 0 || visitor.found(path, depth + 1);
            } else if (target > start && !onPath[target] && home[target] <= longest - depth - 1) {
                goOn = walk(start, target, depth + 1);
            }
            if (!goOn) {
                break;
            }
        }
        onPath[node] = false;
        return goOn;
    }
}

package org.dealgraph.answer.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Graphs in which everybody gives to as many and receives from as many as in the real one, but to and from whom is chance.
 * Edges swap their ends, and three edges round a triangle turn about, which together reach every graph with those degrees
 * (directed degree-preserving rewiring after Roberts, Simulation 2000, and Maslov and Sneppen, Science 2002).
 */
final class NullModel {

    /** Attempts for each edge between two samples; most succeed in a sparse graph. */
    private static final int ATTEMPTS = 10;

    private final int nodes;
    private final List<int[]> edges = new ArrayList<>();
    private final Set<Long> present = new HashSet<>();
    private final Random random;

    NullModel(Digraph graph, long seed) {
        nodes = graph.size();
        random = new Random(seed);
        for (int from = 0; from < nodes; from++) {
            for (int to : graph.next()[from]) {
                edges.add(new int[] {from, to});
                present.add(key(from, to));
            }
        }
    }

    /** The next random graph; each is made from the one before. */
    Digraph next() {
        if (edges.size() > 1) {
            for (int attempt = ATTEMPTS * edges.size(); attempt > 0; attempt--) {
                int[] one = edges.get(random.nextInt(edges.size()));
                int[] other = edges.get(random.nextInt(edges.size()));
                if (one[1] == other[0] && present.contains(key(other[1], one[0]))) {
                    turn(one, other);
                } else {
                    swap(one, other);
                }
            }
        }
        return Digraph.of(nodes, edges);
    }

    /** a→b and c→d become a→d and c→b, where neither is there nor leads home. */
    private void swap(int[] one, int[] other) {
        if (one[0] == other[1] || other[0] == one[1] || holds(one[0], other[1]) || holds(other[0], one[1])) {
            return;
        }
        present.remove(key(one[0], one[1]));
        present.remove(key(other[0], other[1]));
        int end = one[1];
        one[1] = other[1];
        other[1] = end;
        present.add(key(one[0], one[1]));
        present.add(key(other[0], other[1]));
    }

    /** a→b→c→a becomes a→c→b→a, where none of those is there. */
    private void turn(int[] one, int[] other) {
        int a = one[0];
        int b = one[1];
        int c = other[1];
        if (a == c || holds(a, c) || holds(c, b) || holds(b, a)) {
            return;
        }
        int[] third = edge(c, a);
        present.remove(key(a, b));
        present.remove(key(b, c));
        present.remove(key(c, a));
        one[1] = c;
        other[0] = c;
        other[1] = b;
        third[0] = b;
        present.add(key(a, c));
        present.add(key(c, b));
        present.add(key(b, a));
    }

    private int[] edge(int from, int to) {
        return edges.stream()
                .filter(edge -> edge[0] == from && edge[1] == to)
                .findFirst()
                .orElseThrow();
    }

    private boolean holds(int from, int to) {
        return present.contains(key(from, to));
    }

    private long key(int from, int to) {
        return (long) from * nodes + to;
    }
}

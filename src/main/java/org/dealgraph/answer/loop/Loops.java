package org.dealgraph.answer.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The loops of a graph of flows.
 *
 * @param best the loops asked for, highest score first
 * @param found how many there are in all
 * @param complete whether all were looked at: false where there are more than {@link #MOST}
 * @param significance whether there are more than chance would make; null where it was not asked for or not all were looked at
 */
public record Loops(
        List<Loop> best,
        long found,
        boolean complete,
        @Nullable Significance significance) {

    /** The longest loop that can be asked for. */
    public static final int LONGEST = 6;
    /** The most loops that can be told. */
    public static final int MOST_TOLD = 1_000;
    /** How many loops are looked at before the search gives up. */
    public static final long MOST = 5_000_000;
    /** How many edges of random graphs are walked at most, all samples together. */
    private static final long MOST_CHANCE = 50_000_000;

    public Loops {
        best = List.copyOf(best);
    }

    /**
     * A question for loops.
     *
     * @param longest most organizations in a loop, 2 to {@link #LONGEST}
     * @param through loops must run through one of these; empty for any
     * @param first how many to tell
     * @param samples random graphs to compare with, 0 for no comparison
     * @param seed of the random graphs
     */
    public record Question(int longest, Set<String> through, int first, int samples, long seed) {

        public Question {
            if (longest < 2 || longest > LONGEST) {
                throw new IllegalArgumentException("could not look for loops of " + longest + ": 2 to " + LONGEST);
            }
            if (samples < 0 || samples > MOST_TOLD || first < 0 || first > MOST_TOLD) {
                throw new IllegalArgumentException(
                        "could not tell " + first + " loops with " + samples + " samples: at most " + MOST_TOLD);
            }
            through = Set.copyOf(through);
        }
    }

    /** Answers a question. */
    public static Loops of(FlowGraph graph, Question question) {
        Search search = new Search(graph, question);
        boolean complete = Cycles.each(graph.digraph(), question.longest(), search);
        boolean compare = complete && question.samples() > 0;
        int samples = (int) Math.min(question.samples(), Math.max(1, MOST_CHANCE / (search.looked + 1)));
        return new Loops(
                search.best(),
                search.found,
                complete,
                compare ? Significance.of(graph.digraph(), question.longest(), samples, question.seed()) : null);
    }

    /** Keeps the best of the cycles it is shown, by score and then by name. */
    private static final class Search implements Cycles.Visitor {

        private final FlowGraph graph;
        private final Question question;
        private final double[][] weights;
        private final double[][] carried;
        private final boolean[] wanted;
        private final PriorityQueue<Kept> kept = new PriorityQueue<>();
        private long found;
        private long looked;

        private record Kept(double score, int[] path) implements Comparable<Kept> {

            /** The worst first: the lowest score, and of equals the later name. */
            @Override
            public int compareTo(Kept other) {
                int byScore = Double.compare(score, other.score);
                return byScore != 0 ? byScore : Arrays.compare(other.path, path);
            }
        }

        Search(FlowGraph graph, Question question) {
            this.graph = graph;
            this.question = question;
            int[][] next = graph.digraph().next();
            weights = new double[next.length][];
            carried = new double[next.length][];
            wanted = new boolean[next.length];
            for (int from = 0; from < next.length; from++) {
                weights[from] = new double[next[from].length];
                carried[from] = new double[next[from].length];
                wanted[from] = question.through().isEmpty()
                        || question.through().contains(graph.names().get(from));
                for (int i = 0; i < next[from].length; i++) {
                    Flow flow = graph.get(graph.names().get(from), graph.names().get(next[from][i]));
                    weights[from][i] = flow.strength().weight();
                    carried[from][i] =
                            flow.own() == null ? Double.NaN : flow.own().value().doubleValue();
                }
            }
        }

        @Override
        public boolean found(int[] path, int length) {
            if (++looked > MOST) {
                return false;
            }
            if (!isWanted(path, length)) {
                return true;
            }
            found++;
            if (question.first() > 0) {
                keep(path, length);
            }
            return true;
        }

        private boolean isWanted(int[] path, int length) {
            for (int i = 0; i < length; i++) {
                if (wanted[path[i]]) {
                    return true;
                }
            }
            return false;
        }

        private void keep(int[] path, int length) {
            double product = 1;
            double least = Double.NaN;
            for (int i = 0; i < length; i++) {
                int from = path[i];
                int edge = Arrays.binarySearch(graph.digraph().next()[from], path[(i + 1) % length]);
                product *= weights[from][edge];
                double amount = carried[from][edge];
                least = Double.isNaN(least) || amount < least ? (Double.isNaN(amount) ? least : amount) : least;
            }
            double score = Loop.score(Math.pow(product, 1.0 / length), Double.isNaN(least) ? 0 : least);
            if (kept.size() < question.first() || score >= kept.element().score()) {
                kept.add(new Kept(score, Arrays.copyOf(path, length)));
                if (kept.size() > question.first()) {
                    kept.remove();
                }
            }
        }

        List<Loop> best() {
            List<Loop> loops = new ArrayList<>();
            for (Kept one : kept) {
                List<Flow> flows = new ArrayList<>();
                for (int i = 0; i < one.path().length; i++) {
                    flows.add(graph.get(
                            graph.names().get(one.path()[i]),
                            graph.names().get(one.path()[(i + 1) % one.path().length])));
                }
                loops.add(Loop.of(flows));
            }
            loops.sort(Loop.BEST);
            return loops;
        }
    }
}

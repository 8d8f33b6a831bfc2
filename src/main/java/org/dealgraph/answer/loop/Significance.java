package org.dealgraph.answer.loop;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether there are more loops than chance would make, by a degree-preserving null model.
 *
 * @param observed loops in the graph, of all lengths asked for
 * @param expected their mean over the random graphs
 * @param deviation their standard deviation over the random graphs
 * @param p the share of graphs, the real one among them, with at least as many loops: (1 + k) / (1 + n)
 * @param samples how many random graphs, n
 * @param seed that gives the same answer again
 */
public record Significance(long observed, double expected, double deviation, double p, int samples, long seed) {

    static Significance of(Digraph graph, int longest, int samples, long seed) {
        long observed = sum(Cycles.count(graph, longest));
        NullModel chance = new NullModel(graph, seed);
        double[] counts = IntStream.range(0, samples)
                .mapToDouble(sample -> sum(Cycles.count(chance.next(), longest)))
                .toArray();
        double mean = Arrays.stream(counts).average().orElse(0);
        double variance = Arrays.stream(counts)
                .map(count -> (count - mean) * (count - mean))
                .average()
                .orElse(0);
        long asMany = Arrays.stream(counts).filter(count -> count >= observed).count();
        return new Significance(observed, mean, Math.sqrt(variance), (1.0 + asMany) / (1.0 + samples), samples, seed);
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}

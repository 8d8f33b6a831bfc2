package org.dealgraph.claim.learn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Boosted trees over named numbers: the log-odds of yes is the bias plus what each tree adds. */
public final class Forest {

    private final List<String> features;
    private final double bias;
    private final List<Tree> trees;
    private final Packed packed;

    Forest(List<String> features, double bias, List<Tree> trees) {
        this.features = List.copyOf(features);
        this.bias = bias;
        this.trees = List.copyOf(trees);
        this.packed = new Packed(this.trees);
    }

    /** A forest without trees: even odds for everything. */
    public static Forest none() {
        return new Forest(List.of(), 0, List.of());
    }

    /** The forest that gives the mean of what forests over the same numbers give, in log-odds. */
    static Forest mean(List<Forest> forests) {
        return new Forest(
                forests.getFirst().features,
                forests.stream().mapToDouble(Forest::bias).average().orElse(0),
                forests.stream()
                        .flatMap(f -> f.trees.stream())
                        .map(t -> t.scaled(1.0 / forests.size()))
                        .toList());
    }

    /** The names of the numbers, in the order of a row. */
    public List<String> features() {
        return features;
    }

    double bias() {
        return bias;
    }

    List<Tree> trees() {
        return trees;
    }

    /** The probability of yes. */
    public double probability(double[] row) {
        return sigmoid(log(row));
    }

    /** How much a number moved a row's log-odds: what the trees say less what they say with the number set to 0. */
    public record Weight(String feature, double value, double weight) {}

    /** The numbers that moved a row most, strongest first. */
    public List<Weight> reasons(double[] row, int limit) {
        double whole = log(row);
        return IntStream.range(0, row.length)
                .filter(i -> row[i] != 0)
                .mapToObj(i -> {
                    double[] without = row.clone();
                    without[i] = 0;
                    return new Weight(features.get(i), row[i], whole - log(without));
                })
                .filter(w -> Math.abs(w.weight()) > 0.01)
                .sorted(Comparator.comparingDouble((Weight w) -> -Math.abs(w.weight()))
                        .thenComparing(Weight::feature))
                .limit(limit)
                .toList();
    }

    private double log(double[] row) {
        double sum = bias;
        for (Tree tree : trees) {
            sum += tree.score(row);
        }
        return sum;
    }

    /** The log-odds of yes for many rows, several times as fast as one by one; of rows that exclude each other, against none of them. */
    public double[] logs(List<double[]> rows) {
        return packed.sums(rows, bias);
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}

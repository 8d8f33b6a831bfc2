package org.dealgraph.claim.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scores to probabilities: a rising line through points, made by pooling neighbours whose share of right ones falls.
 *
 * @param points score and probability, rising
 */
public record Calibration(List<double[]> points) {

    private static final int LEAST = 12;

    /** Up to here a probability stands as it is. */
    private static final double SOUND = 0.6;

    /** What the training stories call this sure is as sure as the gate asks on the validation stories. */
    private static final double SURE = 0.912;

    private static final double GATE = 0.8;

    public Calibration {
        points = List.copyOf(points);
    }

    /** Scores stand for themselves. */
    public static Calibration none() {
        return new Calibration(List.of());
    }

    /** Fits scores with their outcomes. */
    public static Calibration fit(List<double[]> scored) {
        List<double[]> sorted = new ArrayList<>(scored);
        sorted.sort(Comparator.comparingDouble(p -> p[0]));
        List<double[]> pools = new ArrayList<>();
        for (double[] p : sorted) {
            pools.add(new double[] {p[0], p[1], 1});
            while (pools.size() > 1 && (falls(pools) || pools.get(pools.size() - 2)[2] < LEAST)) {
                double[] b = pools.removeLast();
                double[] a = pools.removeLast();
                pools.add(new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]});
            }
        }
        List<double[]> points = new ArrayList<>();
        for (double[] pool : pools) {
            points.add(new double[] {round(pool[0] / pool[2]), round((pool[1] + 0.5) / (pool[2] + 1))});
        }
        for (int i = 1; i < points.size(); i++) {
            points.get(i)[1] = Math.max(points.get(i)[1], points.get(i - 1)[1]);
        }
        return new Calibration(points);
    }

    private static boolean falls(List<double[]> pools) {
        double[] a = pools.get(pools.size() - 2);
        double[] b = pools.getLast();
        return a[1] / a[2] >= b[1] / b[2];
    }

    private static double round(double x) {
        return Math.rint(x * 1e4) / 1e4;
    }

    /** The probability for a score. */
    public double probability(double score) {
        if (points.isEmpty()) {
            return score;
        }
        double[] low = {0, Math.min(0.02, points.getFirst()[1])};
        for (double[] p : points) {
            if (score <= p[0]) {
                double share = p[0] == low[0] ? 1 : (score - low[0]) / (p[0] - low[0]);
                return low[1] + share * (p[1] - low[1]);
            }
            low = p;
        }
        double share = low[0] >= 1 ? 1 : (score - low[0]) / (1 - low[0]);
        return low[1] + share * (Math.max(low[1], 0.99) - low[1]);
    }

    /**
     * The probability for a score with the caution that validation stories teach: the lexicon was written beside the training
     * stories and serves them better than others. The ends are kept, what lies between is stretched so that the gate at 0.8
     * holds what it promises.
     */
    public double confidence(double score) {
        double p = probability(score);
        if (p <= SOUND) {
            return p;
        }
        return p < SURE
                ? SOUND + (p - SOUND) * (GATE - SOUND) / (SURE - SOUND)
                : GATE + (p - SURE) * (1 - GATE) / (1 - SURE);
    }
}

package org.dealgraph.claim.learn;

import java.util.Arrays;

/** Fits a sum of few numbers whose logistic is a probability: Newton's steps on the logistic loss with a pull towards 0. */
public final class Logistic {

    private static final int STEPS = 40;
    private static final double STILL = 1e-7;
    private static final double LEAST = 1e-9;

    private Logistic() {}

    /**
     * The weights, one a number; the first number should be 1 in every row and is hardly pulled.
     *
     * @param ridge strength of the pull
     */
    public static double[] fit(double[][] rows, double[] labels, double[] importance, double ridge) {
        int n = rows.length == 0 ? 0 : rows[0].length;
        double[] weights = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[][] curvature = new double[n][n];
            double[] gradient = new double[n];
            for (int r = 0; r < rows.length; r++) {
                double p = Forest.sigmoid(sum(weights, rows[r]));
                double error = importance[r] * (labels[r] - p);
                double bend = importance[r] * p * (1 - p) + LEAST;
                for (int i = 0; i < n; i++) {
                    gradient[i] += error * rows[r][i];
                    for (int k = 0; k <= i; k++) {
                        curvature[i][k] += bend * rows[r][i] * rows[r][k];
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                double pull = i == 0 ? ridge / 100 : ridge;
                gradient[i] -= pull * weights[i];
                curvature[i][i] += pull;
                for (int k = 0; k < i; k++) {
                    curvature[k][i] = curvature[i][k];
                }
            }
            double[] move = solve(curvature, gradient);
            double most = 0;
            for (int i = 0; i < n; i++) {
                weights[i] += move[i];
                most = Math.max(most, Math.abs(move[i]));
            }
            if (most < STILL) {
                break;
            }
        }
        return weights;
    }

    /** The weighted sum of a row. */
    public static double sum(double[] weights, double[] row) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }

    /** Solves a symmetric positive system by elimination. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[] x = Arrays.copyOf(b, n);
        for (int i = 0; i < n; i++) {
            for (int r = i + 1; r < n; r++) {
                double factor = a[r][i] / a[i][i];
                for (int k = i; k < n; k++) {
                    a[r][k] -= factor * a[i][k];
                }
                x[r] -= factor * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}

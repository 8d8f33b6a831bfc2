package org.dealgraph.claim.learn;

/** What readings that exclude each other weigh, and none of them, which weighs 0, as shares of one. */
public final class Shares {

    private Shares() {}

    /**
     * Turns weights into shares: each its exponential over the sum of all and 1.
     *
     * @param weights log-odds against none; changed in place
     */
    public static void of(double[] weights) {
        double most = 0;
        for (double w : weights) {
            most = Math.max(most, w);
        }
        double all = Math.exp(-most);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(weights[i] - most);
            all += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= all;
        }
    }
}

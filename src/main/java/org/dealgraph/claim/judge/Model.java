package org.dealgraph.claim.judge;

import java.util.List;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.claim.learn.Shares;

/**
 * What judges the candidates of an anchor, of which at most one is meant: each gets a share of one, and what is left is the
 * share of none.
 *
 * @param words what words in their places say
 * @param first judges each anchor by itself
 * @param second also knows what the first says of the rest of the article
 * @param surety how likely the best candidate of an anchor is right, and from where on it is a claim
 */
public record Model(Words words, Forest first, Forest second, Surety surety) {

    private static final double LEAST = 1e-4;

    /** A model that claims nothing. */
    public static Model none() {
        return new Model(Words.none(), Forest.none(), Forest.none(), Surety.none());
    }

    /** The shares of an anchor's candidates by the first judgement. */
    public static double[] first(Forest first, List<Candidate> candidates) {
        return shares(first, candidates.stream().map(Candidate::row).toList());
    }

    /**
     * What both judgements together give the full rows of an anchor: the mean of their log odds. Neither alone orders the
     * candidates of stories that they have not seen as well as the two together.
     */
    public static double[] scores(Forest second, List<double[]> rows) {
        double[] scores = shares(second, rows);
        for (int i = 0; i < scores.length; i++) {
            double mean = (odds(rows.get(i)[Feature.FIRST_JUDGEMENT.ordinal()]) + odds(scores[i])) / 2;
            scores[i] = 1 / (1 + Math.exp(-mean));
        }
        return scores;
    }

    private static double[] shares(Forest forest, List<double[]> rows) {
        double[] shares = rows.stream().mapToDouble(forest::log).toArray();
        Shares.of(shares);
        return shares;
    }

    private static double odds(double p) {
        double bounded = Math.clamp(p, LEAST, 1 - LEAST);
        return Math.log(bounded / (1 - bounded));
    }
}

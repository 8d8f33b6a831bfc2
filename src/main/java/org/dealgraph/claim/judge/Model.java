package org.dealgraph.claim.judge;

import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.model.ClaimKind;

/**
 * What judges candidates.
 *
 * @param words what words in their places say
 * @param pairs judges candidates with two sides
 * @param builds judges candidates of BUILD, which have one
 * @param surety how likely the best candidate of an anchor is right, and from where on it is a claim
 */
public record Model(Words words, Part pairs, Part builds, Surety surety) {

    /** The forests for a kind. */
    public Part part(ClaimKind kind) {
        return kind == ClaimKind.BUILD ? builds : pairs;
    }

    /**
     * Two forests.
     *
     * @param first judges each candidate by itself
     * @param second also knows what the first says of the rest of the article
     */
    public record Part(Forest first, Forest second) {

        private static final double LEAST = 1e-4;

        /**
         * What both together give a full row: the mean of their log odds. Neither alone orders candidates of stories that
         * they have not seen as well as the two together.
         */
        public double score(double[] row) {
            double mean = (odds(row[Feature.FIRST_JUDGEMENT.ordinal()]) + odds(second.probability(row))) / 2;
            return 1 / (1 + Math.exp(-mean));
        }

        private static double odds(double p) {
            double bounded = Math.clamp(p, LEAST, 1 - LEAST);
            return Math.log(bounded / (1 - bounded));
        }

        static Part none() {
            return new Part(Forest.none(), Forest.none());
        }
    }

    /** A model that claims nothing. */
    public static Model none() {
        return new Model(Words.none(), Part.none(), Part.none(), Surety.none());
    }
}

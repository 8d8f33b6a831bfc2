package org.dealgraph.claim.judge;

import org.dealgraph.claim.candidate.Feature;

/** How an article names its parties; the same score is worth less where they hide behind descriptions and pronouns. */
public enum Manner {
    PLAIN,
    VEILED;

    private static final double SHARE = 0.57;

    /** The manner of the article that a candidate's numbers describe. */
    public static Manner of(double[] row) {
        return row[Feature.NAMED_SHARE.ordinal()] >= SHARE ? PLAIN : VEILED;
    }
}

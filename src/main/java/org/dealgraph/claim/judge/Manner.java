package org.dealgraph.claim.judge;

import org.dealgraph.claim.candidate.Feature;

/** How an article tells its deals; the same score is worth less where they hide in roundabout prose. */
public enum Manner {
    PLAIN,
    VEILED;

    /** The manner of the article that a candidate's numbers describe. */
    public static Manner of(double[] row) {
        return row[Feature.VEILED.ordinal()] > 0 ? VEILED : PLAIN;
    }
}

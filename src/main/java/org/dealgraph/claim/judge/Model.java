package org.dealgraph.claim.judge;

import java.util.Map;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.learn.Forest;

/**
 * What judges candidates.
 *
 * @param first judges each by itself
 * @param second also knows what the first says of the rest of the article
 * @param decisions for each sort of anchor, from which score on a candidate is a claim
 */
public record Model(Forest first, Forest second, Map<AnchorType, Decision> decisions) {

    public Model {
        decisions = Map.copyOf(decisions);
    }

    /** A model that claims nothing. */
    public static Model none() {
        return new Model(Forest.none(), Forest.none(), Map.of());
    }

    /**
     * From scores to claims.
     *
     * @param threshold the least score of a claim
     * @param calibration from scores to probabilities
     */
    public record Decision(double threshold, Calibration calibration) {}
}

package org.dealgraph.claim.judge;

import java.util.Map;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.learn.Forest;

/**
 * What judges candidates, for each sort of anchor: a first forest, a second that also knows what the first says of the
 * rest of the article, the score from which a candidate is a claim, and the way from scores to probabilities.
 */
public record Model(Map<AnchorType, Part> parts) {

    public Model {
        parts = Map.copyOf(parts);
    }

    /** The forests for one sort of anchor. */
    public record Part(Forest first, Forest second, double threshold, Calibration calibration) {}
}

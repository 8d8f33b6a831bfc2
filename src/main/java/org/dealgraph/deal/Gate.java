package org.dealgraph.deal;

import org.dealgraph.model.SourcedClaim;

/**
 * The confidence gate: a claim below it supports no total, unless another independent source says the same.
 *
 * @param confidence the least calibrated probability that lets a claim count by itself, 0 to 1
 */
public record Gate(double confidence) {

    /** Used where no setting says otherwise; the evaluation on validation stories is what should move it. */
    public static final Gate DEFAULT = new Gate(0.5);

    public Gate {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("could not set a confidence gate outside 0 to 1: " + confidence);
        }
    }

    /** Whether a claim counts by itself. */
    public boolean passes(SourcedClaim claim) {
        return claim.claim().reading().confidence() >= confidence;
    }
}

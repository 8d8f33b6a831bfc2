package org.dealgraph.deal;

import java.util.Set;
import org.dealgraph.model.SourcedClaim;

/**
 * The confidence gate: a claim below it supports no total, unless another independent source says the same.
 *
 * @param confidence the least calibrated probability that lets a claim count by itself, 0 to 1
 * @param accepted claims that a person has accepted, which pass whatever their confidence
 */
public record Gate(double confidence, Set<String> accepted) {

    /** Used where no setting says otherwise; the evaluation on validation stories is what should move it. */
    public static final Gate DEFAULT = new Gate(0.8, Set.of());

    public Gate {
        accepted = Set.copyOf(accepted);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("could not set a confidence gate outside 0 to 1: " + confidence);
        }
    }

    /** A gate at some confidence. */
    public static Gate at(double confidence) {
        return new Gate(confidence, Set.of());
    }

    /** Whether a claim counts by itself. */
    public boolean passes(SourcedClaim claim) {
        return claim.claim().reading().confidence() >= confidence
                || accepted.contains(claim.claim().id());
    }
}

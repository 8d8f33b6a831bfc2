package org.dealgraph.claim.candidate;

import org.dealgraph.model.ClaimKind;
import org.jspecify.annotations.Nullable;

/**
 * What an anchor could mean.
 *
 * @param anchor the words it hangs on
 * @param kind of claim
 * @param from the giving side
 * @param to the other side, or null for BUILD
 * @param row the numbers that describe it
 */
public record Candidate(
        Anchor anchor, ClaimKind kind, Side from, @Nullable Side to, double[] row) {

    /** Kind and parties as one text, by which readings of different anchors are compared. */
    public String triple() {
        return kind + " " + pair();
    }

    /** The parties as one text. */
    public String pair() {
        return from.key() + " > " + (to == null ? "" : to.key());
    }

    /** The parties the other way round. */
    public String swapped() {
        return (to == null ? "" : to.key()) + " > " + from.key();
    }
}

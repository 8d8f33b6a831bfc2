package org.dealgraph.claim.candidate;

import java.util.function.Supplier;
import org.dealgraph.model.ClaimKind;
import org.jspecify.annotations.Nullable;

/** What an anchor could mean: a kind of claim and its two sides. Its numbers are reckoned when first asked for: most are never judged. */
public final class Candidate {

    private final Anchor anchor;
    private final ClaimKind kind;
    private final Side from;
    private final @Nullable Side to;
    private final Supplier<double[]> description;
    private double @Nullable [] row;

    /**
     * @param anchor the words it hangs on
     * @param kind of claim
     * @param from the giving side
     * @param to the other side, or null for BUILD
     * @param row the numbers that describe it
     */
    public Candidate(Anchor anchor, ClaimKind kind, Side from, @Nullable Side to, double[] row) {
        this(anchor, kind, from, to, () -> row);
    }

    Candidate(Anchor anchor, ClaimKind kind, Side from, @Nullable Side to, Supplier<double[]> description) {
        this.anchor = anchor;
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.description = description;
    }

    public Anchor anchor() {
        return anchor;
    }

    public ClaimKind kind() {
        return kind;
    }

    /** The giving side. */
    public Side from() {
        return from;
    }

    /** The other side, or null for BUILD. */
    public @Nullable Side to() {
        return to;
    }

    /** The numbers that describe it. */
    public double[] row() {
        double[] known = row;
        if (known == null) {
            known = description.get();
            row = known;
        }
        return known;
    }

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

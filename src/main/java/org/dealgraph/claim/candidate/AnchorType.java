package org.dealgraph.claim.candidate;

import java.util.List;
import org.dealgraph.model.ClaimKind;

/** What a claim is hung on; each sort is judged by a forest of its own. */
public enum AnchorType {
    /** A sum of money. */
    MONEY(ClaimKind.SPEND, ClaimKind.INVEST, ClaimKind.LEND, ClaimKind.ACQUIRE, ClaimKind.BUILD),
    /** Power in MW. */
    POWER(ClaimKind.CAPACITY, ClaimKind.BUILD),
    /** A count of chips or systems. */
    UNITS(ClaimKind.SUPPLY),
    /** A product without a count. */
    PRODUCT(ClaimKind.SUPPLY),
    /** Words of a right. */
    RIGHT(ClaimKind.RIGHT),
    /** Words of a holding without an amount. */
    HOLDING(ClaimKind.INVEST),
    /** Words of a takeover without a price. */
    TAKEOVER(ClaimKind.ACQUIRE),
    /** An amount that is only hinted at: "tens of billions", "several gigawatts". */
    HINT(ClaimKind.SPEND, ClaimKind.INVEST, ClaimKind.CAPACITY);

    private final List<ClaimKind> kinds;

    AnchorType(ClaimKind... kinds) {
        this.kinds = List.of(kinds);
    }

    /** The kinds of claim that can hang on it. */
    public List<ClaimKind> kinds() {
        return kinds;
    }

    /** Whether its claims carry a number. */
    public boolean numbered() {
        return this == MONEY || this == POWER || this == UNITS;
    }
}

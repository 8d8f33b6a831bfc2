package org.dealgraph.model;

/** What a claim or a term is about; the direction is part of the kind. */
public enum ClaimKind {
    /** Payer → seller: committed purchase of cloud, compute, chips or power. */
    SPEND,
    /** Investor → investee: money or shares. */
    INVEST,
    /** Lender or guarantor → borrower. */
    LEND,
    /** Buyer → target. */
    ACQUIRE,
    /** Provider → user: power-rated compute or power. */
    CAPACITY,
    /** Vendor or provider → recipient: a named product, counted where given. */
    SUPPLY,
    /** Builder → nobody: own construction or capital spending. */
    BUILD,
    /** Grantor → holder. */
    RIGHT
}

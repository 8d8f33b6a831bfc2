package org.dealgraph.answer.loop;

import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Why value passes from one organization to another. */
public enum FlowType {
    /** Equity, convertibles, warrants and holdings: investor to investee. */
    INVESTMENT,
    /** Loans, bonds, guarantees and backstops: lender or guarantor to borrower. */
    CREDIT,
    /** A committed purchase: payer to seller. */
    PURCHASE,
    /** The price of a company: buyer to target. */
    ACQUISITION,
    /** Chips, computing or power are delivered at a price that is not told: recipient to vendor. */
    DELIVERY;

    /** The type of a term, or null where no value passes between parties. */
    static @Nullable FlowType of(Term term) {
        return switch (term.kind()) {
            case INVEST -> INVESTMENT;
            case LEND -> CREDIT;
            case SPEND -> PURCHASE;
            case ACQUIRE -> ACQUISITION;
            case SUPPLY, CAPACITY -> DELIVERY;
            case BUILD, RIGHT -> null;
        };
    }
}

package org.dealgraph.model;

import org.jspecify.annotations.Nullable;

/**
 * How a claim's amount stands to another claim's: "additional", "of which", "bringing … to".
 *
 * @param kind the relation
 * @param of id of the other claim, or null where the text names none
 */
public record AmountRelation(Kind kind, @Nullable String of) {

    /** The relations; PART to RUNNING_TOTAL come from the wording, the others link obligations that are not added. */
    public enum Kind {
        WHOLE,
        PART,
        ADDITION,
        RUNNING_TOTAL,
        MIRRORS,
        SECURES,
        REPLACES
    }

    /** An amount that stands for itself. */
    public static AmountRelation whole() {
        return new AmountRelation(Kind.WHOLE, null);
    }
}

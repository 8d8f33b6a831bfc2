package org.dealgraph.answer;

import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/** Which obligations a total counts. Every total names one. */
public enum Basis {
    /** Every distinct obligation that has not ended, at the figure stated; what is only talked of stands apart. */
    HEADLINE,
    /** What is only talked of. */
    TALKS,
    /** Agreed or further, and neither conditional, optional nor cancelable. */
    FIRM,
    /** Agreed or further, with conditions, options and ways out. */
    FIRM_AND_CONDITIONAL;

    /** Why a term is left out on this basis, or null where it counts. */
    Total.@Nullable Reason leavesOut(Term term) {
        if (!term.counted()) {
            return Total.Reason.BELOW_THE_GATE;
        }
        if (term.stage().ended()) {
            return Total.Reason.ENDED;
        }
        return switch (this) {
            case HEADLINE -> term.stage() == Stage.TALKS ? Total.Reason.ONLY_TALKS : null;
            case TALKS -> term.stage() == Stage.TALKS ? null : Total.Reason.BEYOND_TALKS;
            case FIRM -> !term.stage().agreed() ? Total.Reason.NOT_AGREED : notFirm(term);
            case FIRM_AND_CONDITIONAL -> term.stage().agreed() ? null : Total.Reason.NOT_AGREED;
        };
    }

    private static Total.@Nullable Reason notFirm(Term term) {
        return term.flags().isEmpty() ? null : Total.Reason.NOT_FIRM;
    }
}

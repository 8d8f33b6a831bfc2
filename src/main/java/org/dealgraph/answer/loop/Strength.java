package org.dealgraph.answer.loop;

import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;

/** How firm a flow is, weakest first, and what that weighs in the score of a loop. */
public enum Strength {
    /** Only talked of. */
    TALKS(0.1),
    /** A letter of intent. */
    LETTER(0.25),
    /** Agreed, but conditional, optional or cancelable. */
    CONDITIONAL(0.5),
    /** Agreed without a way out. */
    FIRM(1.0);

    private final double weight;

    Strength(double weight) {
        this.weight = weight;
    }

    /** Between 0 and 1: our own scale, no measurement. */
    public double weight() {
        return weight;
    }

    static Strength of(Term term) {
        if (term.stage() == Stage.TALKS) {
            return TALKS;
        }
        if (term.stage() == Stage.LETTER_OF_INTENT) {
            return LETTER;
        }
        return term.flags().isEmpty() ? FIRM : CONDITIONAL;
    }
}

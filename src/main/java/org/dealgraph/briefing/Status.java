package org.dealgraph.briefing;

import java.util.Collection;
import org.dealgraph.model.Attribution.Voice;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Flag;
import org.dealgraph.model.SourcedClaim;
import org.dealgraph.model.Stage;
import org.dealgraph.model.Term;

/** How firm an obligation is, in the one word that a sentence uses for it. */
enum Status {
    TALKED_OF("is in talks to", "are in talks to"),
    REPORTED("is reported to have agreed to", "are reported to have agreed to"),
    PLANNED("signed a letter of intent to", "signed a letter of intent to"),
    OPTION("has an option to", "have an option to"),
    CONDITIONAL("agreed, on conditions, to", "agreed, on conditions, to"),
    CANCELABLE("agreed, with a right to cancel, to", "agreed, with a right to cancel, to"),
    AGREED("agreed to", "agreed to"),
    DONE("did", "did"),
    ENDED("was to", "were to");

    private final String one;
    private final String several;

    Status(String one, String several) {
        this.one = one;
        this.several = several;
    }

    /** What stands before the verb; what one builds alone is a plan, whoever agreed to it. */
    String before(boolean many, boolean alone) {
        return alone && this == AGREED ? many ? "plan to" : "plans to" : before(many);
    }

    /** The same for what is owed to somebody. */
    String before(boolean many) {
        return many ? several : one;
    }

    /** Whether nothing stands in the way of it. */
    boolean firm() {
        return this == AGREED || this == DONE;
    }

    /** The status of a term, of which only those who are not named may speak. */
    static Status of(Term term, Collection<SourcedClaim> supports) {
        if (term.stage().ended()) {
            return ENDED;
        }
        if (term.stage() == Stage.TALKS) {
            return TALKED_OF;
        }
        if (!supports.isEmpty()
                && supports.stream().allMatch(c -> c.claim().attribution().voice() == Voice.UNNAMED_SOURCES)) {
            return REPORTED;
        }
        if (term.stage() == Stage.LETTER_OF_INTENT) {
            return PLANNED;
        }
        if (term.flags().contains(Flag.OPTIONAL)) {
            return OPTION;
        }
        if (term.flags().contains(Flag.CONDITIONAL)) {
            return CONDITIONAL;
        }
        if (term.flags().contains(Flag.CANCELABLE)) {
            return CANCELABLE;
        }
        return term.stage() == Stage.CLOSED && term.kind() != ClaimKind.SPEND ? DONE : AGREED;
    }
}

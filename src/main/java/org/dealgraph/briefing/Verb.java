package org.dealgraph.briefing;

import org.dealgraph.model.Instrument;
import org.dealgraph.model.Right;
import org.dealgraph.model.Term;

/** What one does who owes an obligation. */
enum Verb {
    SPEND("spend", "spent"),
    INVEST("invest", "invested"),
    HOLD("hold", "holds"),
    LEND("lend", "lent"),
    GUARANTEE("guarantee", "guarantees"),
    ACQUIRE("acquire", "acquired"),
    PROVIDE("provide", "provides"),
    SUPPLY("supply", "supplied"),
    BUILD("build", "built"),
    MAKE("make", "made"),
    GRANT("grant", "granted");

    private final String infinitive;
    private final String past;

    Verb(String infinitive, String past) {
        this.infinitive = infinitive;
        this.past = past;
    }

    static Verb of(Term term) {
        Instrument paper = term.subject().instrument();
        return switch (term.kind()) {
            case SPEND -> SPEND;
            case INVEST -> paper == Instrument.HOLDING || paper == Instrument.WARRANT ? HOLD : INVEST;
            case LEND -> paper == Instrument.GUARANTEE || paper == Instrument.BACKSTOP ? GUARANTEE : LEND;
            case ACQUIRE -> ACQUIRE;
            case CAPACITY -> PROVIDE;
            case SUPPLY -> SUPPLY;
            case BUILD -> term.subject().money() == null ? BUILD : SPEND;
            case RIGHT -> term.subject().right() == Right.PRIMARY_PROVIDER ? MAKE : GRANT;
        };
    }

    String infinitive() {
        return infinitive;
    }

    /** What is done already, or lasts. */
    String past(boolean many) {
        return many && past.equals(infinitive + "s") ? infinitive : past;
    }
}

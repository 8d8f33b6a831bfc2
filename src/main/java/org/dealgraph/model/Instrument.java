package org.dealgraph.model;

/** The paper behind an investment or a loan. The first four go with INVEST, the others with LEND. */
public enum Instrument {
    EQUITY,
    CONVERTIBLE,
    WARRANT,
    HOLDING,
    LOAN,
    BOND,
    GUARANTEE,
    BACKSTOP;

    /** Whether it stands for what another owes, rather than being owed itself. */
    public boolean guarantees() {
        return this == GUARANTEE || this == BACKSTOP;
    }
}

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
    BACKSTOP
}

package org.dealgraph.model;

/** What a claim does to the term it speaks of. */
public enum Polarity {
    ASSERTS,
    DENIES,
    ENDS
}

package org.dealgraph.model;

/** The period of a rate; a rate is never added to a sum. */
public enum Per {
    MONTH,
    YEAR
}

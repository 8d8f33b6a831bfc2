package org.dealgraph.graph;

/** What a list of deals is ordered by; deals without that value come last, equals are ordered by id. */
public enum DealOrder {
    AGREED,
    PUBLISHED,
    /** The largest sum in dollars among its terms. */
    AMOUNT,
    ID
}

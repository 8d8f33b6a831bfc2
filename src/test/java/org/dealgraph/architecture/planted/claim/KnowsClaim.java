package org.dealgraph.architecture.planted.claim;

/** A planted breach. */
public class KnowsClaim {
    public org.dealgraph.architecture.planted.graph.Store breach;
}

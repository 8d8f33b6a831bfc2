package org.dealgraph.architecture.planted.deal;

/** A planted breach. */
public class KnowsDeal {
    public org.dealgraph.architecture.planted.graph.Store breach;
}

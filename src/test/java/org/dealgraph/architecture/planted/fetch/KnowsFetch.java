package org.dealgraph.architecture.planted.fetch;

/** A planted breach. */
public class KnowsFetch {
    public org.dealgraph.architecture.planted.graph.Store breach;
}

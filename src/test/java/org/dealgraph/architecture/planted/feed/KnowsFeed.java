package org.dealgraph.architecture.planted.feed;

/** A planted breach. */
public class KnowsFeed {
    public org.dealgraph.architecture.planted.graph.Store breach;
}

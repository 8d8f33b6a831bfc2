package org.dealgraph.architecture.planted.entity;

/** A planted breach. */
public class KnowsEntity {
    public org.dealgraph.architecture.planted.graph.Store breach;
}

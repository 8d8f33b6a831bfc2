package org.dealgraph.architecture.planted.graph;

/** A planted breach. */
public class Store {
    public org.dealgraph.architecture.planted.pipeline.RunManager callsBack;
}

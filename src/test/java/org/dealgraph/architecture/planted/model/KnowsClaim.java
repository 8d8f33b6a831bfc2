package org.dealgraph.architecture.planted.model;

/** A planted breach. */
public class KnowsClaim {
    public org.dealgraph.architecture.planted.claim.KnowsClaim breach;
    public org.dealgraph.architecture.planted.cli.Door another;
}

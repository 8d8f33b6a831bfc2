package org.dealgraph.architecture.planted.cli;

/** A planted breach. */
public class Door {
    public org.dealgraph.architecture.planted.model.KnowsClaim cycle;
}

package org.dealgraph.architecture.planted.pipeline;

/** A planted breach. */
public class RunManager {}

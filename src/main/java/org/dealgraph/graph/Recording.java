package org.dealgraph.graph;

import java.time.Instant;

/**
 * When and by which run something came into this graph. It tells of arrival, so no canonical dump holds it.
 *
 * @param run id of the run, by which an intake can be undone
 * @param at when this graph learned of it
 */
public record Recording(String run, Instant at) {}

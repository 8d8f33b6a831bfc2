package org.dealgraph.claim.quantity;

import org.dealgraph.model.Interval;
import org.dealgraph.model.Span;

/**
 * A count of things that are bought and supplied: chips, systems, servers, shares.
 *
 * @param span from the bound words to the noun
 * @param count how many
 * @param noun the counted thing in lower case, as written ("gpus", "gb200s")
 * @param nounSpan where the noun stands
 * @param core the figure itself
 */
public record UnitCount(Span span, Interval count, String noun, Span nounSpan, Span core) implements Measured {}

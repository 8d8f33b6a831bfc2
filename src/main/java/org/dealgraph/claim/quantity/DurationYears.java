package org.dealgraph.claim.quantity;

import org.dealgraph.model.Bound;
import org.dealgraph.model.Span;

/**
 * A length of time in years and months, as the term of a contract.
 *
 * @param span with its bound words
 * @param years in years; for a range the upper end
 * @param bound how the text hedges it
 * @param core the figure with its unit
 */
public record DurationYears(Span span, double years, Bound bound, Span core) implements Measured {}

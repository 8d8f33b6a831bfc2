package org.dealgraph.claim.quantity;

import org.dealgraph.model.Interval;
import org.dealgraph.model.Span;

/**
 * A percentage.
 *
 * @param span with its bound words
 * @param percent 49 for "49 %"
 * @param core the figure with its sign
 */
public record Share(Span span, Interval percent, Span core) implements Measured {}

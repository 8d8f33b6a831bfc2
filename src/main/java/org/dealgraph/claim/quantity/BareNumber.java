package org.dealgraph.claim.quantity;

import org.dealgraph.model.Interval;
import org.dealgraph.model.Span;

/**
 * A number whose thing is not named beside it ("around 104,000 go to Texas").
 *
 * @param span with its bound words
 * @param number the figure
 * @param core the figure itself
 */
public record BareNumber(Span span, Interval number, Span core) implements Measured {}

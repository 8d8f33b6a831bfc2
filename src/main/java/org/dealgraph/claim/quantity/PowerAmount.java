package org.dealgraph.claim.quantity;

import org.dealgraph.model.Power;
import org.dealgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Electric power.
 *
 * @param span with its bound words
 * @param power in MW; measure and layer where words near the figure tell them
 * @param core the figure with its unit
 * @param said the layer that the figure's own noun phrase names, or null where only what stands further off hints at one
 * @param vague whether the text names only an order of magnitude ("multi-gigawatt")
 */
public record PowerAmount(Span span, Power power, Span core, Power.@Nullable Layer said, boolean vague)
        implements Measured {}

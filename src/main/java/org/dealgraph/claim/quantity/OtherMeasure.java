package org.dealgraph.claim.quantity;

import java.math.BigDecimal;
import org.dealgraph.model.Span;

/**
 * A number that is not the quantity of a deal: energy, prices by unit, computing speed, area, jobs.
 *
 * @param span with its unit
 * @param unit in short ("GWh", "USD/share", "acres")
 * @param value the figure; for a range its upper end
 */
public record OtherMeasure(Span span, String unit, BigDecimal value) implements Measured {}

package org.dealgraph.model;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Electric power of a site, a supply or a set of chips.
 *
 * @param megawatts in MW
 * @param measure where it is measured; unlike measures are shown apart
 * @param layer what the power stands for; never added across layers
 */
public record Power(Interval megawatts, Measure measure, Layer layer) {

    private static final BigDecimal GIGAWATT = new BigDecimal(1000);

    /** As a reader would write it: "up to 5 GW", "300 MW". */
    public String text() {
        return megawatts.text(mw -> mw.compareTo(GIGAWATT) >= 0
                ? mw.divide(GIGAWATT, MathContext.DECIMAL64)
                                .stripTrailingZeros()
                                .toPlainString() + " GW"
                : mw.toPlainString() + " MW");
    }

    /** Where the power is measured. */
    public enum Measure {
        IT,
        FACILITY,
        GRID,
        UNSTATED
    }

    /** What the power stands for. */
    public enum Layer {
        CHIPS,
        COMPUTE,
        SITE,
        POWER
    }
}

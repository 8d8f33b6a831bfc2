package org.dealgraph.model;

/**
 * Electric power of a site, a supply or a set of chips.
 *
 * @param megawatts in MW
 * @param measure where it is measured; unlike measures are shown apart
 * @param layer what the power stands for; never added across layers
 */
public record Power(Interval megawatts, Measure measure, Layer layer) {

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

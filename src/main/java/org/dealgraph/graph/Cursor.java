package org.dealgraph.graph;

/**
 * Where a page ended, so that the next begins after it whatever was added meanwhile.
 *
 * @param key value of the order for the last entry; greater is later, {@link #UNKNOWN} where it has none
 * @param id of the last entry, which decides among equals
 */
public record Cursor(double key, String id) {

    /** Entries without a value come last in either direction. */
    public static final double UNKNOWN = 1.0e18;
}

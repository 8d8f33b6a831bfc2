package org.dealgraph.model;

/** How a source hedged a number. A bound belongs to one number; the basis of a total is something else. */
public enum Bound {
    /** The bare figure. */
    STATED,
    /** "more than", "at least": the interval is open above. */
    AT_LEAST,
    /** "up to", "as much as": the interval starts at zero. */
    UP_TO,
    /** "about", "nearly": half a unit of the last non-zero digit, at least 5 %, either way. */
    ABOUT,
    /** "between a and b", "a to b". */
    BETWEEN
}

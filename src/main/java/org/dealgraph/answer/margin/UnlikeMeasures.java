package org.dealgraph.answer.margin;

/** Thrown for a question that would add, rank or average margins that measure different things. */
public final class UnlikeMeasures extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnlikeMeasures(String message) {
        super(message);
    }
}

package org.dealgraph.graph;

/** A fault of the store; the message says what could not be done, to which graph, and what to do about it. */
public class GraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GraphException(String message) {
        super(message);
    }

    public GraphException(String message, Throwable cause) {
        super(message, cause);
    }
}

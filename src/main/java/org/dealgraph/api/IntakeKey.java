package org.dealgraph.api;

/** The server's own key, made anew at every start: it allows everything, and the command line on the same machine finds it. */
public interface IntakeKey {

    /** At least 32 random bytes as text. */
    String value();
}

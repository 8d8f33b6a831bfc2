package org.dealgraph.api;

/** The key that those who write to this server must show. */
public interface IntakeKey {

    /** At least 32 random bytes as text. */
    String value();
}

package org.dealgraph.model;

/** What a key allows. */
public enum Scope {
    /** Asks questions and listens. */
    READ,
    /** Hands in articles. */
    INTAKE,
    /** Judges claims, merges and splits. */
    JUDGE,
    /** Manages sources. */
    SOURCES,
    /** Manages watches and their webhooks. */
    WATCHES,
    /** Manages keys, and everything else. */
    ADMIN
}

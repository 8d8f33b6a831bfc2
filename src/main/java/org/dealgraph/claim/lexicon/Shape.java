package org.dealgraph.claim.lexicon;

/** How a frame's word is used. */
public enum Shape {
    ACTIVE,
    PASSIVE,
    NOUN
}

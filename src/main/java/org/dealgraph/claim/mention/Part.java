package org.dealgraph.claim.mention;

/** Which of an article's two texts a span points into. */
public enum Part {
    TITLE,
    TEXT
}

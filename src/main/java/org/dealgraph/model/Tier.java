package org.dealgraph.model;

/** How far a source's word is trusted, best first. */
public enum Tier {
    /** A filing with a regulator. */
    FILING,
    /** A party's own release, or the curated ledger. */
    COMPANY,
    /** A wire or a newspaper of record. */
    WIRE,
    /** Trade press. */
    TRADE,
    /** A newsletter, a blog, an aggregator. */
    BLOG,
    /** A retelling or a sample. */
    RETELLING
}

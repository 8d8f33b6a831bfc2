package org.dealgraph.model;

/** What the holder of a right may do. */
public enum Right {
    PRIMARY_PROVIDER,
    EXCLUSIVE_DISTRIBUTION,
    DISTRIBUTION,
    IP_LICENSE,
    FIRST_REFUSAL,
    OTHER
}

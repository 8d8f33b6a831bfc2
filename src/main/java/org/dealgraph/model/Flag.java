package org.dealgraph.model;

/** What makes an agreed term less than firm. */
public enum Flag {
    CONDITIONAL,
    OPTIONAL,
    CANCELABLE
}

package org.dealgraph.model;

/** The layers among which the price of computing is shared out, from the customer down. */
public enum MarginLayer {
    /** Whoever pays at the top and keeps nothing. */
    BUYER,
    /** A platform that resells a model. */
    DISTRIBUTION,
    /** The lab. */
    MODEL,
    /** A hyperscaler or neocloud. */
    CLOUD,
    /** Who builds servers and racks. */
    INTEGRATOR,
    /** Who sells the chips. */
    ACCELERATOR,
    /** Who makes high-bandwidth memory. */
    MEMORY,
    /** Who fabricates the chips. */
    FOUNDRY,
    /** Electricity, cooling, halls and land. */
    POWER_AND_SITE,
    /** Lenders and lessors. */
    FINANCE
}

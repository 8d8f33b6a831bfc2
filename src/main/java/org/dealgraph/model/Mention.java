package org.dealgraph.model;

/**
 * A party of a claim with how it came to be who it is.
 *
 * @param claim id of the claim
 * @param side FROM, TO or FOR
 * @param order its place on that side
 * @param name as the claim names it
 * @param resolution the organization, the stored decision and what else it could have been
 */
public record Mention(String claim, String side, int order, String name, Resolution resolution) {}

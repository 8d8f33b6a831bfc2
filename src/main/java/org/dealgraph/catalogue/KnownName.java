package org.dealgraph.catalogue;

/**
 * A surface form that the registry knows.
 *
 * @param surface the form as the press writes it
 * @param kind what it names
 * @param id registry id of what it names
 * @param form how it names it
 * @param ambiguous whether it is also a word or shared, so that it counts only with context
 */
public record KnownName(String surface, Kind kind, String id, Form form, boolean ambiguous) {

    /** What a name can name. */
    public enum Kind {
        ORGANIZATION,
        PRODUCT,
        MODEL,
        PLATFORM,
        SITE
    }

    /** How a surface form names its entity. */
    public enum Form {
        NAME,
        ALIAS,
        LEGAL_NAME,
        TICKER,
        BRAND,
        DESCRIPTION,
        PERSON
    }
}

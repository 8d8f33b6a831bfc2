package org.dealgraph.claim.mention;

/** How a mention names its entity. */
public enum Form {
    /** The registry's name, in any inflection. */
    NAME,
    /** Another surface form of the registry, or one that the article itself defines: "(the “Company”)", "(SSI)". */
    ALIAS,
    /** An exchange symbol. */
    TICKER,
    /** A person who speaks for an organization and stands for it. */
    PERSON,
    /** By what it makes, does or where it sits: "the ChatGPT maker", "the utility", "the Seattle-based retailer". */
    DESCRIPTION,
    /** By a part in a deal or none: "the company", "the buyer", "both companies", "its parent". */
    GENERIC,
    /** "it", "its", "they", "we" in a quotation. */
    PRONOUN,
    /** A name the registry does not know, recognised by its form and context. */
    FORM;

    /** Whether the mention names its entity by itself, without an antecedent. */
    public boolean names() {
        return this == NAME || this == ALIAS || this == TICKER || this == FORM;
    }
}

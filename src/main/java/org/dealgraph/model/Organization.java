package org.dealgraph.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A company, fund, government or venture.
 *
 * @param id registry id, or {@code new:slug} for a provisional one that articles named and nobody has verified
 * @param name short canonical name as the press uses it
 * @param legalName or null
 * @param types what it does in the field
 * @param aliases other surface forms, each claimed by one organization only
 * @param ambiguous surface forms that are also words or are shared; they count only with context
 * @param brands well-known products by which the press describes it ("the ChatGPT maker")
 * @param descriptions other definite descriptions
 * @param industry one or two words, as in "the utility", or null
 * @param locality city of its head office, or null
 * @param country ISO 3166 code of its head office, or null
 * @param tickers exchange and symbol, "NASDAQ:AMZN"
 * @param people public figures who speak for it
 * @param partOf dated subsidiary edges
 * @param memberOf dated venture and consortium edges
 * @param identifiers public identifiers with their source
 */
public record Organization(
        String id,
        String name,
        @Nullable String legalName,
        Set<OrganizationType> types,
        List<String> aliases,
        List<String> ambiguous,
        List<String> brands,
        List<String> descriptions,
        @Nullable String industry,
        @Nullable String locality,
        @Nullable String country,
        List<String> tickers,
        List<String> people,
        List<Link> partOf,
        List<Link> memberOf,
        List<Identifier> identifiers) {

    /** Marks the id of an organization that is not in the registry. */
    public static final String PROVISIONAL = "new:";

    /**
     * A public identifier.
     *
     * @param scheme CIK, LEI, ISIN or WIKIDATA
     * @param value its canonical form; check digits hold
     * @param source address where it was seen
     */
    public record Identifier(String scheme, String value, String source) {}

    /** An organization known only from articles. */
    public static Organization provisional(String id, String name) {
        return new Organization(
                id, name, null, Set.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, List.of(),
                List.of(), List.of(), List.of(), List.of());
    }

    /** Whether it is in the registry rather than only named by articles. */
    public boolean verified() {
        return !id.startsWith(PROVISIONAL);
    }
}

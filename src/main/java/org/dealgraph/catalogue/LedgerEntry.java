package org.dealgraph.catalogue;

import java.util.List;
import org.dealgraph.model.Article;
import org.dealgraph.model.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A commitment kept by hand, ready to enter the pipeline from the claim on.
 *
 * @param id unique in the ledger
 * @param deal name that the entries of one agreement share, or null
 * @param article our own line with its sources, as an article of the curated source
 * @param claim what it states
 * @param sources where it was found
 * @param confirmed by how many independent pages
 */
public record LedgerEntry(
        String id,
        @Nullable String deal,
        Article article,
        Claim claim,
        List<LedgerSource> sources,
        Confirmed confirmed) {

    /** How many independent pages were read and agree. */
    public enum Confirmed {
        NONE,
        ONE,
        TWO
    }

    /**
     * A page behind an entry.
     *
     * @param url its address
     * @param publisher who published it, or null
     * @param seen whether its text was read, rather than cited by another page
     */
    public record LedgerSource(String url, @Nullable String publisher, boolean seen) {}
}

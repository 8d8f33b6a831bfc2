package org.dealgraph.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim with its parties resolved and what is known of the article behind it: all that is needed to compute deals.
 *
 * @param claim as read
 * @param from organization ids, in the claim's order
 * @param to organization ids, in the claim's order
 * @param beneficiaries organization ids, in the claim's order
 * @param tier of the article's publisher
 * @param published when a reader could know, or the assumed date
 * @param publishedAssumed whether {@code published} is a fetch or file date
 * @param independence key of the report it rests on: near-copies, retellings of one story and articles that rest on one
 *     outlet's report share a key and count as one source
 */
public record SourcedClaim(
        Claim claim,
        List<String> from,
        List<String> to,
        List<String> beneficiaries,
        Tier tier,
        @Nullable PartialDate published,
        boolean publishedAssumed,
        String independence) {

    public SourcedClaim {
        from = List.copyOf(from);
        to = List.copyOf(to);
        beneficiaries = List.copyOf(beneficiaries);
    }

    /** The same, counted with another source. */
    public SourcedClaim withIndependence(String key) {
        return new SourcedClaim(claim, from, to, beneficiaries, tier, published, publishedAssumed, key);
    }
}

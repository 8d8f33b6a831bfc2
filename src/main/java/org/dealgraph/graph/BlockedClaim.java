package org.dealgraph.graph;

import java.util.List;
import java.util.Set;
import org.dealgraph.model.Resolution;
import org.dealgraph.model.SourcedClaim;

/**
 * A claim with the blocks it is found by, and how its parties came to be who they are.
 *
 * @param claim with parties resolved
 * @param blocks keys such that claims that could share a deal share a key
 * @param resolutions of its from, to and beneficiaries, in this order; empty where nobody asked who they are
 */
public record BlockedClaim(SourcedClaim claim, Set<String> blocks, List<Resolution> resolutions) {

    public BlockedClaim {
        blocks = Set.copyOf(blocks);
        resolutions = List.copyOf(resolutions);
    }

    /** A claim whose parties are given. */
    public BlockedClaim(SourcedClaim claim, Set<String> blocks) {
        this(claim, blocks, List.of());
    }
}

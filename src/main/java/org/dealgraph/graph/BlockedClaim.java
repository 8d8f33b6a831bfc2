package org.dealgraph.graph;

import java.util.Set;
import org.dealgraph.model.SourcedClaim;

/**
 * A claim with the blocks it is found by.
 *
 * @param claim with parties resolved
 * @param blocks keys such that claims that could share a deal share a key
 */
public record BlockedClaim(SourcedClaim claim, Set<String> blocks) {

    public BlockedClaim {
        blocks = Set.copyOf(blocks);
    }
}

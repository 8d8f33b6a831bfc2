package org.dealgraph.graph;

import org.dealgraph.model.SourcedClaim;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the graph holds it.
 *
 * @param claim with parties resolved
 * @param retiredFor why it is out of use, or null while it is in use
 */
public record StoredClaim(SourcedClaim claim, @Nullable String retiredFor) {}

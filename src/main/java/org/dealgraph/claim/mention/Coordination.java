package org.dealgraph.claim.mention;

import java.util.List;
import org.dealgraph.model.Span;

/**
 * Names joined by commas and "and": "BlackRock, Microsoft, Nvidia and xAI".
 *
 * @param part the text they stand in
 * @param span from the first to the last
 * @param members indexes of the mentions, in order, at least two
 */
public record Coordination(Part part, Span span, List<Integer> members) {

    public Coordination {
        members = List.copyOf(members);
    }
}

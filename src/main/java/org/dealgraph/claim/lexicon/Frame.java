package org.dealgraph.claim.lexicon;

import java.util.List;
import java.util.Set;
import org.dealgraph.model.ClaimKind;

/**
 * What a word says about a deal.
 *
 * @param name as the file calls it
 * @param kinds what it speaks of, the likeliest first
 * @param from places where the giving side stands
 * @param to places where the other side stands
 */
public record Frame(String name, List<ClaimKind> kinds, Set<Slot> from, Set<Slot> to) {

    public Frame {
        kinds = List.copyOf(kinds);
        from = Set.copyOf(from);
        to = Set.copyOf(to);
    }

    /**
     * Whether a kind turns the places round: who pays stands where who is supplied does. A frame's places are those of its
     * first kind.
     */
    public boolean turns(ClaimKind kind) {
        return goods(kind) != goods(kinds.getFirst());
    }

    private static boolean goods(ClaimKind kind) {
        return kind == ClaimKind.CAPACITY || kind == ClaimKind.SUPPLY || kind == ClaimKind.RIGHT;
    }

    /** How strongly it speaks of a kind: 1 for its first, less for later ones, 0 for others. */
    public double weight(ClaimKind kind) {
        int at = kinds.indexOf(kind);
        return at < 0 ? 0 : 1.0 / (at + 1);
    }
}

package org.dealgraph.claim.judge;

import java.util.List;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Side;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with what the forests give it.
 *
 * @param candidate kind, parties and anchor
 * @param score 0 to 1
 * @param row the numbers it was judged by
 */
public record Scored(Candidate candidate, double score, double[] row) {

    /** Whether this differs from another only by another name of the same list. */
    boolean siblingOf(Scored other) {
        Candidate a = other.candidate();
        Candidate b = candidate;
        boolean from = sibling(a.from(), b.from()) && same(a.to(), b.to());
        boolean to = a.to() != null && b.to() != null && sibling(a.to(), b.to()) && same(a.from(), b.from());
        return a.kind() == b.kind() && (from || to);
    }

    /** Whether two sides are names of the same list. */
    static boolean sibling(Side a, Side b) {
        boolean list = a.part() && b.part() && !a.whole() && !b.whole();
        boolean together = list
                && (a.actor().group() >= 0
                        ? a.actor().group() == b.actor().group()
                        : a.actor().equals(b.actor()));
        return together && !a.key().equals(b.key());
    }

    static boolean same(@Nullable Side a, @Nullable Side b) {
        return (a == null ? List.of() : List.copyOf(a.keys())).containsAll(b == null ? List.of() : b.keys())
                && (b == null ? List.of() : List.copyOf(b.keys())).containsAll(a == null ? List.of() : a.keys());
    }
}

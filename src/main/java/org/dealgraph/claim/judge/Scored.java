package org.dealgraph.claim.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.learn.Forest;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with what words and both judgements give it.
 *
 * @param candidate kind, parties and anchor
 * @param score 0 to 1
 * @param row the numbers it was judged by
 */
public record Scored(Candidate candidate, double score, double[] row) {

    /**
     * The likely candidates of each anchor with what words and both judgements give them.
     *
     * @param rows for each anchor the full rows of the likely ones, by their index
     */
    public static List<List<Scored>> of(
            List<List<Candidate>> anchors, List<Map<Integer, double[]>> rows, Forest second) {
        double[][] scores = Model.scores(
                second, rows.stream().map(r -> List.copyOf(r.values())).toList());
        List<List<Scored>> all = new ArrayList<>();
        for (int a = 0; a < scores.length; a++) {
            List<Candidate> candidates = anchors.get(a);
            double[] here = scores[a];
            List<Scored> scored = new ArrayList<>();
            rows.get(a).forEach((i, row) -> scored.add(new Scored(candidates.get(i), here[scored.size()], row)));
            all.add(scored);
        }
        return all;
    }

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

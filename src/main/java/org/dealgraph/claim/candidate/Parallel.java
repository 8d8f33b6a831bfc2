package org.dealgraph.claim.candidate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.claim.text.WordList;

/**
 * "$14.2 billion with CoreWeave and $3 billion with Nebius", "TTTech for $625 million and Kinara for $307 million", "Nvidia is
 * investing $800 million and DST $400 million": where amounts and names stand in pairs, no name has another's amount.
 *
 * @param others keys of those who cannot be a side of this amount
 */
record Parallel(Set<String> others) {

    private static final int MOST = 8;
    private static final Parallel NONE = new Parallel(Set.of());
    private static final Set<String> UNNAMED =
            WordList.of("investors others backers partners lenders banks shareholders");

    static Parallel of(Scene scene, Anchor anchor) {
        List<Anchor> beside = anchor.type().numbered() ? beside(scene, anchor) : List.of();
        if (beside.isEmpty()) {
            return NONE;
        }
        Pairs pairs = new Pairs(scene);
        Optional<Pairs.Pair> own = pairs.pair(anchor);
        Optional<Actor> gap = pairs.gap(anchor);
        Set<String> others = new HashSet<>();
        for (Anchor other : beside) {
            if (pairs.verbs(anchor, other) > 0) {
                continue;
            }
            Optional<Pairs.Pair> theirs = pairs.pair(other)
                    .filter(t -> own.map(Pairs.Pair::manner)
                            .filter(t.manner()::equals)
                            .isPresent());
            theirs.flatMap(Pairs.Pair::actor).ifPresent(a -> others.add(a.key()));
            boolean earlier = other.end() <= anchor.first();
            if (earlier && (gap.isPresent() || isUnnamed(scene, anchor))) {
                pairs.giver(other).ifPresent(a -> others.add(a.key()));
            }
            if (!earlier) {
                Optional<Actor> giver = pairs.giver(anchor);
                pairs.gap(other).filter(a -> giver.isPresent()).ifPresent(a -> others.add(a.key()));
                giver.ifPresent(a -> others.remove(a.key()));
            }
        }
        own.flatMap(Pairs.Pair::actor).ifPresent(a -> others.remove(a.key()));
        gap.ifPresent(a -> others.remove(a.key()));
        return new Parallel(Set.copyOf(others));
    }

    /** The nearest amounts of its sentence and sort. */
    private static List<Anchor> beside(Scene scene, Anchor anchor) {
        int at = anchor.index();
        List<Anchor> all = scene.anchors();
        return all.subList(Math.max(0, at - MOST), Math.min(all.size(), at + MOST + 1)).stream()
                .filter(o -> o.type() == anchor.type() && o.sentence() == anchor.sentence() && o.index() != at)
                .toList();
    }

    /** "and a group of other investors $2.5 billion": somebody else, unnamed. */
    private static boolean isUnnamed(Scene scene, Anchor anchor) {
        return anchor.first() > 0
                && UNNAMED.contains(scene.prose().token(anchor.first() - 1).lower());
    }

    /** Whether a side cannot be one of this amount, since it is paired with another of the sentence. */
    boolean excludes(Side side, Anchor anchor) {
        return side.members().size() == 1
                && side.actor().sentence() == anchor.sentence()
                && others.contains(side.members().getFirst().key());
    }
}

package org.dealgraph.claim.candidate;

import java.util.ArrayList;
import java.util.List;
import org.dealgraph.model.ClaimKind;

/** Every candidate of an article, by anchor: each kind with each two sides that stand near. */
public final class Candidates {

    private Candidates() {}

    /** The candidates of each anchor; a list for each, perhaps empty. */
    public static List<List<Candidate>> of(Scene scene) {
        List<List<Candidate>> all = new ArrayList<>();
        Sides sides = new Sides(scene);
        for (Anchor anchor : scene.anchors()) {
            all.add(of(scene, anchor, sides.near(anchor)));
        }
        return all;
    }

    private static List<Candidate> of(Scene scene, Anchor anchor, List<Side> sides) {
        Description description = new Description(scene, anchor, sides);
        List<Candidate> candidates = new ArrayList<>();
        for (ClaimKind kind : anchor.kinds()) {
            for (Side from : sides) {
                if (from.own()) {
                    continue;
                }
                if (kind == ClaimKind.BUILD) {
                    candidates.add(new Candidate(anchor, kind, from, null, description.row(kind, from, null)));
                    continue;
                }
                for (Side to : sides) {
                    if (from.disjoint(to) && (kind == ClaimKind.ACQUIRE || !to.own())) {
                        candidates.add(new Candidate(anchor, kind, from, to, description.row(kind, from, to)));
                    }
                }
            }
        }
        return candidates;
    }
}

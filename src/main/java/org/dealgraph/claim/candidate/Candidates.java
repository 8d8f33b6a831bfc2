package org.dealgraph.claim.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dealgraph.model.ClaimKind;

/** Every candidate of an article, by anchor: each kind with each two sides that stand near. */
public final class Candidates {

    private static final double AGAINST = -0.3;
    private static final double CONTRARY = -0.2;

    private Candidates() {}

    /** The candidates of each anchor; a list for each, perhaps empty. */
    public static List<List<Candidate>> of(Scene scene) {
        List<List<Candidate>> all = new ArrayList<>();
        Sides sides = new Sides(scene);
        boolean figure = false;
        for (Anchor anchor : scene.anchors()) {
            List<Side> near = sides.near(anchor);
            Description description = new Description(scene, anchor, near);
            figure = description.figure() || (figure && description.continues());
            all.add(of(scene, anchor, description, near, figure));
        }
        return all;
    }

    /** Whether a name behind the amount owns the next one: "for 5 gigawatts, alongside OpenAI's 2-gigawatt deal". */
    private static boolean ownsAnother(Scene scene, Anchor anchor, Side side) {
        Actor actor = side.actor();
        boolean behind = actor.sentence() == anchor.sentence()
                && actor.first() >= anchor.end()
                && actor.mention().possessive();
        return behind
                && scene.around(scene.anchors(), anchor.index()).stream()
                        .anyMatch(o -> o.sentence() == anchor.sentence()
                                && o.type() == anchor.type()
                                && o.first() >= actor.end()
                                && o.first() - actor.end() <= 2);
    }

    /** Whether a direction is not against all habit, or else said plainly by the words: labs seldom sell chips to vendors. */
    private static boolean usual(ClaimKind kind, Anchor anchor, double[] row) {
        boolean traded = kind == ClaimKind.SPEND || kind == ClaimKind.CAPACITY || kind == ClaimKind.SUPPLY;
        double prior = row[Feature.PRIOR.ordinal()];
        if (kind == ClaimKind.SUPPLY && row[Feature.TO_MAKER.ordinal()] > 0) {
            return false;
        }
        if (traded && anchor.type() == AnchorType.HINT && prior <= 0) {
            return false;
        }
        return !traded || prior >= AGAINST || row[Feature.FIT.ordinal()] >= 1;
    }

    /** Whether a direction is against habit: it is not taken from words by which both sides sign. */
    private static boolean contrary(ClaimKind kind, double[] row) {
        boolean traded = kind == ClaimKind.SPEND || kind == ClaimKind.CAPACITY || kind == ClaimKind.SUPPLY;
        return traded && row[Feature.PRIOR.ordinal()] < CONTRARY;
    }

    /**
     * Whether a name is one of a list that shares the amount: a sum is joint unless the sentence says "each", or has an
     * amount for each name.
     */
    private static boolean shared(Scene scene, Anchor anchor, Side side) {
        if (!anchor.type().numbered()
                || side.whole()
                || !side.part()
                || side.actor().sentence() != anchor.sentence()) {
            return false;
        }
        String words = scene.prose().text(scene.sentence(anchor.sentence())).toLowerCase(Locale.ROOT);
        if (words.contains(" each") || words.contains("apiece") || words.contains("respectively")) {
            return false;
        }
        long amounts = scene.around(scene.anchors(), anchor.index()).stream()
                .filter(a -> a.sentence() == anchor.sentence() && a.type() == anchor.type())
                .count();
        long names = side.actor().single()
                ? scene.actors().get(anchor.sentence()).stream()
                        .filter(a -> a.group() == side.actor().group())
                        .count()
                : side.actor().members().size();
        return amounts != names;
    }

    private static List<Candidate> of(
            Scene scene, Anchor anchor, Description description, List<Side> near, boolean figure) {
        List<Side> sides = near.stream()
                .filter(s -> !shared(scene, anchor, s) && !ownsAnother(scene, anchor, s))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (ClaimKind kind : anchor.kinds()) {
            if ((figure && kind != ClaimKind.ACQUIRE) || (kind == ClaimKind.INVEST && description.intoPlace())) {
                continue;
            }
            if (kind != ClaimKind.BUILD && description.paysItself()) {
                continue;
            }
            Set<Side> into = kind == ClaimKind.INVEST ? description.attached() : Set.of();
            Strict strict = description.strict(kind);
            Set<Side> owners = kind == ClaimKind.RIGHT ? description.owners() : Set.of();
            for (Side from : sides) {
                if (from.own()
                        || !strict.from(from)
                        || into.contains(from)
                        || (!owners.isEmpty() && !owners.contains(from))) {
                    continue;
                }
                if (kind == ClaimKind.BUILD) {
                    candidates.add(new Candidate(anchor, kind, from, null, description.row(kind, from, null)));
                    continue;
                }
                for (Side to : sides) {
                    boolean place = (into.isEmpty() || into.contains(to)) && strict.to(to);
                    if (place && from.disjoint(to) && (kind == ClaimKind.ACQUIRE || !to.own())) {
                        double[] row = description.row(kind, from, to);
                        if (usual(kind, anchor, row) && !(description.mutual(kind) && contrary(kind, row))) {
                            candidates.add(new Candidate(anchor, kind, from, to, row));
                        }
                    }
                }
            }
        }
        return candidates;
    }
}

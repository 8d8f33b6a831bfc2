package org.dealgraph.claim.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.learn.Forest;

/** Chooses at most one reading for each anchor, or one for each name of a list that shares it. */
public final class Judge {

    private static final double EACH = 0.25;

    private final Model model;

    public Judge(Model model) {
        this.model = model;
    }

    /** The choices of an article, in the order of their anchors. */
    public List<Choice> choose(Scene scene, List<List<Candidate>> bare) {
        List<List<Candidate>> anchors = model.words().weigh(scene, bare);
        Neighbourhood neighbourhood = new Neighbourhood(anchors, Model.first(model.first(), anchors));
        List<Map<Integer, double[]>> likely = IntStream.range(0, anchors.size())
                .mapToObj(neighbourhood::likely)
                .toList();
        List<List<Scored>> scored = Scored.of(anchors, likely, model.second());
        List<Choice> choices = new ArrayList<>();
        for (int a = 0; a < anchors.size(); a++) {
            choices.addAll(choose(anchors.get(a), scored.get(a)));
        }
        return choices;
    }

    /** The numbers that moved a choice most, strongest first. */
    public List<Forest.Weight> reasons(Choice choice, int limit) {
        return model.second().reasons(choice.row(), limit);
    }

    private List<Choice> choose(List<Candidate> candidates, List<Scored> scored) {
        List<Choice> picked = new ArrayList<>();
        for (Scored s : pick(scored)) {
            double probability = model.surety().probability(Surety.numbers(scored, s));
            Manner manner = Manner.of(s.row());
            if (model.surety().claims(probability, s.candidate().anchor().type(), manner)) {
                picked.add(new Choice(s.candidate(), s.score(), model.surety().confidence(probability), s.row()));
            }
        }
        return picked.isEmpty() ? picked : shared(picked, candidates);
    }

    /** "Nvidia and SoftBank will invest $30 billion each": every name of the list has a claim of its own. */
    private static List<Choice> shared(List<Choice> picked, List<Candidate> candidates) {
        Choice best = picked.getFirst();
        if (best.row()[Feature.EACH.ordinal()] < EACH) {
            return picked;
        }
        List<Choice> shared = new ArrayList<>();
        for (Candidate c : candidates) {
            Candidate b = best.candidate();
            boolean from = one(b.from(), c.from()) && Scored.same(b.to(), c.to());
            boolean to = c.to() != null && b.to() != null && one(b.to(), c.to()) && Scored.same(b.from(), c.from());
            if (c.kind() == b.kind() && (from || to)) {
                shared.add(new Choice(c, best.score(), best.confidence(), best.row()));
            }
        }
        return shared.size() > 1 ? shared : picked;
    }

    /** Whether a side is one name of the list that the other side is, or is one of. */
    private static boolean one(Side best, Side side) {
        if (side.whole() || !side.part()) {
            return false;
        }
        return best.whole() ? best.keys().containsAll(side.keys()) : best.equals(side) || Scored.sibling(best, side);
    }

    /** The best, and those that differ from it only by another name of the same list. */
    public static List<Scored> pick(List<Scored> scored) {
        List<Scored> sorted = new ArrayList<>(scored);
        sorted.sort(Comparator.comparingDouble((Scored s) -> -s.score()));
        List<Scored> picked = new ArrayList<>();
        for (Scored s : sorted) {
            boolean numbered = s.candidate().anchor().type().numbered();
            if (picked.isEmpty() || (!numbered && s.siblingOf(picked.getFirst()))) {
                picked.add(s);
            }
        }
        return picked;
    }
}

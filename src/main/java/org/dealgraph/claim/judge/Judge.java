package org.dealgraph.claim.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.learn.Forest;
import org.jspecify.annotations.Nullable;

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
        double[][] first = new double[anchors.size()][];
        for (int a = 0; a < anchors.size(); a++) {
            first[a] = first(anchors.get(a));
        }
        Neighbourhood neighbourhood = new Neighbourhood(anchors, first);
        List<Choice> choices = new ArrayList<>();
        for (int a = 0; a < anchors.size(); a++) {
            List<Candidate> candidates = anchors.get(a);
            Model.Decision decision = candidates.isEmpty() ? null : decision(candidates.getFirst());
            if (decision != null) {
                choices.addAll(choose(decision, anchors.get(a), neighbourhood.likely(a)));
            }
        }
        return choices;
    }

    private Model.@Nullable Decision decision(Candidate any) {
        Map<Manner, Model.Decision> byManner =
                model.decisions().getOrDefault(any.anchor().type(), Map.of());
        return byManner.get(Manner.of(any.row()));
    }

    private double[] first(List<Candidate> candidates) {
        return candidates.stream()
                .mapToDouble(c -> model.part(c.kind()).first().probability(c.row()))
                .toArray();
    }

    /** The numbers that moved a choice most, strongest first. */
    public List<Forest.Weight> reasons(Choice choice, int limit) {
        return model.part(choice.candidate().kind()).second().reasons(choice.row(), limit);
    }

    private List<Choice> choose(Model.Decision decision, List<Candidate> candidates, Map<Integer, double[]> rows) {
        List<Choice> scored = new ArrayList<>();
        rows.forEach((i, row) -> {
            double score = model.part(candidates.get(i).kind()).score(row);
            if (score >= decision.threshold()) {
                scored.add(new Choice(
                        candidates.get(i), score, decision.calibration().confidence(score), row));
            }
        });
        List<Choice> picked = pick(scored);
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
            boolean from = one(b.from(), c.from()) && same(b.to(), c.to());
            boolean to = c.to() != null && b.to() != null && one(b.to(), c.to()) && same(b.from(), c.from());
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
        return best.whole() ? best.keys().containsAll(side.keys()) : best.equals(side) || sibling(best, side);
    }

    /** The best, and those that differ from it only by another name of the same list. */
    public static List<Choice> pick(List<Choice> scored) {
        List<Choice> sorted = new ArrayList<>(scored);
        sorted.sort(Comparator.comparingDouble((Choice c) -> -c.score()));
        List<Choice> picked = new ArrayList<>();
        for (Choice c : sorted) {
            if (picked.isEmpty() || (!c.candidate().anchor().type().numbered() && siblings(picked, c))) {
                picked.add(c);
            }
        }
        return picked;
    }

    private static boolean siblings(List<Choice> picked, Choice c) {
        Candidate best = picked.getFirst().candidate();
        boolean kind = best.kind() == c.candidate().kind();
        boolean from = sibling(best.from(), c.candidate().from())
                && same(best.to(), c.candidate().to());
        boolean to = best.to() != null
                && c.candidate().to() != null
                && sibling(best.to(), c.candidate().to())
                && same(best.from(), c.candidate().from());
        return kind && (from || to);
    }

    private static boolean sibling(Side a, Side b) {
        boolean list = a.part() && b.part() && !a.whole() && !b.whole();
        boolean together = list
                && (a.actor().group() >= 0
                        ? a.actor().group() == b.actor().group()
                        : a.actor().equals(b.actor()));
        return together && !a.key().equals(b.key());
    }

    private static boolean same(@Nullable Side a, @Nullable Side b) {
        Set<String> x = a == null ? Set.of() : a.keys();
        return x.equals(b == null ? Set.of() : b.keys());
    }
}

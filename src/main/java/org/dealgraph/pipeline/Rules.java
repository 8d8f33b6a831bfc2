package org.dealgraph.pipeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.deal.DealMaker;
import org.dealgraph.entity.Resolver;
import org.dealgraph.model.Judgement;
import org.dealgraph.model.Judgement.Verdict;

/** The rules of names and of deals under everything that persons had decided at one moment. */
final class Rules {

    private static final Comparator<Judgement> LATEST = Comparator.comparing(Judgement::at)
            .thenComparing(Judgement::verdict)
            .thenComparing(Judgement::by);

    private final List<Judgement> judgements;
    private final Resolver resolver;
    private final DealMaker maker;
    private final Map<String, Judgement> alone = new HashMap<>();

    Rules(Collection<Judgement> judgements, Resolver resolver, DealMaker maker) {
        this.judgements = List.copyOf(judgements);
        this.resolver = resolver;
        this.maker = maker;
        judgements.stream()
                .filter(j -> j.byPerson() && j.left().equals(j.right()))
                .forEach(j -> alone.merge(j.left(), j, (a, b) -> LATEST.compare(a, b) >= 0 ? a : b));
    }

    /** Everything decided, oldest first. */
    List<Judgement> judgements() {
        return judgements;
    }

    Resolver resolver() {
        return resolver;
    }

    DealMaker maker() {
        return maker;
    }

    /** Whether a person took an article version back. */
    boolean withdrawn(String article) {
        Judgement judgement = alone.get(article);
        return judgement != null && judgement.verdict() == Verdict.REJECT;
    }

    /** Whether the last word of a person on two sides is this verdict already. */
    boolean holds(Judgement wanted) {
        return judgements.stream()
                .filter(Judgement::byPerson)
                .filter(j -> sides(j).equals(sides(wanted)))
                .filter(j -> deals(j) == deals(wanted)
                        || j.verdict() == Verdict.UNSURE
                        || wanted.verdict() == Verdict.UNSURE)
                .max(LATEST)
                .map(j -> j.verdict() == wanted.verdict())
                .orElse(wanted.verdict() == Verdict.UNSURE);
    }

    private static boolean deals(Judgement j) {
        return j.verdict() == Verdict.SAME_DEAL || j.verdict() == Verdict.NOT_SAME_DEAL;
    }

    private static String sides(Judgement j) {
        return j.left().compareTo(j.right()) <= 0 ? j.left() + "\n" + j.right() : j.right() + "\n" + j.left();
    }
}

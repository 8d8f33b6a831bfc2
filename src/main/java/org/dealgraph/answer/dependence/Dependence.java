package org.dealgraph.answer.dependence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * What a node rests on.
 *
 * @param of whose question it is
 * @param needs its own needs
 * @param under everything it rests on, nearest first, with the path that leads there
 * @param singlePoints those of them whose stopping stops it, where they were asked for
 */
public record Dependence(Node of, List<Need> needs, Map<Node, List<Node>> under, List<Node> singlePoints) {

    /** The most steps that are followed. */
    public static final int DEEPEST = 8;

    /** What the asker runs: one entry a model that it uses. */
    public static final Node STACK = new Node(Node.Type.STACK, "mine");

    /**
     * A model that is used by way of platforms.
     *
     * @param model registry id
     * @param platforms registry ids; any one of them would do
     */
    public record Use(String model, List<String> platforms) {}

    /**
     * Everything's needs.
     *
     * @param terms of agreed deals, whichever
     * @param on the day whose standing edges count, or null for today's
     * @param stack what the asker runs; may be empty
     */
    public static Needs needs(Collection<Term> terms, Catalogue catalogue, @Nullable LocalDate on, List<Use> stack) {
        List<Need> all = new ArrayList<>(StandingNeeds.of(catalogue, on));
        all.addAll(BoughtNeeds.of(terms, catalogue, on));
        for (Use use : stack) {
            all.add(new Need(STACK, Need.What.DEVELOPER, List.of(Need.Way.standing(Node.model(use.model()), null))));
            all.add(new Need(
                    STACK,
                    Need.What.PLATFORM,
                    use.platforms().stream()
                            .map(platform -> Need.Way.standing(Node.platform(platform), null))
                            .toList()));
        }
        return new Needs(all);
    }

    /**
     * What one node rests on.
     *
     * @param depth how many steps
     * @param singly whether single points are wanted too: each candidate costs an outage of its own
     */
    public static Dependence of(Needs needs, Node node, int depth, boolean singly) {
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("could not follow " + depth + " steps: 1 to " + DEEPEST);
        }
        return new Dependence(
                node, needs.of(node), needs.under(node, depth), singly ? needs.singlePoints(node, depth) : List.of());
    }
}

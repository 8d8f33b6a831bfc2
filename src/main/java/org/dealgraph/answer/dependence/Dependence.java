package org.dealgraph.answer.dependence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.catalogue.Catalogue;
import org.dealgraph.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * What a node rests on.
 *
 * @param all everything's needs
 * @param of whose question it is
 * @param depth how many steps are followed
 */
public record Dependence(Needs all, Node of, int depth) {

    /** The most steps that are followed. */
    public static final int DEEPEST = 8;

    /** What the asker runs: one entry a model that it uses. */
    public static final Node STACK = new Node(Node.Type.STACK, "mine");

    /**
     * A model that is used by way of platforms.
     *
     * @param model registry id
     * @param platforms registry ids; any one of them would do
     * @param regions ids of the regions it is used in; a platform that is offered in none of them is taken as it is
     * @param products ids of the chips it runs on; a platform that runs on none of them is taken as it is
     */
    public record Use(String model, List<String> platforms, List<String> regions, List<String> products) {

        public Use {
            platforms = List.copyOf(platforms);
            regions = List.copyOf(regions);
            products = List.copyOf(products);
        }

        /** Wherever the platforms are, on whatever they run. */
        public static Use of(String model, List<String> platforms) {
            return new Use(model, platforms, List.of(), List.of());
        }
    }

    /**
     * Everything's needs.
     *
     * @param terms of agreed deals, whichever
     * @param on the day whose standing edges count, or null for today's
     * @param stack what the asker runs; may be empty
     */
    public static Needs needs(Collection<Term> terms, Catalogue catalogue, @Nullable LocalDate on, List<Use> stack) {
        List<Need> all = new ArrayList<>(joined(BoughtNeeds.of(terms, catalogue, on), StandingNeeds.of(catalogue, on)));
        for (Use use : stack) {
            all.addAll(StackNeeds.of(use, catalogue));
        }
        return new Needs(all);
    }

    /** What an organization has bought and what it has of its own, such as chips, are ways to meet one need. */
    private static List<Need> joined(List<Need> bought, List<Need> standing) {
        record Key(Node of, Need.What what) {}
        Map<Key, Need> byKey = new LinkedHashMap<>();
        bought.forEach(need -> byKey.put(new Key(need.of(), need.what()), need));
        List<Need> apart = new ArrayList<>();
        for (Need need : standing) {
            if (need.of().type() == Node.Type.ORGANIZATION) {
                byKey.merge(new Key(need.of(), need.what()), need, Need::with);
            } else {
                apart.add(need);
            }
        }
        apart.addAll(byKey.values());
        return apart;
    }

    /** One that follows too few steps, or too many, is refused. */
    public Dependence {
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("could not follow " + depth + " steps: 1 to " + DEEPEST);
        }
    }

    /** Its own needs. */
    public List<Need> needs() {
        return all.of(of);
    }

    /** Everything it rests on, nearest first, with the path that leads there. */
    public Map<Node, List<Node>> under() {
        return all.under(of, depth);
    }

    /** Those of them whose stopping stops it, nearest first. */
    public List<Node> singlePoints() {
        return all.singlePoints(of, depth);
    }

    /** What all ways of a need have in common, nearest first. */
    public List<Node> common(Need need) {
        return all.common(need, depth);
    }
}

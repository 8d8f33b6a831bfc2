package org.dealgraph.answer.dependence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What everything needs, by node, and who needs it. */
public final class Needs {

    private final Map<Node, List<Need>> needs = new HashMap<>();
    private final Map<Node, Set<Node>> users = new HashMap<>();

    /** The given needs; one without a way is left out, since nothing is known of it. */
    public Needs(Collection<Need> all) {
        for (Need need : all) {
            if (!need.ways().isEmpty()) {
                needs.computeIfAbsent(need.of(), n -> new ArrayList<>()).add(need);
                need.ways()
                        .forEach(way -> users.computeIfAbsent(way.on(), n -> new LinkedHashSet<>())
                                .add(need.of()));
            }
        }
    }

    /** What a node needs. */
    public List<Need> of(Node node) {
        return Collections.unmodifiableList(needs.getOrDefault(node, List.of()));
    }

    /**
     * What a node rests on, directly and by steps, nearest first.
     *
     * @param depth how many steps
     * @return each node with the path that leads to it, the asked one first
     */
    public Map<Node, List<Node>> under(Node node, int depth) {
        Map<Node, List<Node>> reached = new LinkedHashMap<>(Map.of(node, List.of(node)));
        Deque<Node> queue = new ArrayDeque<>(List.of(node));
        while (!queue.isEmpty()) {
            Node next = queue.remove();
            List<Node> path = reached.getOrDefault(next, List.of());
            if (path.size() <= depth) {
                for (Need need : of(next)) {
                    for (Need.Way way : need.ways()) {
                        if (!reached.containsKey(way.on())) {
                            reached.put(way.on(), longer(path, way.on()));
                            queue.add(way.on());
                        }
                    }
                }
            }
        }
        reached.remove(node);
        return reached;
    }

    /** The nodes whose stopping stops this one, nearest first, as {@link Outage} has it. */
    public List<Node> singlePoints(Node node, int depth) {
        Set<Node> stoppers = new Stoppers(this).of(node, depth);
        return stoppers.size() == 1
                ? List.of()
                : under(node, depth).keySet().stream()
                        .filter(stoppers::contains)
                        .toList();
    }

    /**
     * What all ways of a need have in common: the nodes whose stopping leaves none of them, nearest first. Alternatives that
     * share one are no substitutes for each other against it.
     */
    public List<Node> common(Need need, int depth) {
        Set<Node> stoppers = new Stoppers(this).of(need, depth);
        if (stoppers.isEmpty()) {
            return List.of();
        }
        Set<Node> candidates = new LinkedHashSet<>();
        need.ways().forEach(way -> {
            candidates.add(way.on());
            candidates.addAll(under(way.on(), depth).keySet());
        });
        return candidates.stream().filter(stoppers::contains).toList();
    }

    Set<Node> users(Node node) {
        return users.getOrDefault(node, Set.of());
    }

    static List<Node> longer(List<Node> path, Node next) {
        List<Node> longer = new ArrayList<>(path);
        longer.add(next);
        return List.copyOf(longer);
    }
}

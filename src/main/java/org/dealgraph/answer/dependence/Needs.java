package org.dealgraph.answer.dependence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What everything needs, by node, and who needs it. */
public final class Needs {

    private final Map<Node, List<Need>> needs = new TreeMap<>();
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
        return List.copyOf(needs.getOrDefault(node, List.of()));
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
        return under(node, depth).keySet().stream()
                .filter(candidate -> stopped(candidate, depth).contains(node))
                .toList();
    }

    /**
     * What all ways of a need have in common: the nodes whose stopping leaves none of them, nearest first. Alternatives that
     * share one are no substitutes for each other against it.
     */
    public List<Node> common(Need need, int depth) {
        Set<Node> candidates = new LinkedHashSet<>();
        need.ways().forEach(way -> {
            candidates.add(way.on());
            candidates.addAll(under(way.on(), depth).keySet());
        });
        List<Node> ways = need.ways().stream().map(Need.Way::on).toList();
        return candidates.stream()
                .filter(candidate -> stopped(candidate, depth).containsAll(ways))
                .toList();
    }

    /** A node and all that stop with it: what an outage finds, without what is only weakened. */
    Set<Node> stopped(Node cause, int depth) {
        Set<Node> stopped = new HashSet<>(Set.of(cause));
        Set<Node> changed = Set.of(cause);
        for (int step = 0; step < depth && !changed.isEmpty(); step++) {
            Set<Node> next = new HashSet<>();
            for (Node node : changed) {
                for (Node user : users(node)) {
                    if (!stopped.contains(user) && !next.contains(user) && isLeftWithout(user, stopped)) {
                        next.add(user);
                    }
                }
            }
            stopped.addAll(next);
            changed = next;
        }
        return stopped;
    }

    private boolean isLeftWithout(Node user, Set<Node> stopped) {
        for (Need need : needs.getOrDefault(user, List.of())) {
            boolean left = false;
            for (Need.Way way : need.ways()) {
                left |= !stopped.contains(way.on());
            }
            if (!left) {
                return true;
            }
        }
        return false;
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

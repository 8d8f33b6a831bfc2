package org.dealgraph.answer.dependence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whose stopping alone stops a node. A cause stops it within some steps when, for one of its needs, it stops every way within
 * one step less; so the causes of a node are found from those of its ways, each once, without letting anything stop.
 */
final class Stoppers {

    private record Key(Node node, int depth) {}

    private final Needs needs;
    private final Map<Key, Set<Node>> known = new HashMap<>();

    Stoppers(Needs needs) {
        this.needs = needs;
    }

    /** The node itself, and every node whose outage stops it within so many steps. */
    Set<Node> of(Node node, int depth) {
        Key key = new Key(node, depth);
        Set<Node> stoppers = known.get(key);
        if (stoppers == null) {
            stoppers = new HashSet<>(Set.of(node));
            if (depth > 0) {
                for (Need need : needs.of(node)) {
                    stoppers.addAll(of(need, depth - 1));
                }
            }
            known.put(key, stoppers);
        }
        return stoppers;
    }

    /** Every node whose outage leaves no way of a need within so many steps. */
    Set<Node> of(Need need, int depth) {
        Set<Node> shared = null;
        for (Need.Way way : need.ways()) {
            Set<Node> stoppers = of(way.on(), depth);
            if (shared == null) {
                shared = new HashSet<>(stoppers);
            } else {
                shared.retainAll(stoppers);
            }
            if (shared.isEmpty()) {
                break;
            }
        }
        return shared == null ? Set.of() : shared;
    }
}

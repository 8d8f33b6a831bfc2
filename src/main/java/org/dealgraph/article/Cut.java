package org.dealgraph.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Takes nodes out of a tree, each parent's all at once: one by one costs the square of their number. */
final class Cut {

    private Cut() {}

    static void out(Collection<? extends Node> nodes) {
        Set<Node> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(nodes);
        Map<Element, Boolean> parents = new IdentityHashMap<>();
        for (Node node : nodes) {
            if (node.parent() instanceof Element parent) {
                parents.put(parent, true);
            }
        }
        for (Element parent : parents.keySet()) {
            List<Node> kept = new ArrayList<>();
            for (Node child : parent.childNodes()) {
                if (!gone.contains(child)) {
                    kept.add(child);
                }
            }
            parent.empty();
            parent.appendChildren(kept);
        }
    }
}

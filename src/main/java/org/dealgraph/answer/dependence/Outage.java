package org.dealgraph.answer.dependence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happens when something stops delivering. A node stops when, for one of its needs, no way is left; it is weakened when
 * a way of a need is lost or weakened and another is left. What was delivered before keeps running: a stop is a stop of what
 * is new.
 *
 * @param causes what stops
 * @param effects on others, nearest first, then by node
 */
public record Outage(Set<Node> causes, List<Effect> effects) {

    public Outage {
        effects = List.copyOf(effects);
    }

    /**
     * What becomes of one node.
     *
     * @param node which
     * @param stops whether it stops, or is only weakened
     * @param need the need that is hit first
     * @param lost the share of the need that is lost where shares are known; else null
     * @param left what can still stand in, sorted
     * @param path from a cause to this node
     */
    public record Effect(
            Node node, boolean stops, Need need, @Nullable BigDecimal lost, List<Node> left, List<Node> path) {}

    /**
     * Lets something stop.
     *
     * @param causes what
     * @param depth how many steps its effects are followed
     */
    public static Outage of(Needs needs, Set<Node> causes, int depth) {
        Map<Node, Effect> effects = new TreeMap<>();
        Map<Node, List<Node>> paths = new TreeMap<>();
        causes.forEach(cause -> paths.put(cause, List.of(cause)));
        Set<Node> changed = new TreeSet<>(causes);
        for (int step = 0; step < depth && !changed.isEmpty(); step++) {
            Set<Node> next = new TreeSet<>();
            Map<Node, Effect> before = new TreeMap<>(effects);
            for (Node user : users(needs, changed)) {
                Effect old = before.get(user);
                if (causes.contains(user) || (old != null && old.stops())) {
                    continue;
                }
                Effect effect = effect(needs, user, causes, before, paths);
                if (effect != null && (old == null || effect.stops())) {
                    effects.put(user, effect);
                    next.add(user);
                }
            }
            next.forEach(node ->
                    paths.put(node, Objects.requireNonNull(effects.get(node)).path()));
            changed = next;
        }
        List<Effect> sorted = new ArrayList<>(effects.values());
        sorted.sort(Comparator.comparing((Effect e) -> e.path().size()).thenComparing(Effect::node));
        return new Outage(causes, sorted);
    }

    /** Whether it stops a node. */
    public boolean stops(Node node) {
        return effects.stream()
                .anyMatch(effect -> effect.stops() && effect.node().equals(node));
    }

    private static Set<Node> users(Needs needs, Set<Node> changed) {
        Set<Node> users = new TreeSet<>();
        changed.forEach(node -> users.addAll(needs.users(node)));
        return users;
    }

    private static @Nullable Effect effect(
            Needs needs, Node user, Set<Node> causes, Map<Node, Effect> effects, Map<Node, List<Node>> paths) {
        Effect worst = null;
        for (Need need : needs.of(user)) {
            List<Need.Way> gone = need.ways().stream()
                    .filter(way -> gone(way.on(), causes, effects))
                    .toList();
            List<Need.Way> weak = need.ways().stream()
                    .filter(way -> effects.containsKey(way.on()) || causes.contains(way.on()))
                    .toList();
            if (weak.isEmpty()) {
                continue;
            }
            boolean stops = gone.size() == need.ways().size();
            if (worst == null || (stops && !worst.stops())) {
                Node by = (gone.isEmpty() ? weak : gone).getFirst().on();
                worst = new Effect(
                        user,
                        stops,
                        need,
                        share(gone),
                        need.ways().stream()
                                .map(Need.Way::on)
                                .filter(on -> !gone(on, causes, effects))
                                .sorted()
                                .toList(),
                        Needs.longer(Objects.requireNonNull(paths.get(by)), user));
            }
        }
        return worst;
    }

    private static boolean gone(Node node, Set<Node> causes, Map<Node, Effect> effects) {
        Effect effect = effects.get(node);
        return causes.contains(node) || (effect != null && effect.stops());
    }

    private static @Nullable BigDecimal share(List<Need.Way> gone) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Need.Way way : gone) {
            if (way.share() == null) {
                return null;
            }
            sum = sum.add(way.share());
        }
        return gone.isEmpty() ? null : sum;
    }
}

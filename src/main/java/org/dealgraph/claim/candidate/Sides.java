package org.dealgraph.claim.candidate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealgraph.claim.mention.Form;
import org.dealgraph.model.ClaimKind;

/** Who can be a side of what an anchor says: everybody in its sentence, then those before it, then the best known. */
final class Sides {

    private static final int MOST = 9;
    private static final int BACK = 3;
    private static final int KNOWN = 3;

    private final Scene scene;
    private final List<String> ranked;
    private final Map<String, Actor> firstNamed = new LinkedHashMap<>();

    Sides(Scene scene) {
        this.scene = scene;
        this.ranked = scene.counts().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .limit(KNOWN)
                .toList();
        for (List<Actor> actors : scene.actors()) {
            for (Actor a : actors) {
                if (a.single()) {
                    firstNamed.putIfAbsent(a.key(), a);
                }
            }
        }
    }

    /** The sides near an anchor, nearest first. */
    List<Side> near(Anchor anchor) {
        Map<String, Side> sides = new LinkedHashMap<>();
        List<Actor> here = new ArrayList<>(scene.actors().get(anchor.sentence()));
        here.removeIf(a -> strange(a, scene.actors().get(anchor.sentence())));
        here.sort(Comparator.comparing(Actor::indirect)
                .thenComparingInt(a -> Places.gap(a.first(), a.end(), anchor.first(), anchor.end())));
        here.forEach(a -> add(sides, a));
        for (ClaimKind kind : List.of(ClaimKind.INVEST, ClaimKind.LEND)) {
            Syndicate.of(scene, anchor, kind).ifPresent(s -> sides.putIfAbsent(s.key(), s));
        }
        groups(sides, here);
        for (int back = 1; back <= BACK && anchor.sentence() - back >= 0 && sides.size() < MOST; back++) {
            List<Actor> there = scene.actors().get(anchor.sentence() - back);
            boolean alone = here.stream()
                            .filter(a -> !a.indirect())
                            .map(Actor::key)
                            .distinct()
                            .count()
                    < 2;
            for (Actor a : there) {
                if (a.single() || alone) {
                    add(sides, a);
                }
            }
            if (back == 1 && alone) {
                groups(sides, there);
            }
        }
        for (String key : ranked) {
            Actor known = firstNamed.get(key);
            if (known != null) {
                sides.putIfAbsent(key, new Side(known.members(), known, false, known.group() >= 0, false));
            }
        }
        return List.copyOf(sides.values());
    }

    /** "Microsoft and OpenAI amended their partnership": a pronoun for several others than those just named is misread. */
    private static boolean strange(Actor a, List<Actor> here) {
        return !a.single()
                && a.mention().form() == Form.PRONOUN
                && here.stream()
                        .anyMatch(b -> b.group() >= 0
                                && b.end() <= a.first()
                                && !a.members().containsAll(b.members()));
    }

    private static void add(Map<String, Side> sides, Actor a) {
        if (sides.size() >= MOST) {
            return;
        }
        Side side = new Side(a.members(), a, !a.single(), a.group() >= 0, false);
        sides.putIfAbsent(side.key(), side);
        Actor.Member only = a.members().getFirst();
        if (a.single() && only.entity() != null && !only.entity().equals(only.key())) {
            Side own = new Side(a.members(), a, false, false, true);
            sides.putIfAbsent(own.key(), own);
        }
        if (!a.single()) {
            for (Actor.Member m : a.members()) {
                Side one = new Side(List.of(m), a, false, true, false);
                sides.putIfAbsent(one.key(), one);
            }
        }
    }

    /** Lists of names taken together. */
    private static void groups(Map<String, Side> sides, List<Actor> actors) {
        Map<Integer, List<Actor>> groups = new LinkedHashMap<>();
        for (Actor a : actors) {
            if (a.group() >= 0 && !a.indirect()) {
                groups.computeIfAbsent(a.group(), k -> new ArrayList<>()).add(a);
            }
        }
        for (List<Actor> group : groups.values()) {
            group.sort(Comparator.comparingInt(Actor::first));
            Map<String, Actor.Member> members = new LinkedHashMap<>();
            group.forEach(a -> a.members().forEach(m -> members.putIfAbsent(m.key(), m)));
            if (members.size() > 1) {
                Side side = new Side(List.copyOf(members.values()), group.getFirst(), true, false, false);
                sides.putIfAbsent(side.key(), side);
            }
        }
    }
}

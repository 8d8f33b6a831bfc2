package org.dealgraph.claim.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dealgraph.claim.candidate.Actor;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Candidates;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.model.OrganizationType;

/**
 * A training document whose companies are taken for unknown ones, or for ones of another trade: what is usual between labs,
 * clouds and chip makers says nothing there, so that the words have to tell who gives and who takes.
 */
final class Disguise {

    private static final int KEPT = 30;
    private static final int UNKNOWN = 85;
    private static final int ALL = 100;

    private final String story;
    private final Map<String, Set<OrganizationType>> trades = new HashMap<>();
    private final List<Set<OrganizationType>> others = new ArrayList<>();

    private Disguise(Example example) {
        this.story = example.document().article().id();
        Map<String, Set<OrganizationType>> known = new HashMap<>();
        example.scene()
                .actors()
                .forEach(list -> list.forEach(a -> a.members().forEach(m -> known.putIfAbsent(m.key(), m.types()))));
        for (String key : new TreeSet<>(known.keySet())) {
            others.add(known.get(key));
        }
    }

    /** The example in disguise; each reading is as right as it was. */
    static Example of(Example example) {
        Disguise disguise = new Disguise(example);
        Scene scene = disguise.scene(example.scene());
        Map<String, Boolean> right = new HashMap<>();
        for (int a = 0; a < example.anchors().size(); a++) {
            List<Candidate> candidates = example.anchors().get(a);
            for (int i = 0; i < candidates.size(); i++) {
                right.put(key(candidates.get(i)), example.right().get(a)[i]);
            }
        }
        List<List<Candidate>> anchors = Candidates.of(scene);
        List<boolean[]> marks = new ArrayList<>();
        for (List<Candidate> candidates : anchors) {
            boolean[] mark = new boolean[candidates.size()];
            for (int i = 0; i < mark.length; i++) {
                mark[i] = right.getOrDefault(key(candidates.get(i)), false);
            }
            marks.add(mark);
        }
        return new Example(example.document(), scene, anchors, marks, example.fold(), true);
    }

    private static String key(Candidate c) {
        return c.anchor().index() + " " + c.triple();
    }

    private Scene scene(Scene s) {
        List<List<Actor>> actors = s.actors().stream()
                .map(list -> list.stream().map(this::actor).toList())
                .toList();
        return new Scene(
                s.article(),
                s.mentions(),
                s.measured(),
                actors,
                s.triggers(),
                s.cues(),
                s.anchors(),
                s.titleTriggers(),
                s.titleCues(),
                s.titleKeys(),
                s.counts(),
                s.places());
    }

    private Actor actor(Actor a) {
        List<Actor.Member> members = a.members().stream().map(this::member).collect(Collectors.toList());
        return new Actor(a.mention(), members, a.sentence(), a.indirect(), a.group());
    }

    private Actor.Member member(Actor.Member m) {
        int draw = Math.floorMod((story + m.key()).hashCode() * 31 >> 3, ALL);
        if (draw < KEPT) {
            return m;
        }
        if (draw < UNKNOWN) {
            return new Actor.Member(m.key(), m.name(), null, Set.of());
        }
        Set<OrganizationType> other =
                trades.computeIfAbsent(m.key(), k -> others.get(Math.floorMod(draw * 7, others.size())));
        return new Actor.Member(m.key(), m.name(), m.entity(), other);
    }
}

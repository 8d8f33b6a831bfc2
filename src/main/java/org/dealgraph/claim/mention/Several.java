package org.dealgraph.claim.mention;

import java.util.Comparator;
import java.util.List;
import org.dealgraph.claim.mention.Anaphor.Sort;
import org.jspecify.annotations.Nullable;

/** Finds what a word for several organizations, or for one of two, goes back to. */
final class Several {

    private final Scene scene;

    Several(Scene scene) {
        this.scene = scene;
    }

    @Nullable
    Draft pair(Anaphor anaphor, boolean strict) {
        if (!anaphor.traits().isEmpty()) {
            return several(anaphor);
        }
        for (List<Draft> list : scene.discourse.lists()) {
            Draft last = list.getLast();
            List<Reference> references =
                    list.stream().flatMap(d -> d.references.stream()).distinct().toList();
            boolean near = scene.distance(anaphor, last) <= (strict ? 1 : 3);
            if (near && (references.size() == 2 || strict && references.size() <= 4)) {
                return anaphor.resolved(references, last, 0.8);
            }
        }
        if (strict) {
            return null;
        }
        if (anaphor.length() == 1) {
            return null;
        }
        List<Discourse.Entity> two = scene.discourse.recent().stream()
                .filter(e -> !scene.financier(e.reference))
                .sorted(Comparator.comparingDouble(
                        (Discourse.Entity e) -> -e.salience(scene.sentenceCount) - Math.log(e.mentions)))
                .limit(2)
                .toList();
        return two.size() < 2
                ? null
                : anaphor.resolved(two.stream().map(e -> e.reference).toList(), two.getFirst().named, 0.6);
    }

    /** "the two chipmakers": as many as are told, those that scene.fit best. */
    private @Nullable Draft several(Anaphor anaphor) {
        int count = anaphor.phrase().startsWith("three") ? 3 : 2;
        List<Discourse.Entity> fitting = scene.discourse.recent().stream()
                .filter(e -> scene.fit.of(anaphor, e.reference) > 0)
                .sorted(Comparator.comparingDouble(
                        (Discourse.Entity e) -> -scene.fit.of(anaphor, e.reference) - e.salience(scene.sentenceCount)))
                .limit(count)
                .toList();
        return fitting.size() < count
                ? null
                : anaphor.resolved(fitting.stream().map(e -> e.reference).toList(), fitting.getFirst().named, 0.75);
    }

    @Nullable
    Draft half(Anaphor anaphor) {
        for (List<Draft> list : scene.discourse.lists()) {
            if (scene.distance(anaphor, list.getLast()) <= 3) {
                Draft draft = anaphor.sort() == Sort.FORMER ? list.getFirst() : list.getLast();
                Reference reference =
                        anaphor.sort() == Sort.FORMER ? draft.references.getFirst() : draft.references.getLast();
                return anaphor.resolved(List.of(reference), draft, 0.75);
            }
        }
        List<Discourse.Entity> recent = scene.discourse.recent();
        int which = anaphor.sort() == Sort.FORMER ? 1 : 0;
        return recent.size() <= which
                ? null
                : anaphor.resolved(List.of(recent.get(which).reference), recent.get(which).named, 0.6);
    }

    @Nullable
    Draft other(Anaphor anaphor) {
        List<Discourse.Entity> recent = scene.discourse.recent();
        return recent.size() < 2 ? null : anaphor.resolved(List.of(recent.get(1).reference), recent.get(1).named, 0.5);
    }
}

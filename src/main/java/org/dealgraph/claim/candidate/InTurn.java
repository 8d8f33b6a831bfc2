package org.dealgraph.claim.candidate;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dealgraph.claim.text.Sentence;

/**
 * "A and B will put in up to $5 billion and up to $10 billion, respectively": each name of the list has the amount whose
 * turn it is, and the list as a whole has none.
 */
final class InTurn {

    private static final String WORD = "respectively";

    private InTurn() {}

    /** Whether a side cannot be one of this amount, since the amount is another's of the same list. */
    static boolean excludes(Scene scene, Anchor anchor, Side side) {
        Actor actor = side.actor();
        if (actor.group() < 0 || actor.sentence() != anchor.sentence()) {
            return false;
        }
        OptionalInt word = word(scene, anchor);
        if (word.isEmpty()) {
            return false;
        }
        List<Actor> names = scene.actors().get(anchor.sentence()).stream()
                .filter(a -> a.group() == actor.group() && a.single())
                .sorted(Comparator.comparingInt(Actor::first))
                .toList();
        List<Anchor> before = scene.around(scene.anchors(), anchor.index()).stream()
                .filter(a ->
                        a.sentence() == anchor.sentence() && a.type() == anchor.type() && a.first() < word.getAsInt())
                .toList();
        int n = names.size();
        if (n < 2 || before.size() < n) {
            return false;
        }
        int turn = before.subList(before.size() - n, before.size()).indexOf(anchor);
        return turn >= 0 && (side.whole() || !names.get(turn).key().equals(side.key()));
    }

    /** The first "respectively" behind an amount in its sentence. */
    private static OptionalInt word(Scene scene, Anchor anchor) {
        Sentence sentence = scene.sentence(anchor.sentence());
        return IntStream.range(anchor.end(), sentence.end())
                .filter(i -> scene.prose().token(i).is(WORD))
                .findFirst();
    }
}

package org.dealgraph.claim.candidate;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.WordList;

/**
 * "A and B will put in up to $5 billion and up to $10 billion, respectively": each name of the list has the amount whose
 * turn it is, and the list as a whole has none.
 */
final class InTurn {

    private static final String WORD = "respectively";
    private static final Set<String> JOINTS = WordList.of("and , &");

    private InTurn() {}

    /** Whether a side cannot be one of this amount, since the amount is another's of the same list. */
    static boolean excludes(Scene scene, Anchor anchor, Side side) {
        Actor actor = side.actor();
        if (actor.sentence() != anchor.sentence()) {
            return false;
        }
        OptionalInt word = word(scene, anchor);
        if (word.isEmpty()) {
            return false;
        }
        List<Actor> names = names(scene, actor);
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

    /** The names of the list in which one stands, told by what joins them where they were not taken for a list. */
    private static List<Actor> names(Scene scene, Actor actor) {
        List<Actor> all = scene.actors().get(actor.sentence()).stream()
                .filter(Actor::single)
                .sorted(Comparator.comparingInt(Actor::first))
                .toList();
        if (actor.group() >= 0) {
            return all.stream().filter(a -> a.group() == actor.group()).toList();
        }
        int at = all.indexOf(actor);
        int first = at;
        while (first > 0 && joined(scene, all.get(first - 1), all.get(first))) {
            first--;
        }
        int last = at;
        while (last >= 0 && last + 1 < all.size() && joined(scene, all.get(last), all.get(last + 1))) {
            last++;
        }
        return at < 0 ? List.of() : all.subList(first, last + 1);
    }

    private static boolean joined(Scene scene, Actor a, Actor b) {
        return b.first() > a.end()
                && b.first() - a.end() <= 2
                && IntStream.range(a.end(), b.first())
                        .allMatch(i -> JOINTS.contains(scene.prose().token(i).lower()));
    }

    /** The first "respectively" behind an amount in its sentence. */
    private static OptionalInt word(Scene scene, Anchor anchor) {
        Sentence sentence = scene.sentence(anchor.sentence());
        return IntStream.range(anchor.end(), sentence.end())
                .filter(i -> scene.prose().token(i).is(WORD))
                .findFirst();
    }
}

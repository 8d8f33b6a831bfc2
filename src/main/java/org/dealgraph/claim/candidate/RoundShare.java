package org.dealgraph.claim.candidate;

import java.util.Set;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.WordList;
import org.dealgraph.model.ClaimKind;

/** "Tesla invests $2 billion in xAI as part of its $20 billion round": what the round raises is not what Tesla gives. */
final class RoundShare {

    private static final int BEFORE = 4;
    private static final int BEHIND = 4;
    private static final Set<String> ROUNDS = WordList.of("round series placement raise financing fundraising funding");
    private static final Set<String> ARTICLES = WordList.of("a an its the their larger wider same total new");

    private RoundShare() {}

    /** Whether a side cannot have given this amount, since its own part of it is told before. */
    static boolean excludes(Scene scene, Anchor anchor, ClaimKind kind, Side from) {
        if (kind != ClaimKind.INVEST
                || anchor.type() != AnchorType.MONEY
                || from.actor().sentence() != anchor.sentence()
                || !isRound(scene.prose(), anchor)
                || !isPart(scene.prose(), anchor)) {
            return false;
        }
        Places places = scene.places();
        return scene.around(scene.anchors(), anchor.index()).stream()
                .anyMatch(o -> o.type() == AnchorType.MONEY
                        && o.sentence() == anchor.sentence()
                        && o.end() <= anchor.first()
                        && isBefore(scene, from, o)
                        && places.verbs(o.end(), anchor.first()) == 0);
    }

    private static boolean isBefore(Scene scene, Side from, Anchor own) {
        return from.keys().stream()
                .allMatch(key -> scene.actors().get(own.sentence()).stream()
                        .anyMatch(a -> a.single() && a.key().equals(key) && a.end() <= own.first()));
    }

    private static boolean isRound(Prose prose, Anchor anchor) {
        int end = Math.min(prose.size(), anchor.end() + BEHIND);
        for (int i = anchor.end(); i < end; i++) {
            if (ROUNDS.contains(prose.token(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** "as part of its", "in the same", "within a larger". */
    private static boolean isPart(Prose prose, Anchor anchor) {
        boolean same = false;
        int at = anchor.first() - 1;
        while (at > 1
                && anchor.first() - at <= BEFORE
                && ARTICLES.contains(prose.token(at).lower())) {
            same |= prose.token(at).is("same");
            at--;
        }
        boolean part = prose.token(Math.max(0, at)).is("of")
                && prose.token(Math.max(0, at - 1)).is("part");
        boolean within = prose.token(Math.max(0, at)).is("within")
                || same && prose.token(Math.max(0, at)).is("in");
        return part || within;
    }
}

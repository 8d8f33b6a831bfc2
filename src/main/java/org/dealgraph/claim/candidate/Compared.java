package org.dealgraph.claim.candidate;

import java.util.Set;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.WordList;

/**
 * "above the $119.5 billion that analysts had projected", "less than the $44 billion planned originally": an amount that only
 * tells how another one compares, and was never promised.
 */
final class Compared {

    private static final Set<String> PLANNED = WordList.of("planned originally initially previously budgeted forecast");

    private Compared() {}

    /** Whether an amount is only what another one of its sentence is compared with. */
    static boolean is(Scene scene, Anchor anchor) {
        boolean sum = anchor.type() == AnchorType.MONEY || anchor.type() == AnchorType.POWER;
        return sum && (isForecast(scene, anchor) || isPlan(scene, anchor));
    }

    /** "less than the $44 billion planned originally". */
    private static boolean isPlan(Scene scene, Anchor anchor) {
        Prose prose = scene.prose();
        int first = anchor.first();
        return first > 1
                && prose.token(first - 1).is("the")
                && prose.token(first - 2).is("than")
                && anchor.end() < prose.size()
                && PLANNED.contains(prose.token(anchor.end()).lower());
    }

    private static boolean isForecast(Scene scene, Anchor anchor) {
        Prose prose = scene.prose();
        int end = anchor.end();
        int word = end < prose.size() && prose.token(end).is("that") ? end + 1 : end;
        boolean the = anchor.first() > 0 && prose.token(anchor.first() - 1).is("the");
        return the && word < prose.size() && prose.token(word).is("analysts");
    }
}

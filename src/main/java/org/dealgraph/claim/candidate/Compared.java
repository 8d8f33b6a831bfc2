package org.dealgraph.claim.candidate;

import java.util.Set;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.WordList;

/**
 * "$10 billion, up from $1.5 billion", "above the $119.5 billion that analysts had projected": an amount that only tells how
 * another one compares. What it stood for is over, or was never promised.
 */
final class Compared {

    private static final int BACK = 6;
    private static final Set<String> PLANNED = WordList.of("planned originally initially previously budgeted forecast");

    private Compared() {}

    /** Whether an amount is only what another one of its sentence is compared with. */
    static boolean is(Scene scene, Anchor anchor) {
        boolean sum = anchor.type() == AnchorType.MONEY || anchor.type() == AnchorType.POWER;
        return sum && (isFormer(scene, anchor) || isForecast(scene, anchor) || isPlan(scene, anchor));
    }

    private static boolean isFormer(Scene scene, Anchor anchor) {
        Prose prose = scene.prose();
        int from = anchor.first() - 1;
        if (from < 1 || !prose.token(from).is("from")) {
            return false;
        }
        boolean up = prose.token(from - 1).is("up") || prose.token(from - 1).is("down");
        return scene.around(scene.anchors(), anchor.index()).stream()
                .anyMatch(o -> o.type() == anchor.type()
                        && o.sentence() == anchor.sentence()
                        && o.end() <= from
                        && (up || from - o.end() <= BACK && isPlain(prose, o.end(), from)));
    }

    /** Between an amount and "from" stand no words that make what follows a source: "$5 billion of orders from". */
    private static boolean isPlain(Prose prose, int end, int from) {
        for (int i = end; i < from; i++) {
            if (prose.token(i).is("of")
                    || prose.token(i).is("and")
                    || prose.token(i).capitalised()) {
                return false;
            }
        }
        return true;
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

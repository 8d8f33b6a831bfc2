package org.dealgraph.claim;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.judge.Choice;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Token;
import org.dealgraph.claim.text.WordList;
import org.dealgraph.model.ClaimKind;

/**
 * "Mistral raised €1.7 billion. ASML is putting in €1.3 billion; others took part": what a round raises is not one investor's
 * where others are in it, where he leads it, or where his own part is told beside it.
 */
final class RoundTotal {

    private static final double UNSURE = 0.7;
    private static final int BESIDE = 4;
    private static final int FOLLOWING = 2;
    private static final Set<String> RAISED = WordList.of("raised raises raising raise closed closes attracted");
    private static final Set<String> ROUNDS = WordList.of("round series fundraising raise");
    private static final Pattern OTHERS = Pattern.compile(
            "took part|taking part|participat|joined|other investors|investors include|existing investors|alongside"
                    + "|\\bled by|\\bleads?\\b|\\bco-led|\\bled the");

    private RoundTotal() {}

    /** The choice, with less confidence where it gives a round that several fill to one of them. */
    static Choice cautious(Choice choice, List<Choice> all, Scene scene) {
        Candidate c = choice.candidate();
        boolean alone = c.kind() == ClaimKind.INVEST && !c.from().whole() && choice.confidence() > UNSURE;
        return alone && isRound(c, scene) && (others(c, scene) || hasPart(c, all))
                ? new Choice(c, choice.score(), UNSURE, choice.row())
                : choice;
    }

    /** Whether the amount is that of a round: "raised $1 billion", "a $1 billion Series B". */
    private static boolean isRound(Candidate c, Scene scene) {
        Prose prose = scene.prose();
        int first = c.anchor().first();
        int end = c.anchor().end();
        return any(prose.tokens().subList(Math.max(0, first - BESIDE), first), RAISED)
                || any(prose.tokens().subList(end, Math.min(prose.size(), end + BESIDE)), ROUNDS);
    }

    private static boolean any(List<Token> tokens, Set<String> words) {
        return tokens.stream().anyMatch(t -> words.contains(t.lower()));
    }

    private static boolean others(Candidate c, Scene scene) {
        Prose prose = scene.prose();
        int here = c.anchor().sentence();
        return prose.sentences().subList(here, Math.min(prose.sentences().size(), here + FOLLOWING + 1)).stream()
                .anyMatch(s -> OTHERS.matcher(prose.text(s)).find());
    }

    /** Whether another amount is told that the same one gives the same. */
    private static boolean hasPart(Candidate c, List<Choice> all) {
        return all.stream()
                .map(Choice::candidate)
                .anyMatch(o -> o.kind() == ClaimKind.INVEST
                        && o.anchor().type() == c.anchor().type()
                        && !o.anchor().equals(c.anchor())
                        && o.from().keys().equals(c.from().keys())
                        && keys(o.to()).equals(keys(c.to())));
    }

    private static Set<String> keys(@org.jspecify.annotations.Nullable Side side) {
        return side == null ? Set.of() : side.keys();
    }
}

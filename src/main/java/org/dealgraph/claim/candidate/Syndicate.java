package org.dealgraph.claim.candidate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dealgraph.claim.lexicon.Slot;
import org.dealgraph.claim.text.Prose;
import org.dealgraph.claim.text.Sentence;
import org.dealgraph.claim.text.WordList;
import org.dealgraph.model.ClaimKind;

/**
 * Those who together fill a round or a loan: who leads it, and who the sentences that follow say is in it. "A $1.1 billion
 * round led by A, with B and C. Other investors include D and E."
 */
final class Syndicate {

    private static final int LEAST = 2;
    private static final int FOLLOWING = 2;
    private static final Set<String> ROUNDS =
            Set.of("round", "raise", "participate", "loan", "investment", "borrow", "lend");
    private static final Set<String> JOINING = WordList.of("""
            investor investors participate participated participating participation join joined joining joins back
            backed backers backer include included including includes contributed contribute alongside
            led lead leads co-led syndicate took part
            """);
    private static final Set<String> LENDING = WordList.of("lenders lender banks");
    private static final Set<Slot> BESIDE = Set.of(Slot.BY, Slot.FROM, Slot.WITH);

    private Syndicate() {}

    /** The side that they are together; none where only one is named. */
    static Optional<Side> of(Scene scene, Anchor anchor, ClaimKind kind) {
        boolean round = anchor.type() == AnchorType.MONEY
                && scene.triggers().get(anchor.sentence()).stream()
                        .anyMatch(t -> ROUNDS.contains(t.frame().name()));
        if (!round) {
            return Optional.empty();
        }
        Map<String, Actor.Member> members = new LinkedHashMap<>();
        Actor first = null;
        int last = Math.min(scene.actors().size(), anchor.sentence() + 1 + FOLLOWING);
        for (int s = anchor.sentence(); s < last; s++) {
            if (s > anchor.sentence() && !joins(scene, s, kind)) {
                continue;
            }
            for (Actor a : scene.actors().get(s)) {
                if (takesPart(scene, a)) {
                    first = first == null ? a : first;
                    a.members().forEach(m -> members.putIfAbsent(m.key(), m));
                }
            }
        }
        return first == null || members.size() < LEAST
                ? Optional.empty()
                : Optional.of(new Side(List.copyOf(members.values()), first, true, false, false));
    }

    private static boolean takesPart(Scene scene, Actor a) {
        boolean named =
                !a.indirect() && a.mention().form().names() && !a.mention().possessive();
        return named && (a.group() >= 0 || BESIDE.contains(scene.slot(a)));
    }

    /** Whether a sentence goes on about who takes part; those who lend to it do not invest in it. */
    private static boolean joins(Scene scene, int index, ClaimKind kind) {
        Prose prose = scene.prose();
        Sentence sentence = scene.sentence(index);
        return prose.tokens(sentence).stream()
                .anyMatch(t -> JOINING.contains(t.lower()) || kind == ClaimKind.LEND && LENDING.contains(t.lower()));
    }
}

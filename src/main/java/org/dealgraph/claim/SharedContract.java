package org.dealgraph.claim;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dealgraph.claim.candidate.Actor;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.model.ClaimKind;
import org.dealgraph.model.Span;

/**
 * Reads "A and B are expanding their $38 billion agreement by $100 billion": both amounts stand between the two that the
 * sentence names, where one is a lab and the other sells to labs.
 */
final class SharedContract {

    private static final int REACH = 160;
    private static final Pattern OWNERS = Pattern.compile(
            ".*\\b(?:their|(?:companies|firms|partners|pair)['\u2019]s?)\\s+(?:[\\w-]+\\s+){0,3}", Pattern.DOTALL);
    private static final String NOUN = "(?:contract|deal|agreement|commitment|pact|partnership)\\b";
    private static final Pattern CONTRACT =
            Pattern.compile("\\s+(?:[\\w-]+\\s+){0,3}" + NOUN + ".*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern GROWS = Pattern.compile(
            ".*\\b(?:expand|increas|enlarg|extend|widen)\\w*\\s+(?:their|the)\\b[^.;]*\\b" + NOUN
                    + "[^.;]*\\bby\\s+(?:another\\s+|an additional\\s+|a further\\s+)?",
            Pattern.DOTALL);

    private SharedContract() {}

    /** The one reading of an amount that these words allow. */
    static Optional<Candidate> among(List<Candidate> candidates, Scene scene) {
        String text = scene.article().text();
        if (candidates.isEmpty() || !isShared(candidates.getFirst().anchor().span(), text)) {
            return Optional.empty();
        }
        Candidate any = candidates.getFirst();
        Map<String, Side> named = new LinkedHashMap<>();
        for (Actor actor : scene.actors().get(any.anchor().sentence())) {
            for (Actor.Member member : actor.members()) {
                named.putIfAbsent(member.key(), new Side(List.of(member), actor, false, false, false));
            }
        }
        if (named.size() != 2) {
            return Optional.empty();
        }
        Iterator<Side> sides = named.values().iterator();
        return OwnedContract.directed(
                new Candidate(any.anchor(), ClaimKind.SPEND, sides.next(), sides.next(), any.row()));
    }

    private static boolean isShared(Span amount, String text) {
        String before = text.substring(Math.max(0, amount.start() - REACH), amount.start());
        String after = text.substring(amount.end(), Math.min(text.length(), amount.end() + REACH));
        return OWNERS.matcher(before).matches() && CONTRACT.matcher(after).matches()
                || GROWS.matcher(before).matches();
    }
}

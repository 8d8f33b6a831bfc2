package org.dealgraph.claim;

import java.util.List;
import java.util.Optional;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.judge.Choice;
import org.dealgraph.model.ClaimKind;

/** Reads "a $30 billion commitment with Microsoft plus up to a gigawatt": what is added to a purchase comes from its seller. */
final class AddedPower {

    private static final String PLUS = "plus ";

    private AddedPower() {}

    /** The reading of power that "plus" joins to the one purchase told before it in its sentence. */
    static Optional<Candidate> after(List<Choice> choices, List<Candidate> candidates, String text) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Anchor power = candidates.getFirst().anchor();
        if (power.type() != AnchorType.POWER
                || !text.substring(0, power.span().start()).endsWith(PLUS)) {
            return Optional.empty();
        }
        List<Candidate> purchases = choices.stream()
                .map(Choice::candidate)
                .filter(c -> c.kind() == ClaimKind.SPEND
                        && c.anchor().sentence() == power.sentence()
                        && c.anchor().end() <= power.first())
                .toList();
        if (purchases.size() != 1) {
            return Optional.empty();
        }
        Candidate purchase = purchases.getFirst();
        Side seller = purchase.to();
        return seller == null
                ? Optional.empty()
                : Optional.of(new Candidate(
                        power,
                        ClaimKind.CAPACITY,
                        seller,
                        purchase.from(),
                        candidates.getFirst().row()));
    }
}

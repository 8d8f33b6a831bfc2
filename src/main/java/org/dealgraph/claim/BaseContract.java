package org.dealgraph.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dealgraph.claim.candidate.Anchor;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.judge.Choice;
import org.dealgraph.model.ClaimKind;

/**
 * Reads "a $100 billion commitment …, on top of an existing $38 billion agreement": what an amount comes on top of stands
 * between the same two.
 */
final class BaseContract {

    private static final int REACH = 80;

    /** What is left of the purchase's confidence for what it comes on top of. */
    private static final double SHARE = 0.9;

    private static final Pattern BEFORE = Pattern.compile(
            ".*\\b(?:on top of|in addition to|adds? to|added to|beyond)\\s+(?:its|an|the|their|a)\\s+"
                    + "(?:(?:existing|earlier|previous|prior|older|separate)\\s+)+",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "\\s+(?:[\\w-]+\\s+){0,3}(?:agreement|contract|deal|commitment|pact)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private BaseContract() {}

    /** The reading of an amount that the one purchase told beside it comes on top of. */
    static Optional<Choice> beneath(List<Choice> choices, List<Candidate> candidates, String text) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Anchor base = candidates.getFirst().anchor();
        if (base.type() != AnchorType.MONEY || !isBase(base, text)) {
            return Optional.empty();
        }
        return choices.stream()
                .filter(choice -> isPurchaseBefore(base, choice.candidate()))
                .max(Comparator.comparingInt(
                        choice -> choice.candidate().anchor().end()))
                .map(above -> {
                    Candidate c = above.candidate();
                    double[] row = candidates.getFirst().row();
                    double confidence = SHARE * above.confidence();
                    return new Choice(
                            new Candidate(base, c.kind(), c.from(), c.to(), row), confidence, confidence, row);
                });
    }

    private static boolean isPurchaseBefore(Anchor base, Candidate c) {
        return c.kind() == ClaimKind.SPEND
                && c.anchor().type() == AnchorType.MONEY
                && c.anchor().sentence() == base.sentence()
                && c.anchor().end() <= base.first();
    }

    private static boolean isBase(Anchor anchor, String text) {
        int start = anchor.span().start();
        int end = anchor.span().end();
        return BEFORE.matcher(text.substring(Math.max(0, start - REACH), start)).matches()
                && AFTER.matcher(text.substring(end, Math.min(text.length(), end + REACH)))
                        .matches();
    }
}

package org.dealgraph.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dealgraph.claim.detail.Standings;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.model.AmountRelation;
import org.dealgraph.model.Bound;
import org.dealgraph.model.Claim;
import org.dealgraph.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Why a claim was made.
 *
 * @param claim the claim
 * @param score what the forests gave it, before the confidence was worked out
 * @param reasons the numbers that moved the score most, strongest first
 * @param standing why it stands as it does, or null where nothing was learned
 * @param amount the words of its number with those that bound it, or null
 * @param relation the words that tell how its amount stands to others, or null
 */
public record Explanation(
        Claim claim,
        double score,
        List<Forest.Weight> reasons,
        Standings.@Nullable Reason standing,
        @Nullable String amount,
        @Nullable String relation) {

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /** The explanation for a person, a line a reason. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "rule %s, score %.3f, confidence %.3f",
                claim.reading().rule(),
                score,
                claim.reading().confidence()));
        lines.add("for and against: " + weights(reasons));
        Claim.Standing s = claim.standing();
        lines.add("stands as " + s.stage() + ", " + s.polarity() + ", said by "
                + claim.attribution().voice() + (standing == null ? "" : ": " + because(standing)));
        if (amount != null) {
            Bound bound = claim.subject().quantity().map(Interval::bound).orElse(Bound.STATED);
            lines.add("bound " + bound + ": \u201c" + amount + "\u201d");
        }
        if (relation != null) {
            String of = s.relation().of();
            lines.add("amount is " + s.relation().kind() + ": \u201c" + relation + "\u201d"
                    + (of == null ? "" : " of " + of));
        } else if (s.relation().kind() == AmountRelation.Kind.WHOLE && amount != null) {
            lines.add("amount is WHOLE: no words say otherwise");
        }
        return lines;
    }

    private static String because(Standings.Reason reason) {
        String of = reason.verdict() == Standings.Verdict.ENDED ? "ended" : "merely reported";
        return String.format(Locale.ROOT, "%s with probability %.3f; ", of, reason.probability())
                + weights(reason.weights());
    }

    private static String weights(List<Forest.Weight> weights) {
        return weights.isEmpty()
                ? "nothing stands out"
                : weights.stream()
                        .map(w -> String.format(Locale.ROOT, "%s=%.2f %+.2f", w.feature(), w.value(), w.weight()))
                        .collect(Collectors.joining(", "));
    }
}

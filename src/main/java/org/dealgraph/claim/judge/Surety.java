package org.dealgraph.claim.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dealgraph.claim.candidate.AnchorType;
import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.learn.Logistic;
import org.dealgraph.model.ClaimKind;

/**
 * How likely a choice is right: a logistic sum over its score, its rivals' scores and what it is, fitted to stories that the
 * forests had not seen. One sum for every sort of anchor, since each alone has too few examples to say.
 *
 * @param weights one for each of {@link #names()}
 * @param least by manner, from which probability on a choice with a number is a claim
 * @param gate the probability from which claims are as precise as the gate promises
 */
public record Surety(double[] weights, Map<Manner, Double> least, double gate) {

    /** The least probability of a claim that only words carry. */
    private static final double LEAST_WORDS = 0.5;

    /** Up to here a probability stands as it is. */
    private static final double SOUND = 0.6;

    private static final double GATE = 0.8;
    private static final double FEW = 1e-3;

    private static final List<String> NAMES = Stream.of(
                    Stream.of("one", "score", "rival", "swapped", "kin", "others", "veiled", "veiled_score"),
                    Stream.of("other_amount", "same_amount", "amount_of_others"),
                    Stream.of(AnchorType.values()).map(t -> "anchor_" + t),
                    Stream.of(ClaimKind.values()).map(k -> "kind_" + k))
            .flatMap(s -> s)
            .map(n -> n.toLowerCase(Locale.ROOT))
            .toList();

    /** Every choice is as likely as its score; nothing is a claim. */
    static Surety none() {
        return new Surety(new double[0], Map.of(), GATE);
    }

    /** What is summed, in order. */
    public static List<String> names() {
        return NAMES;
    }

    /** The numbers of one of an anchor's scored candidates. */
    public static double[] numbers(List<Scored> all, Scored one) {
        double rival = 0;
        double swapped = 0;
        double kin = 0;
        double others = 0;
        for (Scored s : all) {
            if (s == one || s.siblingOf(one)) {
                continue;
            }
            rival = Math.max(rival, s.score());
            others += s.score();
            boolean turned = s.candidate().pair().equals(one.candidate().swapped());
            swapped = turned ? Math.max(swapped, s.score()) : swapped;
            boolean same = s.candidate().pair().equals(one.candidate().pair());
            kin = same ? Math.max(kin, s.score()) : kin;
        }
        double veiled = Manner.of(one.row()) == Manner.VEILED ? 1 : 0;
        double score = odds(one.score());
        List<Double> numbers = new ArrayList<>(List.of(
                1.0,
                score,
                odds(rival),
                odds(swapped),
                odds(kin),
                Math.min(3, others - rival),
                veiled,
                veiled * score,
                one.row()[Feature.SAME_OTHER_AMOUNT.ordinal()],
                one.row()[Feature.AMOUNT_SAME.ordinal()],
                one.row()[Feature.AMOUNT_OTHER.ordinal()]));
        for (AnchorType t : AnchorType.values()) {
            numbers.add(one.candidate().anchor().type() == t ? 1.0 : 0);
        }
        for (ClaimKind k : ClaimKind.values()) {
            numbers.add(one.candidate().kind() == k ? 1.0 : 0);
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double odds(double p) {
        double bounded = Math.clamp(p, FEW, 1 - FEW);
        return Math.log(bounded / (1 - bounded));
    }

    /** The probability that a choice with these numbers is right. */
    public double probability(double[] numbers) {
        return 1 / (1 + Math.exp(-Logistic.sum(weights, numbers)));
    }

    /** Whether a choice of this probability is a claim. */
    boolean claims(double probability, AnchorType type, Manner manner) {
        return !weightless() && probability >= (type.numbered() ? least.getOrDefault(manner, 1.0) : LEAST_WORDS);
    }

    private boolean weightless() {
        return weights.length == 0;
    }

    /**
     * A probability with the caution that unseen stories teach: the ends are kept, what lies between is stretched so that the
     * gate at 0.8 holds what it promises.
     */
    public double confidence(double p) {
        if (p <= SOUND) {
            return p;
        }
        return p < gate
                ? SOUND + (p - SOUND) * (GATE - SOUND) / (gate - SOUND)
                : GATE + (p - gate) * (1 - GATE) / (1 - gate);
    }
}

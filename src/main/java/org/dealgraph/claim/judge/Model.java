package org.dealgraph.claim.judge;

import java.util.Arrays;
import java.util.List;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.learn.Forest;
import org.dealgraph.claim.learn.Shares;

/**
 * What judges the candidates of an anchor, of which at most one is meant: each gets a share of one, and what is left is the
 * share of none.
 *
 * @param words what words in their places say
 * @param first judges each anchor by itself
 * @param second also knows what the first says of the rest of the article
 * @param surety how likely the best candidate of an anchor is right, and from where on it is a claim
 */
public record Model(Words words, Forest first, Forest second, Surety surety) {

    private static final double LEAST = 1e-4;

    /** A model that claims nothing. */
    public static Model none() {
        return new Model(Words.none(), Forest.none(), Forest.none(), Surety.none());
    }

    /** For each anchor the shares of its candidates by the first judgement. */
    public static double[][] first(Forest first, List<List<Candidate>> anchors) {
        return shares(
                first,
                anchors.stream()
                        .map(a -> a.stream().map(Candidate::row).toList())
                        .toList());
    }

    /**
     * What the words and both judgements together give the full rows of each anchor: the mean of their log odds. None alone
     * orders the candidates of stories that it has not seen as well as the three together.
     */
    static double[][] scores(Forest second, List<List<double[]>> anchors) {
        double[][] scores = shares(second, anchors);
        for (int a = 0; a < scores.length; a++) {
            List<double[]> rows = anchors.get(a);
            double[] words = rows.stream().mapToDouble(Words::said).toArray();
            Shares.of(words);
            for (int i = 0; i < words.length; i++) {
                double first = rows.get(i)[Feature.FIRST_JUDGEMENT.ordinal()];
                double mean = (odds(words[i]) + odds(first) + odds(scores[a][i])) / 3;
                scores[a][i] = 1 / (1 + Math.exp(-mean));
            }
        }
        return scores;
    }

    /** All rows of an article go through a forest at once. */
    private static double[][] shares(Forest forest, List<List<double[]>> anchors) {
        double[] logs = forest.logs(anchors.stream().flatMap(List::stream).toList());
        double[][] shares = new double[anchors.size()][];
        int from = 0;
        for (int a = 0; a < shares.length; a++) {
            int end = from + anchors.get(a).size();
            shares[a] = Arrays.copyOfRange(logs, from, end);
            Shares.of(shares[a]);
            from = end;
        }
        return shares;
    }

    private static double odds(double p) {
        double bounded = Math.clamp(p, LEAST, 1 - LEAST);
        return Math.log(bounded / (1 - bounded));
    }
}

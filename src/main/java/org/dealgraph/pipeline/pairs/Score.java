package org.dealgraph.pipeline.pairs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How often "the same" was right.
 *
 * @param right said and true
 * @param wrong said and not true
 * @param missed true and not said
 * @param errors the pairs behind the last two
 */
public record Score(int right, int wrong, int missed, List<String> errors) {

    public Score {
        errors = List.copyOf(errors);
    }

    /** What a rule makes of some pairs. */
    public static Score of(Collection<LabelledPair> pairs, Predicate<LabelledPair> same) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        List<String> errors = new ArrayList<>();
        for (LabelledPair pair : pairs) {
            boolean said = same.test(pair);
            right += said && pair.same() ? 1 : 0;
            wrong += said && !pair.same() ? 1 : 0;
            missed += !said && pair.same() ? 1 : 0;
            if (said != pair.same()) {
                errors.add((said ? "wrong " : "missed ") + pair.a() + " | " + pair.b());
            }
        }
        return new Score(right, wrong, missed, errors);
    }

    /** The share of what was said that is true; 1 where nothing was said. */
    public double precision() {
        return share(right, right + wrong);
    }

    /** The share of what is true that was said; 1 where nothing is. */
    public double recall() {
        return share(right, right + missed);
    }

    /** Their harmonic mean. */
    public double f1() {
        return share(2 * right, 2 * right + wrong + missed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }

    /** The three figures in a row. */
    String figures() {
        return String.format(Locale.ROOT, "P %.3f R %.3f F1 %.3f", precision(), recall(), f1());
    }

    @Override
    public String toString() {
        return figures() + " " + errors;
    }
}

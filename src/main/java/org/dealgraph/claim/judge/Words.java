package org.dealgraph.claim.judge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Feature;
import org.dealgraph.claim.candidate.Place;
import org.dealgraph.claim.candidate.Scene;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.candidate.Wording;
import org.dealgraph.claim.learn.Weights;
import org.dealgraph.model.ClaimKind;

/**
 * What words in their places speak for or against a candidate, learnt from the training stories; their sums are numbers
 * that the forests judge by.
 *
 * @param entries every word with its weight
 */
public final class Words {

    /** How many candidates of an anchor are judged. */
    private static final int MOST = 16;

    private static final int KIND = 4;
    private static final int PLACE = 8;

    /** One word in one place. */
    public record Entry(Place place, ClaimKind kind, String first, String second, float weight) {}

    private final List<Entry> entries;
    private final Weights weights;

    public Words(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        long[] keys = new long[entries.size()];
        float[] values = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            Entry e = entries.get(i);
            keys[i] = key(e.place(), e.kind(), e.first(), e.second());
            values[i] = e.weight();
        }
        this.weights = new Weights(keys, values);
    }

    /** Words that say nothing. */
    public static Words none() {
        return new Words(List.of());
    }

    public List<Entry> entries() {
        return entries;
    }

    /** A number that stands for a word in its place. */
    public static long key(Place place, ClaimKind kind, String first, String second) {
        long words = (long) first.hashCode() * 0x9E3779B97F4A7C15L + second.hashCode() * 0xC2B2AE3D27D4EB4FL;
        long key = (words << KIND + PLACE) ^ (words >>> 17) * 0xD6E8FEB86659FD93L;
        key = key * 31 + ((long) kind.ordinal() << PLACE) + place.ordinal();
        return key == 0 ? 1 : key;
    }

    /** The candidates of an article with what their words say written into their rows, without those that the words rule out. */
    public List<List<Candidate>> weigh(Scene scene, List<List<Candidate>> anchors) {
        Wording wording = new Wording(scene);
        Map<ClaimKind, Double> document = new EnumMap<>(ClaimKind.class);
        List<List<Candidate>> weighed = new ArrayList<>();
        for (List<Candidate> candidates : anchors) {
            weighed.add(best(weigh(wording, candidates, document)));
        }
        return weighed;
    }

    /** The candidates that the words rule out least: of stories not seen, none beyond the twelfth was right. */
    private static List<Candidate> best(List<Candidate> weighed) {
        if (weighed.size() <= MOST) {
            return weighed;
        }
        double least = weighed.stream()
                .mapToDouble(Words::said)
                .map(d -> -d)
                .sorted()
                .skip(MOST - 1)
                .findFirst()
                .orElse(0);
        return weighed.stream().filter(c -> -said(c) <= least).toList();
    }

    private static double said(Candidate c) {
        return said(c.row());
    }

    /** What all words together say of a weighed row. */
    static double said(double[] row) {
        return row[Feature.WORDS.ordinal()] + row[Feature.WORDS_TYPES.ordinal()];
    }

    private List<Candidate> weigh(Wording wording, List<Candidate> candidates, Map<ClaimKind, Double> document) {
        Map<String, Double> known = new HashMap<>();
        List<Candidate> weighed = new ArrayList<>();
        for (Candidate c : candidates) {
            ClaimKind kind = c.kind();
            double anchor = known.computeIfAbsent(kind.name(), k -> sum(s -> wording.anchor(c.anchor(), kind, s)))
                    + document.computeIfAbsent(kind, k -> sum(s -> wording.document(kind, s)));
            double from = known.computeIfAbsent(
                    kind + "<" + c.from().key(), k -> sum(s -> wording.side(c.anchor(), kind, c.from(), false, s)));
            Side other = c.to();
            double to = other == null
                    ? 0
                    : known.computeIfAbsent(
                            kind + ">" + other.key(), k -> sum(s -> wording.side(c.anchor(), kind, other, true, s)));
            double pair = sum(s -> wording.pair(c.anchor(), kind, c.from(), c.to(), s));
            double types = sum(s -> wording.types(c.anchor(), kind, c.from(), c.to(), s));
            double[] row = c.row().clone();
            row[Feature.WORDS.ordinal()] = anchor + from + to + pair;
            row[Feature.WORDS_TYPES.ordinal()] = types;
            row[Feature.WORDS_ANCHOR.ordinal()] = anchor;
            row[Feature.WORDS_FROM.ordinal()] = from;
            row[Feature.WORDS_TO.ordinal()] = to;
            row[Feature.WORDS_PAIR.ordinal()] = pair;
            weighed.add(new Candidate(c.anchor(), kind, c.from(), c.to(), row));
        }
        return weighed;
    }

    private double sum(Consumer<Wording.Sink> words) {
        double[] sum = new double[1];
        words.accept((place, kind, first, second) -> sum[0] += weights.get(key(place, kind, first, second)));
        return sum[0];
    }
}

package org.dealgraph.claim.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dealgraph.claim.candidate.Anchor;
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

    /** What the sorts of the parties can say at most, for or against: they are evidence and no proof. */
    private static final double UNUSUAL = 2;

    /** How many candidates of an anchor are judged at most, but for those as good as the last of them. */
    private static final int MOST = 16;

    private static final int KINDS = ClaimKind.values().length;

    /** A word's weights for all kinds stand together under the key of this one. */
    private static final ClaimKind ANY = ClaimKind.SPEND;

    private static final int KIND = 4;
    private static final int PLACE = 8;

    /** One word in one place. */
    public record Entry(Place place, ClaimKind kind, String first, String second, float weight) {}

    private static final double[] SILENT = new double[KINDS];

    private final List<Entry> entries;
    private final Weights weights;

    public Words(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        Map<Long, float[]> byWord = new LinkedHashMap<>();
        for (Entry e : entries) {
            byWord.computeIfAbsent(key(e.place(), ANY, e.first(), e.second()), k -> new float[KINDS])[
                            e.kind().ordinal()] =
                    e.weight();
        }
        long[] keys = byWord.keySet().stream().mapToLong(Long::longValue).toArray();
        float[] values = new float[keys.length * KINDS];
        int row = 0;
        for (float[] kinds : byWord.values()) {
            System.arraycopy(kinds, 0, values, KINDS * row++, KINDS);
        }
        this.weights = new Weights(keys, values, KINDS);
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
        double[] document = sums(s -> wording.document(ANY, s));
        double veiled = sums(s -> wording.manner(ANY, s))[ANY.ordinal()];
        List<List<Candidate>> weighed = new ArrayList<>();
        for (List<Candidate> candidates : anchors) {
            weighed.add(best(said(wording, candidates, document)).stream()
                    .map(s -> s.candidate(veiled))
                    .toList());
        }
        return weighed;
    }

    /** What all words together say of a weighed row. */
    static double said(double[] row) {
        return row[Feature.WORDS.ordinal()] + row[Feature.WORDS_TYPES.ordinal()];
    }

    /** What words say of a candidate: of its anchor, of each side, of both sides, and of the sorts of its parties. */
    private record Said(Candidate of, double anchor, double from, double to, double pair, double types) {

        double words() {
            return anchor + from + to + pair;
        }

        double all() {
            return words() + types;
        }

        /** The candidate with this in its row, and how roundabout its text is. */
        Candidate candidate(double veiled) {
            double[] row = of.row().clone();
            row[Feature.VEILED.ordinal()] = veiled;
            row[Feature.WORDS.ordinal()] = words();
            row[Feature.WORDS_TYPES.ordinal()] = types;
            row[Feature.WORDS_ANCHOR.ordinal()] = anchor;
            row[Feature.WORDS_FROM.ordinal()] = from;
            row[Feature.WORDS_TO.ordinal()] = to;
            row[Feature.WORDS_PAIR.ordinal()] = pair;
            return new Candidate(of.anchor(), of.kind(), of.from(), of.to(), row);
        }
    }

    /** Those that the words rule out least: of stories not seen, none beyond the twelfth was right. */
    private static List<Said> best(List<Said> all) {
        if (all.size() <= MOST) {
            return all;
        }
        double[] rising = all.stream().mapToDouble(Said::all).sorted().toArray();
        double least = rising[rising.length - MOST];
        return all.stream().filter(said -> said.all() >= least).toList();
    }

    private List<Said> said(Wording wording, List<Candidate> candidates, double[] document) {
        Map<String, double[]> known = new HashMap<>();
        List<Said> said = new ArrayList<>();
        for (Candidate c : candidates) {
            Anchor a = c.anchor();
            Side from = c.from();
            Side to = c.to();
            String both = c.pair();
            double[] anchor = known.computeIfAbsent("", k -> sums(s -> wording.anchor(a, ANY, s)));
            double[] giver =
                    known.computeIfAbsent("<" + from.key(), k -> sums(s -> wording.side(a, ANY, from, false, s)));
            double[] receiver = to == null
                    ? SILENT
                    : known.computeIfAbsent(">" + to.key(), k -> sums(s -> wording.side(a, ANY, to, true, s)));
            double[] pair = known.computeIfAbsent(both, k -> sums(s -> wording.pair(a, ANY, from, to, s)));
            double[] types = known.computeIfAbsent("types " + both, k -> sums(s -> wording.types(a, ANY, from, to, s)));
            int kind = c.kind().ordinal();
            double sorts = Math.clamp(types[kind], -UNUSUAL, UNUSUAL);
            said.add(new Said(c, anchor[kind] + document[kind], giver[kind], receiver[kind], pair[kind], sorts));
        }
        return said;
    }

    /** What words say for each kind. */
    private double[] sums(Consumer<Wording.Sink> words) {
        double[] sums = new double[KINDS];
        words.accept((place, kind, first, second) -> weights.add(key(place, kind, first, second), sums));
        return sums;
    }
}

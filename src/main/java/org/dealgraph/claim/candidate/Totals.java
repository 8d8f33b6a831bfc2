package org.dealgraph.claim.candidate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dealgraph.claim.lexicon.Trigger;
import org.dealgraph.model.ClaimKind;

/** What is counted once over a whole article: how plainly it names its parties, how often and where, and what its words speak of. */
final class Totals {

    private static final int[] NOWHERE = {};

    private final Scene scene;
    private final double namedShare;
    private final int mentioned;
    private final int[] counts;
    private final Map<String, int[]> sentences;
    private final Map<ClaimKind, double[]> kinds = new EnumMap<>(ClaimKind.class);

    Totals(Scene scene) {
        this.scene = scene;
        this.counts = scene.counts().values().stream().mapToInt(c -> c).sorted().toArray();
        this.mentioned = Arrays.stream(counts).sum();
        long all = 0;
        long named = 0;
        for (List<Actor> actors : scene.actors()) {
            all += actors.size();
            named += actors.stream().filter(a -> a.mention().form().names()).count();
        }
        this.sentences = sentences(scene.actors());
        this.namedShare = all == 0 ? 1 : (double) named / all;
    }

    /** The share of mentions that are names. */
    double namedShare() {
        return namedShare;
    }

    /** The share of mentions that are of an organization. */
    double salience(String key) {
        return (double) scene.counts().getOrDefault(key, 0) / Math.max(1, mentioned);
    }

    /** How many organizations are mentioned more often. */
    int above(String key) {
        int count = scene.counts().getOrDefault(key, 0);
        int low = 0;
        int high = counts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (counts[middle] > count) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return counts.length - low;
    }

    /** How strongly the words of a sentence speak of a kind. */
    double weight(int sentence, ClaimKind kind) {
        return weights(kind)[sentence];
    }

    /** How strongly the words around a sentence speak of a kind, on average. */
    double share(int sentence, ClaimKind kind) {
        double[] weights = weights(kind);
        int at = scene.from(sentence);
        double mine = 0;
        double all = 1;
        for (List<Trigger> list : scene.around(scene.triggers(), sentence)) {
            mine += weights[at++];
            all += list.size();
        }
        return mine / all;
    }

    /** Which of the sentences around one name a member of a side, counted from the first of them. */
    BitSet near(Side side, int sentence) {
        BitSet near = new BitSet();
        int first = scene.from(sentence);
        int end = first + scene.around(scene.actors(), sentence).size();
        for (String key : side.keys()) {
            int[] all = sentences.getOrDefault(key, NOWHERE);
            int at = Arrays.binarySearch(all, first);
            for (int i = at < 0 ? -at - 1 : at; i < all.length && all[i] < end; i++) {
                near.set(all[i] - first);
            }
        }
        return near;
    }

    /** For each organization the sentences that it is in, rising. */
    private static Map<String, int[]> sentences(List<List<Actor>> actors) {
        Map<String, IntStream.Builder> sentences = new HashMap<>();
        for (int s = 0; s < actors.size(); s++) {
            Set<String> here = new HashSet<>();
            for (Actor a : actors.get(s)) {
                a.members().forEach(m -> here.add(m.key()));
            }
            for (String key : here) {
                sentences.computeIfAbsent(key, k -> IntStream.builder()).add(s);
            }
        }
        Map<String, int[]> arrays = new HashMap<>();
        sentences.forEach((key, all) -> arrays.put(key, all.build().toArray()));
        return arrays;
    }

    private double[] weights(ClaimKind kind) {
        return kinds.computeIfAbsent(
                kind,
                k -> scene.triggers().stream().mapToDouble(list -> sum(list, k)).toArray());
    }

    static double sum(List<Trigger> list, ClaimKind kind) {
        return list.stream().mapToDouble(t -> t.frame().weight(kind)).sum();
    }
}

package org.dealgraph.claim.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dealgraph.claim.candidate.Candidate;
import org.dealgraph.claim.candidate.Place;
import org.dealgraph.claim.candidate.Side;
import org.dealgraph.claim.candidate.Wording;
import org.dealgraph.claim.judge.Words;
import org.dealgraph.claim.learn.Weights;
import org.dealgraph.model.ClaimKind;

/** Learns what words in their places say, and which words make a text roundabout; a word is kept that two stories have. */
final class WordTrainer {

    private static final float LEAST = 0.04f;
    private static final String VEILED = "hard";

    /** A word, the last story it was seen in, and whether there was another. */
    private static final class Word {

        private final Words.Entry entry;
        private final int index;
        private final String story;
        private boolean common;

        Word(Words.Entry entry, int index, String story) {
            this.entry = entry;
            this.index = index;
            this.story = story;
        }
    }

    private record Anchored(int[][] rows, boolean[] right, int fold, double importance) {}

    private final Map<Long, Word> known = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Anchored> anchors = new ArrayList<>();

    void add(Example example) {
        Wording wording = new Wording(example.scene());
        String story = example.document().story();
        if (!example.disguised()) {
            Keys manner = new Keys(story);
            wording.manner(ClaimKind.SPEND, manner);
            boolean veiled = example.document().style().equals(VEILED);
            anchors.add(new Anchored(new int[][] {manner.all()}, new boolean[] {veiled}, example.fold(), 1));
        }
        Map<ClaimKind, int[]> document = new EnumMap<>(ClaimKind.class);
        for (int a = 0; a < example.anchors().size(); a++) {
            Map<String, int[]> seen = new HashMap<>();
            if (!example.teaches(a)) {
                continue;
            }
            int[][] rows = example.anchors().get(a).stream()
                    .map(c -> row(wording, c, document, seen, story))
                    .toArray(int[][]::new);
            anchors.add(new Anchored(rows, example.right().get(a), example.fold(), example.importance()));
        }
    }

    private int[] row(
            Wording wording, Candidate c, Map<ClaimKind, int[]> document, Map<String, int[]> seen, String story) {
        ClaimKind kind = c.kind();
        int[] text = document.computeIfAbsent(kind, k -> {
            Keys keys = new Keys(story);
            wording.document(kind, keys);
            return keys.all();
        });
        int[] anchor = seen.computeIfAbsent(kind.name(), k -> {
            Keys keys = new Keys(story);
            wording.anchor(c.anchor(), kind, keys);
            return keys.all();
        });
        int[] from = seen.computeIfAbsent(kind + "<" + c.from().key(), k -> {
            Keys keys = new Keys(story);
            wording.side(c.anchor(), kind, c.from(), false, keys);
            return keys.all();
        });
        Side other = c.to();
        int[] to = other == null
                ? new int[0]
                : seen.computeIfAbsent(kind + ">" + other.key(), k -> {
                    Keys keys = new Keys(story);
                    wording.side(c.anchor(), kind, other, true, keys);
                    return keys.all();
                });
        Keys pair = new Keys(story);
        wording.pair(c.anchor(), kind, c.from(), c.to(), pair);
        wording.types(c.anchor(), kind, c.from(), c.to(), pair);
        return Stream.of(text, anchor, from, to, pair.all())
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    /** Indexes of the words of one part of a row. */
    private final class Keys implements Wording.Sink {

        private final IntStream.Builder keys = IntStream.builder();
        private final String story;
        private int @org.jspecify.annotations.Nullable [] all;

        Keys(String story) {
            this.story = story;
        }

        @Override
        public void word(Place place, ClaimKind kind, String first, String second) {
            Word word = known.computeIfAbsent(Words.key(place, kind, first, second), k -> {
                Word made = new Word(new Words.Entry(place, kind, first, second, 0), words.size(), story);
                words.add(made);
                return made;
            });
            word.common |= !word.story.equals(story);
            keys.add(word.index);
        }

        int[] all() {
            if (all == null) {
                all = keys.build().toArray();
            }
            return all;
        }
    }

    /** The words learnt from the stories of some folds. */
    Words fit(IntPredicate folds) {
        List<Weights.Group> chosen = anchors.stream()
                .filter(a -> folds.test(a.fold()))
                .map(a -> new Weights.Group(common(a.rows()), a.right(), a.importance()))
                .toList();
        float[] weights = Weights.fit(chosen, words.size(), Weights.Settings.usual());
        List<Words.Entry> entries = new ArrayList<>();
        for (Word w : words) {
            float weight = Math.round(weights[w.index] * 1000) / 1000f;
            if (Math.abs(weight) >= LEAST) {
                Words.Entry e = w.entry;
                entries.add(new Words.Entry(e.place(), e.kind(), e.first(), e.second(), weight));
            }
        }
        return new Words(entries);
    }

    private int[][] common(int[][] rows) {
        return Arrays.stream(rows)
                .map(r -> Arrays.stream(r).filter(i -> words.get(i).common).toArray())
                .toArray(int[][]::new);
    }
}

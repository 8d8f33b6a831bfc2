package org.dealgraph.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as the set of its three-word sequences.
 *
 * @param shingles hashes of the sequences, sorted, each once
 */
record Fingerprint(long[] shingles) {

    private static final int WIDTH = 3;
    private static final int HASHES = 64;
    private static final int ROWS = 2;
    private static final int MOST_WORDS = 20_000;
    private static final int LONGEST = 400_000;
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Fingerprint of(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String[] words = GAP.split(start.toLowerCase(Locale.ROOT).strip());
        int count = Math.min(words.length, MOST_WORDS);
        long[] all = new long[Math.max(0, count - WIDTH + 1)];
        for (int i = 0; i < all.length; i++) {
            long hash = 1125899906842597L;
            for (int k = 0; k < WIDTH; k++) {
                hash = mix(hash * 31 + words[i + k].hashCode());
            }
            all[i] = hash;
        }
        return new Fingerprint(Arrays.stream(all).sorted().distinct().toArray());
    }

    int size() {
        return shingles.length;
    }

    /** How many sequences two texts have in common. */
    int shared(Fingerprint other) {
        int i = 0;
        int j = 0;
        int same = 0;
        while (i < shingles.length && j < other.shingles.length) {
            int order = Long.compare(shingles[i], other.shingles[j]);
            same += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return same;
    }

    /** Bands of a MinHash signature of 64 values, two values a band. */
    List<String> bands() {
        List<String> bands = new ArrayList<>();
        if (shingles.length == 0) {
            return bands;
        }
        for (int band = 0; band < HASHES / ROWS; band++) {
            long key = band;
            for (int row = 0; row < ROWS; row++) {
                key = mix(key * 31 + smallest(band * ROWS + row + 1));
            }
            bands.add("%02x%014x".formatted(band, key & 0xFFFFFFFFFFFFFFL));
        }
        return bands;
    }

    private long smallest(long seed) {
        long best = Long.MAX_VALUE;
        for (long shingle : shingles) {
            best = Math.min(best, mix(shingle ^ mix(seed * 0x9E3779B97F4A7C15L)));
        }
        return best;
    }

    /** SplitMix64's finisher. */
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}

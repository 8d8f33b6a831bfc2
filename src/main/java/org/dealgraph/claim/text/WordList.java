package org.dealgraph.claim.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Short lists of words as a text block holds them: separated by white space. */
public final class WordList {

    private WordList() {}

    /** The words of a block, in order. */
    public static Set<String> of(String block) {
        Set<String> words = new LinkedHashSet<>();
        Collections.addAll(words, block.strip().split("\\s+"));
        return Collections.unmodifiableSet(words);
    }

    /** Pairs of words: each odd one leads to the one after it. */
    static Map<String, String> pairs(String block) {
        String[] words = block.strip().split("\\s+");
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return Collections.unmodifiableMap(pairs);
    }
}

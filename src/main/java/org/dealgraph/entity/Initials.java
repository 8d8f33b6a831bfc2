package org.dealgraph.entity;

import java.util.List;
import java.util.Set;

/** Abbreviations made of the beginnings of a name's words, in their order: "NIOC", "SABIC", "KEPCO". */
final class Initials {

    private static final int LEAST_BY_SYLLABLE = 5;
    private static final int LEAST_WORDS = 3;
    private static final int LONGEST_SYLLABLE = 3;
    private static final Set<String> LITTLE =
            Set.of("of", "and", "the", "for", "de", "du", "des", "del", "la", "y", "e", "co", "company");

    private Initials() {}

    /** The first letters, little words left out. */
    static String of(List<String> words) {
        StringBuilder initials = new StringBuilder();
        for (String word : String.join(" ", words).split(" ")) {
            if (!word.isEmpty() && !word.equals("of") && !word.equals("and") && !word.equals("the")) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    /** Whether letters are the initials of the words, without those that only join or say "company". */
    static boolean ofTelling(String letters, List<String> words) {
        return letters.equals(
                of(words.stream().filter(word -> !LITTLE.contains(word)).toList()));
    }

    /** Whether every word gives one to three of its first letters, little ones perhaps none: at least five of at least three words. */
    static boolean bySyllables(String letters, List<String> words) {
        return letters.length() >= LEAST_BY_SYLLABLE
                && words.stream().filter(word -> !LITTLE.contains(word)).count() >= LEAST_WORDS
                && covers(letters, words, 0, 0);
    }

    /** Whether letters stand for how a run of words starts, all of it but what follows the last letter. */
    static boolean start(String letters, List<String> words) {
        for (int end = words.size(); end >= 2; end--) {
            List<String> run = words.subList(0, end);
            if (letters.equals(of(run)) || bySyllables(letters, run)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(String letters, List<String> words, int letter, int word) {
        if (word == words.size()) {
            return letter == letters.length();
        }
        String next = words.get(word);
        if (LITTLE.contains(next) && covers(letters, words, letter, word + 1)) {
            return true;
        }
        for (int many = 1; many <= Math.min(LONGEST_SYLLABLE, next.length()); many++) {
            if (!letters.startsWith(next.substring(0, many), letter)) {
                return false;
            }
            if (covers(letters, words, letter + many, word + 1)) {
                return true;
            }
        }
        return false;
    }
}
